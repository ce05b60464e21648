// service/unknown-code.
import { checkLines } from '../../kit/check';

suite('service/unknown-code', () => {
  test('finds it', () =>
    checkLines(`
services
  Q9990  AB  12.00
  ^^^^^ warning service/unknown-code: Q9990 is not in the HCPCS codes on this machine: check it
`));

  for (const never of ['J0000', 'H4001', 'X1234'])
    test(`${never} has never been a code`, () =>
      checkLines(`
services
  ${never}  AB  12.00
  ^^^^^ error service/unknown-code: There is no service code ${never}: HCPCS has no codes of this range
`));

  test('a number between those of visits has never been a code', () =>
    checkLines(`
services
  99206  AB  12.00
  ^^^^^ error service/unknown-code: There is no service code 99206: CPT has no codes of this range
  ^^^^^ information service/missing-fee: 99206 is not in the charge master: check the code, or add it to fees
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
