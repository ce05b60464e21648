// diagnosis/missing-letter.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/missing-letter', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11
  E11.65
  ^^^^^^ hint fix diagnosis/missing-letter: E11.65 has no letter
`));

  test('fix: Write the letter B', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11
  <|>E11.65
`,
      `
diagnoses
  A  M17.11
  B  E11.65
`,
      'Write the letter B',
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
  M17.11
  E11.65
`));

  test('not offered where the letter is taken', () =>
    checkLines(`
diagnoses
  B  M17.11
  E11.65
  ^^^^^^ hint diagnosis/missing-letter: E11.65 has no letter
  ^^^^^^ information diagnosis/unused-diagnosis: No service points at E11.65: add its letter to a service, or take it off
services
  99213  B
`));
});
