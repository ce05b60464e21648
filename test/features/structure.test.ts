// Outline, names of all documents, folding and colours.
import assert from 'node:assert/strict';
import { checkColours, checkFolding, checkOutline, checkWorkspaceSymbols, drawTokens } from '../kit/check-features';
import { ENCOUNTER, PRACTICE } from '../kit/frame';

suite('outline', () => {
  test('an encounter', () =>
    checkOutline(
      `${ENCOUNTER}\n  note\n    Knee.\n\n  payments\n    2026-11-02  copay  25.00  card\n`,
      `
encounter E1 (2026-11-02)
  diagnoses
    A M17.11 Unilateral primary osteoarthritis, right knee
    B E11.65 Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25 AB 145.00
    20610-RT A 110.00
  note
  payments
    2026-11-02 copay 25.00 card
`,
    ));
  test('a patient', () =>
    checkOutline(
      PRACTICE.slice(PRACTICE.indexOf('patient DOE-JANE'), PRACTICE.indexOf('patient ROE')),
      'patient DOE-JANE (Doe, Jane Q)\n  coverage AETNA-1',
    ));
  test('blocks without an id, and what is not understood', () =>
    checkOutline('practice\nencounter\nnonsense here\n  deeper\n', 'practice\nencounter'));
});

suite('names of all documents', () => {
  test('by a part of an id', () => checkWorkspaceSymbols('jane', ['DOE-JANE Doe, Jane Q', 'E0 DOE-JANE 2026-10-05']));
  test('by all words', () => checkWorkspaceSymbols('marie curie', ['CURIE Curie, Marie A']));
  test('nothing', () => checkWorkspaceSymbols('nobody at all', []));
});

suite('folding', () => {
  test('blocks, sections, notes and comments', () =>
    checkFolding('# one\n# two\n# three\nencounter E1\n  date  2026-11-02\n  note\n    Knee.\n    Better.\n  diagnoses\n    A  M17.11\n', [
      'encounter E1 … A  M17.11',
      'note … Better.',
      'diagnoses … A  M17.11',
      '# one … # three',
    ]));
  test('nothing on one line', () => checkFolding('encounter E1\n', []));
});

suite('colours', () => {
  test('an encounter', () =>
    checkColours(
      'encounter E1\n  patient  DOE-JANE  # who\n  date  2026-11-02\n  note\n    Knee, HTN.\n  diagnoses\n    A  M17.11  Words\n  services\n    99213-25-RT  AB  x2  145.00  place 11\n',
      [
        'keyword:encounter class:E1',
        'keyword:patient variable:DOE-JANE',
        'keyword:date number:2026-11-02',
        'keyword:note',
        'keyword:diagnoses',
        'parameter:A enumMember:M17.11',
        'keyword:services',
        'enumMember:99213 decorator:25 decorator:RT parameter:AB number:x2 number:145.00 keyword:place enumMember:11',
      ],
    ));
  test('a service code without its parts', () =>
    checkColours('encounter E1\n  services\n    -\n    99213-\n', ['keyword:encounter class:E1', 'keyword:services', 'enumMember:99213']));
});

suite('the kit can fail', () => {
  test('outline', () => assert.throws(() => checkOutline(ENCOUNTER, 'encounter E2')));
  test('names', () => assert.throws(() => checkWorkspaceSymbols('jane', [])));
  test('folding', () => assert.throws(() => checkFolding(ENCOUNTER, [])));
  test('colours', () => assert.throws(() => checkColours(ENCOUNTER, [])));
  test('tokens out of order', () => assert.throws(() => drawTokens('ab cd', [0, 3, 2, 0, 0, 0, -3, 2, 0, 0]), /out of order/));
  test('tokens that overlap', () => assert.throws(() => drawTokens('abcd', [0, 0, 3, 0, 0, 0, 1, 2, 0, 0]), /overlap/));
  test('tokens over the end of a line', () => assert.throws(() => drawTokens('ab\ncd', [0, 0, 3, 0, 0]), /over the end/));
});
