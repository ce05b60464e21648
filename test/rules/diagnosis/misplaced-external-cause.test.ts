// diagnosis/misplaced-external-cause.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/misplaced-external-cause', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  W19.XXXA
     ^^^^^^^^ error fix diagnosis/misplaced-external-cause: W19.XXXA tells the cause of an injury: the injury comes first
  B  M17.11
services
  99213-25  BA  145.00
  20610-RT  B  110.00
`));

  test('fix: Put M17.11 first', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>W19.XXXA
  B  M17.11
services
  99213-25  BA  145.00
  20610-RT  B  110.00
`,
      `
diagnoses
  A  M17.11
  B  W19.XXXA
services
  99213-25  AB  145.00
  20610-RT  A  110.00
`,
      'Put M17.11 first',
    ));

  test('finds it (2)', () =>
    checkLines(`
diagnoses
  A  W19.XXXA
     ^^^^^^^^ error diagnosis/misplaced-external-cause: W19.XXXA tells the cause of an injury: the injury comes first
services
  99213  A  145.00
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  W19.XXXA
`));
});
