// service/missing-vaccine.
import { checkLines } from '../../kit/check';

suite('service/missing-vaccine', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  Z23
services
  90471  A  35.00
  ^^^^^ information service/missing-fee: 90471 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning service/missing-vaccine: 90471 gives a vaccine, but none is on the claim: add its code, for 0.00 if it was supplied
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  Z23
services
  90471  A  35.00
  ^^^^^ information service/missing-fee: 90471 is not in the charge master: check the code, or add it to fees
  90686-SL  A  0.00
`));
});
