// payer/missing-authorization.
import { checkLines } from '../../kit/check';

suite('payer/missing-authorization', () => {
  test('finds it', () =>
    checkLines(`
services
  70551  AB  900.00
  ^^^^^ error payer/missing-authorization: Aetna wants 70551 authorized: add authorization and the number
`));

  test('accepts what is right', () =>
    checkLines(`
authorization A123456
services
  70551  AB  900.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  99213-25  AB
`));

  test('not for a void', () =>
    checkLines(`
voids 2026110200017
services
  70551  AB  900.00
`));
});
