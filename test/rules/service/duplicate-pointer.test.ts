// service/duplicate-pointer.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/duplicate-pointer', () => {
  test('finds it', () =>
    checkLines(`
services
  99213  ABA  145.00
           ^ error fix service/duplicate-pointer: A is pointed at twice
`));

  test('fix: Remove the second A', () =>
    checkLinesFix(
      `
services
  99213  AB<|>A  145.00
`,
      `
services
  99213  AB  145.00
`,
      'Remove the second A',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));
});
