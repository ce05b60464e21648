// service/missing-fee.
import { checkLines } from '../../kit/check';

suite('service/missing-fee', () => {
  test('finds it', () =>
    checkLines(`
services
  99231  AB  145.00
  ^^^^^ error service/mismatched-place: 99231 is hospital care, not care in the office (place 11)
  ^^^^^ information service/missing-fee: 99231 is not in the charge master: check the code, or add it to fees
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));
});
