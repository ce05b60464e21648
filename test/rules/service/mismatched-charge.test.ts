// service/mismatched-charge.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/mismatched-charge', () => {
  test('finds it', () =>
    checkLines(`
services
  99213  AB  154.00
             ^^^^^^ hint fix service/mismatched-charge: The charge master says 145.00
`));

  test('fix: Change to 145.00', () =>
    checkLinesFix(
      `
services
  99213  AB  <|>154.00
`,
      `
services
  99213  AB  145.00
`,
      'Change to 145.00',
    ));

  test('finds it (2)', () =>
    checkLines(`
services
  J3301  AB  x4  12.00
                 ^^^^^ hint fix service/mismatched-charge: The charge master says 12.00 × 4 = 48.00
`));

  test('fix: Change to 48.00', () =>
    checkLinesFix(
      `
services
  J3301  AB  x4  <|>12.00
`,
      `
services
  J3301  AB  x4  48.00
`,
      'Change to 48.00',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  J3301  AB  x4  48.00
`));

  test('care after an operation of somebody else has a price of its own', () =>
    checkLines(`
services
  20610-RT-55  AB  40.00
`));
});
