// service/invalid-units.
import assert from 'node:assert/strict';
import { checkLines, checkLinesFix } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/invalid-units', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-RT  AB  x0  110.00
                ^^ error fix service/invalid-units: 20610 has no units
`));

  test('fix: Change to x1', () =>
    checkLinesFix(
      `
services
  20610-RT  AB  <|>x0  110.00
`,
      `
services
  20610-RT  AB  x1  110.00
`,
      'Change to x1',
    ));

  test('finds it (2)', () =>
    checkLines(`
services
  J3301  AB  x1.5  18.00
             ^^^^ warning service/invalid-units: J3301 is billed in whole units
`));

  test('accepts what is right', () =>
    checkLines(`
services
  J3301  AB  x2  24.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  A0425-RH  AB  x7.3  80.00
`));

  test('the rate of home health has no units, another line has some', () => {
    const about = (revenue: string) =>
      told(frameX12(`837I\nSV2*${revenue}*HP:1AA11*500*UN*0`)).filter((one) => one.startsWith('service/invalid-units'));
    assert.deepEqual(about('0023'), []);
    assert.equal(about('0022').length, 1);
  });

  test('ten thousand units of a drug may be given, and of nothing else', () => {
    const about = (line: string) => told(frameX12(line)).filter((one) => one.startsWith('service/invalid-units'));
    assert.deepEqual(about('SV1*HC:J7192*145*UN*12000***1'), []);
    assert.deepEqual(about('837I\nSV2*0636*HC:J7192*500*UN*12000'), []);
    assert.equal(about('SV1*HC:J7192*145*UN*1200000***1').length, 1);
    assert.equal(about('SV1*HC:A4217*145*UN*12000***1').length, 1);
  });

  test('a room is billed for days, what has no code may have none', () => {
    const severe = (line: string): number =>
      told(frameX12(`837I\nCLM*E2001*500***11:A:1**A*Y*Y\nSV2*${line}`), ['error']).filter((one) => one.startsWith('service/invalid-units'))
        .length;
    assert.deepEqual([severe('0120**500*DA*0'), severe('0250**500*UN*0')], [1, 0]);
  });
});
