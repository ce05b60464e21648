// service/invalid-charge.
import { checkLines } from '../../kit/check';

suite('service/invalid-charge', () => {
  test('finds it', () =>
    checkLines(`
services
  99213  AB  -145.00
             ^^^^^^^ error service/invalid-charge: A charge cannot be negative: -145.00
`));

  test('finds it (2)', () =>
    checkLines(`
services
  99213-25  AB  0.00
                ^^^^ warning service/invalid-charge: The charge of 99213 is 0.00
  20610-RT  AB
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  99213  AB  145.00
  3044F  B  0.00
`));

  test('a visit after an operation and a vaccine from the state cost nothing', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  Z23
services
  99213  A  145.00
  99024  A  0.00
  90686  B  0.00
`));
});
