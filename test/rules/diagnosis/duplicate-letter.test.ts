// diagnosis/duplicate-letter.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/duplicate-letter', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
    A  E11.65
    ^ error fix diagnosis/duplicate-letter: A is already the letter of M17.11
  services
    99213-25  AB  145.00
               ^ error service/unknown-pointer: There is no diagnosis B
    20610-RT  A   110.00
`));

  test('fix: Change to B', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11
  <|>A  E11.65
`,
      `
diagnoses
  A  M17.11
  B  E11.65
`,
      'Change to B',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
`));
});
