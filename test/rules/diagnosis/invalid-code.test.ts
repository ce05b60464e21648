// diagnosis/invalid-code.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/invalid-code', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M171.1
     ^^^^^^ error fix diagnosis/invalid-code: M171.1 is not a diagnosis code: did you mean M17.11?
  B  E11.65
`));

  test('fix: Change to M17.11', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>M171.1
  B  E11.65
`,
      `
diagnoses
  A  M17.11
  B  E11.65
`,
      'Change to M17.11',
    ));

  test('finds it (2)', () =>
    checkLines(`
diagnoses
  A  250.00
     ^^^^^^ error diagnosis/invalid-code: 250.00 is not a diagnosis code: it is written like E11.65
  B  E11.65
`));

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

  test('codes of ICD-10 with a letter in third place are fine', () =>
    checkLines(`
diagnoses
  A  Z33.1
  B  Z3A.20
services
  99213  AB  145.00
`));
});
