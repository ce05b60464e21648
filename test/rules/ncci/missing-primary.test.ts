// ncci/missing-primary.
import { checkLines } from '../../kit/check';

suite('ncci/missing-primary', () => {
  test('finds it by the list of CMS', () =>
    checkLines(`
services
  11045  AB  40.00
  ^^^^^ information service/missing-fee: 11045 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning ncci/missing-primary: 11045 is an add-on: it is paid only beside 11042
`));

  test('everyday add-ons are known without the list', () =>
    checkLines(`
services
  90472  AB  30.00
  ^^^^^ information service/missing-fee: 90472 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning ncci/missing-primary: 90472 is an add-on: it is paid only beside 90460, 90471 or 90473
`));

  test('the primary service may stand in another encounter of the day', () =>
    checkLines(`
date 2026-10-05
services
  G2211  AB  16.00
`));
});
