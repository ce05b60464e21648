// service/missing-anesthesia-modifier.
import { checkLines } from '../../kit/check';

suite('service/missing-anesthesia-modifier', () => {
  test('finds it', () =>
    checkLines(`
services
  00400-P3  AB  min45  600.00
  ^^^^^ information service/missing-fee: 00400 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning service/missing-anesthesia-modifier: 00400 needs a modifier that says who gave the anesthesia: AA, AD, QK, QX, QY or QZ
`));

  test('an error for Medicare', () =>
    checkLines(`
patient ROE-RICHARD
services
  00400  AB  min45  600.00
  ^^^^^ information service/missing-fee: 00400 is not in the charge master: check the code, or add it to fees
  ^^^^^ error service/missing-anesthesia-modifier: 00400 needs a modifier that says who gave the anesthesia: AA, AD, QK, QX, QY or QZ
`));
});
