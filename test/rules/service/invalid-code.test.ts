// service/invalid-code.
import { checkLines } from '../../kit/check';

suite('service/invalid-code', () => {
  test('finds it', () =>
    checkLines(`
services
  9921  AB  145.00
  ^^^^ error service/invalid-code: 9921 is not a service code: it has five characters, such as 99213 or J3301
`));

  test('finds it (2)', () =>
    checkLines(`
services
  J330  AB  12.00
  ^^^^ error service/invalid-code: J330 is not a service code: it has five characters, such as 99213 or J3301
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  J3301  AB  x4
`));

  test('accepts what is right (3)', () =>
    checkLines(`
services
^^^^^^^^ error claim/invalid-total: The charges add up to 0.00: most payers refuse such a claim
  0001F  AB  0.00
`));
});
