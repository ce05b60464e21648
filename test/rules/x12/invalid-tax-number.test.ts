// The examples of x12/invalid-tax-number.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/invalid-tax-number');

suite('x12/invalid-tax-number: severity', () => {
  const count = (example: string, severity: string): number =>
    told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/invalid-tax-number ')).length;

  test('a provider is found by name, too', () => {
    assert.equal(count('834\nNM1*IL*1*DOE*JANE*Q***34*90000001', 'error'), 1);
    assert.equal(count('278\nNM1*1P*1*CURIE*MARIE****34*90000001', 'error'), 0);
    assert.equal(count('278\nNM1*1P*1*CURIE*MARIE****34*90000001', 'warning'), 1);
  });
});
