// service/unknown-code.
import { checkLines } from '../../kit/check';

suite('service/unknown-code', () => {
  test('finds it', () =>
    checkLines(`
services
  Q9990  AB  12.00
  ^^^^^ warning service/unknown-code: Q9990 is not in the HCPCS codes on this machine: check it
`));

  test('accepts what is right', () =>
    checkLines(`
services
  J3301  AB
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  99213  AB
`));
});
