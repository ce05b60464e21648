// diagnosis/invalid-specificity.
import { checkLines, checkLinesFix } from '../../kit/check';
import assert from 'node:assert/strict';
import { frameX12, told } from '../x12/kit';

suite('diagnosis/invalid-specificity', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.1
     ^^^^^ error fix diagnosis/invalid-specificity: M17.1 is a category, not a code: choose one below it
  B  E11.65
`));

  test('fix: Change to M17.10 Unilateral primary osteoarthritis, unspecified knee', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>M17.1
  B  E11.65
`,
      `
diagnoses
  A  M17.10
  B  E11.65
`,
      'Change to M17.10 Unilateral primary osteoarthritis, unspecified knee',
    ));

  test('fix: Change to M17.11 Unilateral primary osteoarthritis, right knee', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>M17.1
  B  E11.65
`,
      `
diagnoses
  A  M17.11
  B  E11.65
`,
      'Change to M17.11 Unilateral primary osteoarthritis, right knee',
    ));

  test('finds it (2)', () =>
    checkLines(`
diagnoses
  A  E11
     ^^^ error fix diagnosis/invalid-specificity: E11 is a category, not a code: choose one below it
  B  E11.65
`));

  test('fix: Change to E11.00 Type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic-hyperosmolar coma (NKHHC)', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>E11
  B  E11.65
`,
      `
diagnoses
  A  E11.00
  B  E11.65
`,
      'Change to E11.00 Type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic-hyperosmolar coma (NKHHC)',
    ));

  test('fix: Change to E11.01 Type 2 diabetes mellitus with hyperosmolarity with coma', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>E11
  B  E11.65
`,
      `
diagnoses
  A  E11.01
  B  E11.65
`,
      'Change to E11.01 Type 2 diabetes mellitus with hyperosmolarity with coma',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
`));

  test('the starter list is of a later year: an error where it was a category then, too, else a warning', () => {
    const said = (code: string, severity: string): number =>
      told(frameX12(`HI*ABK:M1711*ABF:${code}`), [severity]).filter((one) => one.startsWith('diagnosis/invalid-specificity')).length;
    assert.equal(said('N183', 'error'), 1);
    assert.equal(said('I420', 'error'), 0);
    assert.equal(said('I420', 'warning'), 1);
  });
});
