// The examples of x12/unknown-revenue-code.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/unknown-revenue-code');

suite('x12/unknown-revenue-code', () => {
  test('families that are given out', () => {
    const severe = (code: string): number =>
      told(frameX12(`837I\nSV2*${code}*HC:99213*500*UN*1`), ['error']).filter((one) => one.startsWith('x12/unknown-revenue-code')).length;
    for (const good of ['0022', '0023', '0024', '0100', '0872', '0999', '1001', '2101', '3101']) assert.equal(severe(good), 0, good);
    for (const bad of ['0021', '0025', '0099', '1010', '3110']) assert.equal(severe(bad), 1, bad);
  });
});
