// service/missing-medicare-modifier.
import { checkLines } from '../../kit/check';

suite('service/missing-medicare-modifier', () => {
  test('therapy without its plan', () =>
    checkLines(`
patient ROE-RICHARD
services
  97110  AB  x2  110.00
  ^^^^^ error service/missing-medicare-modifier: Medicare pays 97110 only with a modifier, GP, GO or GN: physical, occupational or speech therapy
  ^^^^^ information service/missing-fee: 97110 is not in the charge master: check the code, or add it to fees
`));

  test('what was discarded stands on a line of its own', () =>
    checkLines(`
patient ROE-RICHARD
services
  J9305  AB  x75  3999.75
  J9305-JW  AB  x25  1333.25
`));
});
