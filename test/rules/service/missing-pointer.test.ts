// service/missing-pointer.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/missing-pointer', () => {
  test('finds it', () =>
    checkLines(`
services
  99213  145.00
  ^^^^^ error fix service/missing-pointer: 99213 points at no diagnosis
`));

  test('fix: Point to A M17.11', () =>
    checkLinesFix(
      `
services
  <|>99213  145.00
`,
      `
services
  99213  A  145.00
`,
      'Point to A M17.11',
    ));

  test('fix: Point to B E11.65', () =>
    checkLinesFix(
      `
services
  <|>99213  145.00
`,
      `
services
  99213  B  145.00
`,
      'Point to B E11.65',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('silent without any diagnosis', () =>
    checkLines(`
diagnoses
^^^^^^^^^ error diagnosis/missing-diagnosis: There is no diagnosis: a claim says why the services were needed
services
  99213  145.00
`));
});
