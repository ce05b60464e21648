// service/missing-description.
import { checkLines } from '../../kit/check';

suite('service/missing-description', () => {
  test('finds it', () =>
    checkLines(`
services
  J3490  AB  12.00
  ^^^^^ warning service/missing-description: J3490 stands for what has no code of its own: say what it was behind the charge, note "…"
`));

  test('a number of CPT that ends with 99, not a test that does', () =>
    checkLines(`
services
  29999  A  900.00
  ^^^^^ information service/missing-fee: 29999 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning service/missing-description: 29999 stands for what has no code of its own: say what it was behind the charge, note "…"
  87899  B  40.00
  ^^^^^ information service/missing-fee: 87899 is not in the charge master: check the code, or add it to fees
`));
});
