// The examples of x12/missing-poa.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/missing-poa');

suite('x12/missing-poa: severity', () => {
  test('who tells it of one diagnosis tells it of all', () => {
    const count = (example: string, severity: string): number =>
      told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/missing-poa ')).length;
    assert.equal(count('837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*ABK:M1711:::::::Y*ABF:I10', 'error'), 1);
    assert.equal(count('837I\nCLM*E2001*500***11:A:1**A*Y*Y\nHI*ABK:M1711', 'error'), 0);
  });
});
