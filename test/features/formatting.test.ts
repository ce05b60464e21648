// One way of laying a document out: nothing is lost, nothing means anything else, and twice is the same as once.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatSuperbill } from '../../server/features/formatting';
import { checkFormat } from '../kit/check-features';
import { examples, mutated } from '../kit/examples';
import { readDocument } from '../kit/world';

suite('formatting', () => {
  test('columns of a block', () =>
    checkFormat(
      'patient X\n name Doe, Jane\n     born 03/14/1968\n sex F\n',
      'patient X\n  name  Doe, Jane\n  born  1968-03-14\n  sex   F\n',
    ));
  test('dates and amounts', () =>
    checkFormat(
      'patient X\n  coverage C\n    effective 1/2/2025\n    copay $25\n',
      'patient X\n  coverage C\n    effective  2025-01-02\n    copay      25.00\n',
    ));
  test('keywords in lower case, ids as they are written', () =>
    checkFormat('Patient Doe-Jane\n  NAME Doe, Jane\n', 'patient Doe-Jane\n  name  Doe, Jane\n'));
  test('diagnoses', () =>
    checkFormat(
      'encounter E1\n  diagnoses\n      a.  m1711   Knee\n      b e11.65\n',
      'encounter E1\n  diagnoses\n    A  M17.11  Knee\n    B  E11.65\n',
    ));
  test('services', () =>
    checkFormat(
      'encounter E1\n  services\n    99213-25 ab $145\n    j3301 a x4 48.00 ndc 00003-0293-05 ML1\n',
      'encounter E1\n  services\n    99213-25  AB      145.00\n    J3301     A   x4   48.00  ndc 00003-0293-05 ML1\n',
    ));
  test('a service line in another order, or as elsewhere, keeps its words and holds up no other', () =>
    checkFormat(
      'encounter E1\n date 2026-11-02\n  services\n    99213-25 ab $145\n    j3301  x4   a  48.00\n    99214  25   A,  B  $210\n    - 20610  A\n',
      'encounter E1\n  date  2026-11-02\n  services\n    99213-25  AB  145.00\n    J3301 x4 A 48.00\n    99214 25 A, B 210.00\n    - 20610 A\n',
    ));
  test('a note keeps its words and its own indents', () =>
    checkFormat(
      'encounter E1\n note\n   CC:   knee  # not a comment\n     - left\n\n   then\n',
      'encounter E1\n  note\n    CC:   knee  # not a comment\n      - left\n\n    then\n',
    ));
  test('comments stay', () =>
    checkFormat(
      '# first\n\n\n\n# second\npatient X   # of ours\n    # a line below\n    name Doe, Jane  # new\n',
      '# first\n\n# second\npatient X  # of ours\n  # a line below\n  name  Doe, Jane  # new\n',
    ));
  test('tabs', () => checkFormat('patient X\n\tname\tDoe, Jane\n', 'patient X\n  name  Doe, Jane\n'));
  test('what is not understood stays', () =>
    checkFormat('patient X\n  nmae   Doe, Jane\n  name A, B\n', 'patient X\n  nmae   Doe, Jane\n  name  A, B\n'));
  test('blank lines at the end go', () => checkFormat('patient X\n\n\n', 'patient X\n'));
  test('nothing of nothing', () => checkFormat('', ''));
  test('a last line without an end', () => checkFormat('patient X', 'patient X\n'));
  test('CRLF stays CRLF', () =>
    checkFormat(
      'patient X\r\n name Doe, Jane\r\n\r\n\r\n born 1968-03-14\r\n',
      'patient X\r\n  name  Doe, Jane\r\n\r\n  born  1968-03-14\r\n',
    ));

  for (const { name, text } of examples())
    test(`${name} is laid out as it ships`, () => assert.equal(formatSuperbill(readDocument(text).tree), text));

  test('mutated examples: twice is once, and the meaning stays', () => {
    const example = fc.constantFrom(...examples()).chain(({ text }) => mutated(text));
    fc.assert(
      fc.property(example, (text) => {
        const once = formatSuperbill(readDocument(text).tree);
        assert.equal(formatSuperbill(readDocument(once).tree), once, 'laid out twice');
        assert.deepEqual(meaning(once), meaning(text));
        assert.equal(letters(once), letters(text), 'words were lost or changed');
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });
});

/** What a document defines, without places, and with the blanks of notes made equal. */
function meaning(text: string): unknown {
  const { source: _, ...definitions } = readDocument(text).definitions;
  return JSON.parse(
    JSON.stringify(definitions, (key, value: unknown) => {
      if (key === 'span' || key === 'streetSpan' || key === 'source') return undefined;
      // The words are what was written, which the formatter may write in its own way.
      if (key === 'kind' || key === 'form') return value;
      return typeof value === 'string'
        ? value
            .replace(/\s+/g, ' ')
            .trim()
            .toUpperCase()
            .replace(/^([A-Z]\d[0-9A-Z])([0-9A-Z]{1,4})$/, '$1.$2')
        : value;
    }),
  );
}

/** All letters and digits but those of dates and amounts, which may be written in another way. */
function letters(text: string): string {
  return text
    .replace(/\$?\d[\d,./-]*\d|\$?\d/g, '')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase();
}

test('the kit can fail', () => assert.throws(() => checkFormat('patient  X\n', 'patient  X\n')));
