// service/missing-medicare-modifier.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

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

  test('of a hospital therapy is asked, equipment is not', () => {
    const about = (line: string) =>
      told(frameX12(`837I\nSBR*P*18*******MA\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73\nSV2*${line}*500*UN*1`), ['error']).filter((one) =>
        one.startsWith('service/missing-medicare-modifier'),
      );
    assert.deepEqual([about('0420*HC:97110').length, about('0420*HC:97110:GP').length, about('0290*HC:E0143').length], [1, 0, 0]);
  });
});
