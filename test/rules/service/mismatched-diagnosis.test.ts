// service/mismatched-diagnosis.
import { checkLines } from '../../kit/check';

suite('service/mismatched-diagnosis', () => {
  test('finds it on the pointer', () =>
    checkLines(`
diagnoses
  A  N63.10
  B  I10
services
  77067  B  220.00
  ^^^^^ information service/missing-fee: 77067 is not in the charge master: check the code, or add it to fees
         ^ warning service/mismatched-diagnosis: 77067 is a screening: its diagnosis is Z12.31. For a finding, 77065 or 77066 is the test
  99213  A  145.00
`));

  test('one diagnosis of the purpose among others is enough', () =>
    checkLines(`
diagnoses
  A  I10
  B  Z23
services
  90686  AB  40.00
  ^^^^^ information service/missing-fee: 90686 is not in the charge master: check the code, or add it to fees
`));
});
