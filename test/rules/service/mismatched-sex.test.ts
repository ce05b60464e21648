// service/mismatched-sex.
import { checkLines } from '../../kit/check';

suite('service/mismatched-sex', () => {
  test('finds it', () =>
    checkLines(`
patient ROE-RICHARD
services
  58150  A  900.00
  ^^^^^ information service/missing-fee: 58150 is not in the charge master: check the code, or add it to fees
  ^^^^^ error service/mismatched-sex: 58150 is a service for women; the patient is on file as male: correct one of the two, or add KX
  99213-25  B  145.00
`));
});
