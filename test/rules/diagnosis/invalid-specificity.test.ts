// diagnosis/invalid-specificity.
import { checkLines, checkLinesFix } from '../../kit/check';

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
});
