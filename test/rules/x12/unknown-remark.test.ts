// The examples of x12/unknown-remark.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/unknown-remark');

suite('x12/unknown-remark: severity', () => {
  test('what no list can have is an error', () => {
    const count = (example: string, severity: string): number =>
      told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/unknown-remark ')).length;
    assert.equal(count('835\nLQ*HE*N13000', 'error'), 1);
    assert.equal(count('835\nLQ*HE*N1001', 'error'), 0);
    assert.equal(count('835\nLQ*HE*N9999', 'error'), 1);
  });
});
