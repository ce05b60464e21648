// The superbill language is read whole: examples of the design, and any text at all.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lowerSuperbill } from '../../../server/model/lower';
import { parseSuperbill } from '../../../server/syntax/superbill/parse';
import { ENCOUNTER, PRACTICE } from '../../kit/frame';

const lower = (text: string) => lowerSuperbill(parseSuperbill(text), { uri: 'file:///a.encounter', text, language: 'superbill' });

suite('superbill: reading', () => {
  test('the practice of the tests has no problems', () => {
    assert.deepEqual(parseSuperbill(PRACTICE).problems, []);
    assert.deepEqual(parseSuperbill(ENCOUNTER).problems, []);
  });

  test('a service line with everything', () => {
    const [encounter] = lower(
      'encounter E1\n  services\n    J3301-JZ-RT  AB  x4  $1,048.00  ndc 00003-0293-05 ML1' +
        '  note "two vials, # 7"  date 11/02/2026  emergency  line L1\n',
    ).encounters;
    const [service] = encounter.services;
    assert.equal(service.code?.value, 'J3301');
    assert.deepEqual(
      service.modifiers.map((one) => one.value),
      ['JZ', 'RT'],
    );
    assert.deepEqual(
      service.pointers.map((one) => one.value),
      ['A', 'B'],
    );
    assert.equal(service.units?.value, 4);
    assert.equal(service.charge?.value, 104800);
    assert.equal(service.ndc?.code.value, '00003-0293-05');
    assert.equal(service.ndc?.unit, 'ML');
    assert.equal(service.note?.value, 'two vials, # 7');
    assert.equal(service.date?.value.from, '2026-11-02');
    assert.equal(service.line?.value, 'L1');
  });

  test('a paper remittance names what was taken off the claim and its lines', () => {
    const text = 'encounter E1\n  adjudicated A-1 2026-11-20 paid 80.00 CO-45 20.00 pr2 $1,010.00\n    line 1 paid 80.00 OA-23 5.00\n';
    const [
      {
        adjudicated: [one],
      },
    ] = lower(text).encounters;
    assert.deepEqual([one.coverage?.value, one.date?.value, one.paid?.value], ['A-1', '2026-11-20', 8000]);
    const reasons = one.adjustments.map(({ group, reason, amount }) => [group, reason, amount]);
    assert.deepEqual(reasons, [
      ['CO', '45', 2000],
      ['PR', '2', 101000],
    ]);
    const lines = one.lines.map(({ line, paid, adjustments }) => [line, paid, adjustments.map(({ amount }) => amount)]);
    assert.deepEqual(lines, [['1', 8000, [500]]]);
  });

  test('an ambulance ride, and what is wrong with one', () => {
    const [{ transport }] = lower('encounter E1\n  transport Nearest 21.5 mi Weight 180 lb stretcher "cannot sit"\n').encounters;
    const { reason, miles, weight, stretcher } = transport?.value ?? {};
    assert.deepEqual(
      [reason, miles, weight, stretcher].map((one) => one?.value),
      ['nearest', 21.5, 180, 'cannot sit'],
    );
    const problems = (line: string) => parseSuperbill(`encounter E1\n  transport ${line}\n`).problems.map(({ kind }) => kind);
    assert.deepEqual(['', 'home 5', 'nearest', 'nearest 5 km', 'nearest 5 weight x', 'nearest 5 6'].map(problems), [
      ['missing-value'],
      ['invalid-value'],
      ['missing-value'],
      ['misplaced-text'],
      ['invalid-value'],
      ['misplaced-text'],
    ]);
  });

  test('a note keeps its text, its blank lines and its hash signs', () => {
    const [encounter] = lower('encounter E1\n  note\n    first  # not a comment\n\n    second\n  place 11  # a comment\n').encounters;
    assert.equal(encounter.note?.value.replaceAll(/^ +/gm, ''), 'first  # not a comment\n\nsecond');
    assert.equal(encounter.place?.value, '11');
  });

  test('a forgotten indent is understood and pointed out', () => {
    const text = 'encounter E1\ndiagnoses\n  A  I10\n';
    const tree = parseSuperbill(text);
    assert.deepEqual(
      tree.problems.map((problem) => problem.kind),
      ['misplaced-line'],
    );
    assert.equal(lower(text).encounters[0].diagnoses[0].code?.value, 'I10');
  });

  test('what is right keeps working around what is wrong', () => {
    const text = 'encounter E1\n  xyzzy 5\n  date 2026-13-01\n  place 11\n  services\n    99213 A 145.00 what\n';
    const tree = parseSuperbill(text);
    assert.deepEqual(
      tree.problems.map((problem) => problem.kind),
      ['unknown-keyword', 'invalid-value', 'misplaced-text'],
    );
    assert.equal(lower(text).encounters[0].place?.value, '11');
    assert.equal(lower(text).encounters[0].services[0].charge?.value, 14500);
  });

  test('any text gives a tree whose lines cover it', () => {
    const words = fc.constantFrom(
      'encounter',
      'patient',
      'note',
      'services',
      'diagnoses',
      'subscriber',
      'coverage',
      'A',
      '99213-25',
      '"',
      '#',
      'x4',
      '145.00',
      '2026-11-02',
      'ndc',
      'min30',
      ',',
      'accident auto',
      'transport',
      'adjudicated',
      'CO-45',
      'IL',
      '\t',
      '\r\n',
      '\n',
      '  ',
      ' ',
      '\ufeff',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const tree = parseSuperbill(text);
        assert.equal(tree.lines.map((line) => text.slice(line.span.start, line.span.end)).join(''), text);
        for (const problem of tree.problems) assert.ok(problem.span.start <= problem.span.end && problem.span.end <= text.length);
        lower(text);
      }),
      { numRuns: 500 },
    );
  });

  test('any prefix of the practice can be read', () => {
    const text = PRACTICE + ENCOUNTER;
    for (let end = 0; end < text.length; end += 7) lower(text.slice(0, end));
  });
});
