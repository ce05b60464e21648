// coverage/mismatched-medicare-reason.
import assert from 'node:assert/strict';
import { frameX12, told } from '../x12/kit';

suite('coverage/mismatched-medicare-reason', () => {
  test('in a claim file, on the reason', () => {
    const file = (reason: string): string[] =>
      told(frameX12(`SBR*S*18***${reason}****MB`)).filter((one) => one.includes('mismatched-medicare-reason'));
    assert.deepEqual(file('43'), []);
    assert.deepEqual(file('12'), [
      'coverage/mismatched-medicare-reason [2000B SBR05] Reason 12 is for people of 65 and more: the patient is 58, for whom 43 may be meant',
    ]);
  });
});
