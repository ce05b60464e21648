// service/missing-minutes.
import { checkLines } from '../../kit/check';

suite('service/missing-minutes', () => {
  test('finds it', () =>
    checkLines(`
services
  00400-AA  AB  600.00
  ^^^^^ error service/missing-minutes: 00400 is anesthesia: write its minutes, e.g. min45
  ^^^^^ information service/missing-fee: 00400 is not in the charge master: check the code, or add it to fees
`));

  test('accepts what is right', () =>
    checkLines(`
services
  00400-AA  AB  min45  600.00
  ^^^^^ information service/missing-fee: 00400 is not in the charge master: check the code, or add it to fees
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  01996  AB  100.00
  ^^^^^ information service/missing-fee: 01996 is not in the charge master: check the code, or add it to fees
`));
});
