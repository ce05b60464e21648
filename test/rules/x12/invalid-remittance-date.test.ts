// The examples of x12/invalid-remittance-date.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/invalid-remittance-date');

suite('x12/invalid-remittance-date: severity', () => {
  test('a last day before the first is an error', () => {
    const count = (example: string, severity: string): number =>
      told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/invalid-remittance-date ')).length;
    assert.equal(count('835\nafter DTM*050: DTM*232*20260815~DTM*233*20260814', 'error'), 1);
    assert.equal(count('835\nDTM*405*20270909', 'error'), 0);
  });
});
