// service/missing-charge.
import { checkLines } from '../../kit/check';

suite('service/missing-charge', () => {
  test('finds it', () => checkLines(`
services
  99215  AB
  ^^^^^ error service/missing-charge: 99215 has no charge, and no fee in the charge master
`));

  test('accepts what is right', () => checkLines(`
services
  99215  AB  250.00
  ^^^^^ information service/missing-fee: 99215 is not in the charge master
`));

  test('accepts what is right (2)', () => checkLines(`
services
  99213  AB
`));
});
