// diagnosis/unknown-code.
import assert from 'node:assert/strict';
import { checkLines, checkLinesFix } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('diagnosis/unknown-code', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.88
     ^^^^^^ warning fix diagnosis/unknown-code: M17.88 is not in the diagnosis codes on this machine: did you mean M17.0?
  B  E11.65
`));

  test('fix: Change to M17.0 Bilateral primary osteoarthritis of knee', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>M17.88
  B  E11.65
`,
      `
diagnoses
  A  M17.0
  B  E11.65
`,
      'Change to M17.0 Bilateral primary osteoarthritis of knee',
    ));

  test('fix: Change to M17.2 Bilateral post-traumatic osteoarthritis of knee', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>M17.88
  B  E11.65
`,
      `
diagnoses
  A  M17.2
  B  E11.65
`,
      'Change to M17.2 Bilateral post-traumatic osteoarthritis of knee',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
`));

  test('accepts what is right (2)', () =>
    checkLines(`
diagnoses
  A  m1711
  B  E11.65
`));

  test('words in place of a code are told as such', () =>
    checkLines(`
diagnoses
  A  knee pain
     ^^^^^^^^^ error document/invalid-value: “knee pain” is not a code: choose one
  B  E11.65
`));

  test('a category in no block of the book has no codes; one in a block of its own may have others than the starter list', () => {
    const of = (code: string, severity: string): number =>
      told(frameX12(`HI*ABK:M1711*ABF:${code}`), [severity]).filter((one) => one.startsWith('diagnosis/unknown-code')).length;
    assert.deepEqual([of('K999', 'error'), of('D8999', 'error')], [1, 1]);
    for (const good of ['M999', 'B1081', 'E368', 'QA01', 'N9989']) assert.equal(of(good, 'error'), 0, good);
  });
});
