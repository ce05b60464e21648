// service/invalid-modifier-count.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/invalid-modifier-count', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-59-RT-22-51-GA  AB  110.00
                    ^^ error service/invalid-modifier-count: A line has four modifiers at most: GA is number 5
`));

  test('accepts what is right', () =>
    checkLines(`
services
  20610-59-RT-22-51  AB  110.00
`));

  test('in a file, where the description of the service stands', () => {
    const found = (service: string): string[] => told(frameX12(`SV1*${service}*145*UN*1***1:2`), ['error']);
    assert.deepEqual(found('HC:99213:25:GT:Q5:GC:KX'), [
      'service/invalid-modifier-count [2400 SV101-07] A line has four modifiers at most: KX is number 5',
    ]);
    assert.deepEqual(found('HC:99213:25:GT:Q5:GC:VISIT'), []);
    assert.deepEqual(found('HC:99213:25:GT:Q5:GC'), []);
  });
});
