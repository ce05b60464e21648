// The examples of x12/invalid-procedure.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/invalid-procedure');

suite('x12/invalid-procedure', () => {
  test('a system of its section, an operation and a way there', () => {
    const severe = (code: string): number =>
      told(frameX12(`837I\nCLM*E2001*500***11:A:1**A*Y*Y\nafter HI*APR: HI*BBR:${code}:D8:20260815`), ['error']).filter((one) =>
        one.startsWith('x12/invalid-procedure'),
      ).length;
    const good =
      '0BH17EZ 10E0XZZ 30233N1 3E03317 4A023N7 5A1935Z 0UT98ZL 0Y6N0Z9 B2111ZZ 8E0W4CZ GZB0ZZZ HZ2ZZZZ XW033E5 2W3FX1Z F07Z5ZZ 6A550Z2';
    for (const code of good.split(' ')) assert.equal(severe(code), 0, code);
    for (const code of ['0EH17EZ', '0BA17EZ', '0BH1ZEZ', '11E0XZZ', 'XXXXXXX']) assert.equal(severe(code), 1, code);
  });
});
