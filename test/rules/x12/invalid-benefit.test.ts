// The examples of x12/invalid-benefit.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/invalid-benefit');

suite('x12/invalid-benefit: severity', () => {
  test('percent written whole are an error, an amount at the place of a part a warning', () => {
    const count = (example: string, severity: string): number =>
      told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/invalid-benefit ')).length;
    assert.equal(count('271\nafter EB*1: EB*A*IND*98*PR**27**20', 'error'), 1);
    assert.equal(count('271\nafter EB*1: EB*A*IND*98*PR**27*20', 'error'), 1);
    assert.equal(count('271\nafter EB*1: EB*C*IND*30*PR**23**300', 'error'), 0);
    assert.equal(count('271\nafter EB*1: EB*C*IND*30*PR**23**300', 'warning'), 1);
  });
});
