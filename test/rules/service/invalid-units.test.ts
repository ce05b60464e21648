// service/invalid-units.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/invalid-units', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-RT  AB  x0  110.00
                ^^ error fix service/invalid-units: 20610 has no units
`));

  test('fix: Change to x1', () =>
    checkLinesFix(
      `
services
  20610-RT  AB  <|>x0  110.00
`,
      `
services
  20610-RT  AB  x1  110.00
`,
      'Change to x1',
    ));

  test('finds it (2)', () =>
    checkLines(`
services
  J3301  AB  x1.5  18.00
             ^^^^ warning service/invalid-units: J3301 is billed in whole units
`));

  test('accepts what is right', () =>
    checkLines(`
services
  J3301  AB  x2  24.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  A0425-RH  AB  x7.3  80.00
`));
});
