// payer/misplaced-service.
import { checkLines } from '../../kit/check';

suite('payer/misplaced-service', () => {
  test('finds it', () =>
    checkLines(`
patient ROE-RICHARD
diagnoses
  A  Z00.00
  B  Z23
services
  99397  A  230.00
  ^^^^^ information service/missing-fee: 99397 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning payer/misplaced-service: Medicare does not take 99397: bill G0438 or G0439 for the wellness visit, or GY if the patient pays
  ^^^^^ warning fix service/missing-visit-modifier: 99397 is part of 90471 of that day, unless it was a separate visit: modifier 25 says so
  90471  B  35.00
  ^^^^^ information service/missing-fee: 90471 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning payer/misplaced-service: Medicare does not take 90471: bill G0009
  90677  B  260.00
  ^^^^^ information service/missing-fee: 90677 is not in the charge master: check the code, or add it to fees
`));

  test('other payers take it', () =>
    checkLines(`
services
  99244  AB  300.00
  ^^^^^ information service/missing-fee: 99244 is not in the charge master: check the code, or add it to fees
`));

  test('by the fee schedule, where it has been imported', () =>
    checkLines(`
patient ROE-RICHARD
services
  98960  AB  60.00
  ^^^^^ information service/missing-fee: 98960 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning payer/misplaced-service: Medicare does not take 98960: it has another code for this service
`));
});
