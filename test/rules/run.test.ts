// The loop over the rules: settings, order, and that no text makes a rule stop.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type RuleSettings, checkDocument } from '../../server/rules/run';
import { checkDiagnostics } from '../kit/check';
import { EARLIER, ENCOUNTER, PRACTICE } from '../kit/frame';
import { findingsOf, readDocument, worldOf } from '../kit/world';

const LATE = ENCOUNTER.replace('2026-11-02', '2026-07-01');

function rulesFound(text: string, settings: Partial<RuleSettings>): string[] {
  const document = readDocument(text);
  const world = worldOf([readDocument(PRACTICE, 'file:///practice/front-desk.practice'), document]);
  return checkDocument(document, { ...world, settings: { rules: {}, payers: {}, ...settings } }).map(
    (one) => `${one.severity} ${one.rule}`,
  );
}

suite('the loop over the rules', () => {
  test('a rule can be silenced', () => assert.deepEqual(rulesFound(LATE, { rules: { 'payer/expired-timely-filing': 'off' } }), []));

  test('a rule can have another severity', () => {
    assert.deepEqual(rulesFound(LATE, { rules: { 'payer/expired-timely-filing': 'hint' } }), ['hint payer/expired-timely-filing']);
  });

  test('a payer can have a severity of its own', () => {
    assert.deepEqual(rulesFound(LATE, { payers: { AETNA: { 'payer/expired-timely-filing': 'warning' } } }), [
      'warning payer/expired-timely-filing',
    ]);
  });

  test('another payer’s severity does not count', () => {
    assert.deepEqual(rulesFound(LATE, { payers: { MEDICARE: { 'payer/expired-timely-filing': 'off' } } }), [
      'error payer/expired-timely-filing',
    ]);
  });

  test('findings come in order of place', () => {
    const starts = findingsOf('encounter E1\n  services\n    99213  A  x0\n').map((one) => one.span.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    assert.ok(starts.length > 3);
  });

  test('a finding tells box and element', () => {
    const [finding] = findingsOf(ENCOUNTER.replace('A   110.00', 'AC  110.00'));
    assert.deepEqual([finding.rule, finding.paper, finding.transaction], ['service/unknown-pointer', '24E', '2400 SV107']);
  });

  test('an empty document has no findings', () => checkDiagnostics(''));

  test('lines with carriage returns are blamed at the same words', () => {
    const plain = findingsOf(LATE),
      returned = findingsOf(LATE.replaceAll('\n', '\r\n'));
    assert.deepEqual(
      returned.map((one) => one.message),
      plain.map((one) => one.message),
    );
  });
});

// Rules throw through `log` in this world: an exception fails the test.
suite('no text makes a rule stop', () => {
  const whole = `${PRACTICE}\n${EARLIER}\n${ENCOUNTER}`;

  test('any prefix', () => {
    for (let end = 0; end <= whole.length; end += 7) findingsOf(whole.slice(0, end), '');
  });

  test('lines left out, doubled and in another order', () => {
    const lines = whole.split('\n');
    const some = fc.array(fc.integer({ min: 0, max: lines.length - 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(some, (picks) => {
        findingsOf(picks.map((i) => lines[i]).join('\n'));
      }),
      { numRuns: 150 },
    );
  });

  test('words put in place of others', () => {
    const words = [
      '-',
      '..',
      '2026-99-99',
      '9999-12-31',
      '1800-01-01',
      '""',
      '#',
      'x0',
      'x99999999',
      '-0.00',
      'A',
      'é',
      '\u{1f600}',
      'O',
      '99213-',
      '-25',
      'Z',
      '00000',
    ];
    const spots = [...whole.matchAll(/\S+/g)].map((one) => ({ start: one.index, end: one.index + one[0].length }));
    const change = fc.tuple(fc.integer({ min: 0, max: spots.length - 1 }), fc.constantFrom(...words));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        let text = whole;
        for (const [spot, word] of [...changes].sort((a, b) => b[0] - a[0]))
          text = text.slice(0, spots[spot].start) + word + text.slice(spots[spot].end);
        findingsOf(text, '');
      }),
      { numRuns: 150 },
    );
  });
});
