// diagnosis/unknown-code.
import { checkLines, checkLinesFix } from '../../kit/check';

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
});
