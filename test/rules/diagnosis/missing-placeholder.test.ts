// diagnosis/missing-placeholder.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/missing-placeholder', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  W19.A
     ^^^^^ error fix diagnosis/missing-placeholder: W19.A lacks its placeholder: W19.XXXA
`));

  test('fix: Change to W19.XXXA', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11
  B  <|>W19.A
`,
      `
diagnoses
  A  M17.11
  B  W19.XXXA
`,
      'Change to W19.XXXA',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  W19.XXXA
`));

  test('without the dot', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  W19D
     ^^^^ error fix diagnosis/missing-placeholder: W19D lacks its placeholder: W19.XXXD
`));
});
