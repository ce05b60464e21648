// diagnosis/missing-side.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/missing-side', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.10
     ^^^^^^ information fix diagnosis/missing-side: The service is on the right side: M17.11 says so
  B  E11.65
`));

  test('fix: Change to M17.11 Unilateral primary osteoarthritis, right knee', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>M17.10
  B  E11.65
`,
      `
diagnoses
  A  M17.11
  B  E11.65
`,
      'Change to M17.11 Unilateral primary osteoarthritis, right knee',
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
  A  M17.10
  B  E11.65
services
  99213  AB  145.00
`));
});
