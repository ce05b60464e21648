// diagnosis/missing-seventh-character.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/missing-seventh-character', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  S52.501
     ^^^^^^^ error fix diagnosis/missing-seventh-character: S52.501 needs a seventh character: A, B, C, D, E, F, G, H, J, K, M, N, P, Q, R, S
  B  E11.65
`));

  test('fix: Change to S52.501A Unspecified fracture of the lower end of right radius, initial encounter for closed fracture', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>S52.501
  B  E11.65
`,
      `
diagnoses
  A  S52.501A
  B  E11.65
`,
      'Change to S52.501A Unspecified fracture of the lower end of right radius, initial encounter for closed fracture',
    ));

  test('fix: Change to S52.501B Unspecified fracture of the lower end of right radius, initial encounter for open fracture type I or II', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>S52.501
  B  E11.65
`,
      `
diagnoses
  A  S52.501B
  B  E11.65
`,
      'Change to S52.501B Unspecified fracture of the lower end of right radius, initial encounter for open fracture type I or II',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  S52.501A
     ^^^^^^^^ information claim/missing-accident: S52.501A is an injury: if it was an accident, say so, such as accident other 2026-10-30
  B  E11.65
`));

  test('also where only placeholders are between', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  W19
     ^^^ error fix diagnosis/missing-seventh-character: W19 needs a seventh character: A, D, S
`));
});
