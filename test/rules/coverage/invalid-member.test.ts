// coverage/invalid-member.
import assert from 'node:assert/strict';
import { frameX12, told } from '../x12/kit';

suite('coverage/invalid-member', () => {
  test('in a claim file', () => {
    const file = (member: string): string[] =>
      told(frameX12(`NM1*IL*1*DOE*JANE*Q***MI*${member}`)).filter((one) => one.includes('invalid-member'));
    assert.deepEqual(
      ['W123456789', '000000000', 'UNKNOWN', 'XYZ1', '11112'].map((one) => file(one).length),
      [0, 1, 1, 0, 0],
    );
  });
});
