// The examples of x12/mismatched-creation-date.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/mismatched-creation-date');

suite('x12/mismatched-creation-date', () => {
  test('a day may lie between two clocks, years between those of an example', () => {
    const severe = (day: string): number =>
      told(frameX12(`BHT*0019*00*B1*${day}*1253*CH`), ['error']).filter((one) => one.startsWith('x12/mismatched-creation-date')).length;
    assert.equal(severe('20260902'), 0);
    assert.equal(severe('20260903'), 1);
    assert.equal(severe('20290903'), 0);
  });
});
