// diagnosis/mismatched-description.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/mismatched-description', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11  Osteoarthritis, left knee
             ^^^^^^^^^^^^^^^^^^^^^^^^^ hint fix diagnosis/mismatched-description: M17.11 is “Unilateral primary osteoarthritis, right knee”
  B  E11.65
`));

  test('fix: Write the title of the code', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11  <|>Osteoarthritis, left knee
  B  E11.65
`,
      `
diagnoses
  A  M17.11  Unilateral primary osteoarthritis, right knee
  B  E11.65
`,
      'Write the title of the code',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11  unilateral primary osteoarthritis right knee
  B  E11.65
`));

  test('accepts what is right (2)', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
`));
});
