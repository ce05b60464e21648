// service/invalid-pointer-count.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/invalid-pointer-count', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  D  J45.909
  E  E78.5
services
  99213  ABCDE  145.00
             ^ error fix service/invalid-pointer-count: A service points at four diagnoses at most, this one at 5
`));

  test('fix: Keep the first four', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  D  J45.909
  E  E78.5
services
  99213  ABCD<|>E  145.00
`,
      `
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  D  J45.909
  E  E78.5
services
  99213  ABCD  145.00
`,
      'Keep the first four',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  D  J45.909
  E  E78.5
services
  99213  ABCD  145.00
  99213-76  E
`));
});
