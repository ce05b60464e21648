// service/duplicate-line.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/duplicate-line', () => {
  test('finds it', () =>
    checkLines(`
services
  99213-25  AB
  20610-RT  AB
  20610-RT  AB
  ^^^^^ error service/duplicate-line: 20610-RT is already on line 2 on 2026-11-02: make it units of that line, or say what it is with 76, 77, 91 or 59
`));

  test('accepts what is right', () =>
    checkLines(`
services
  20610-RT  AB
  20610-RT-76  AB
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  20610-RT  AB
  20610-LT  AB
        ^^ warning fix diagnosis/mismatched-laterality: M17.11 is for the right side, modifier LT for the left: one of the two is wrong
`));

  test('accepts what is right (3)', () =>
    checkLines(`
date 2026-11-02..2026-11-03
services
  36415  AB  date 2026-11-02
  36415  AB  date 2026-11-03
`));

  test('another clinician is another service', () =>
    checkLines(`
services
  36415  AB
  36415  AB  rendering HOUSE
`));

  test('two drugs under one code', () =>
    checkLines(`
services
  J3301  AB  ndc 00003-0293-05 ML1
  J3301  AB  ndc 00003-0293-20 ML1
`));

  test('a test or a ride that is sent twice is an error, a drug may be given twice', () => {
    const severities = (service: string): number[] =>
      ['error', 'warning'].map(
        (severity) =>
          told(frameX12(`SV1*HC:${service}*145*UN*1***1\nlast: LX*3~SV1*HC:${service}*145*UN*1***1~DTP*472*D8*20260815`), [
            severity,
          ]).filter((one) => one.startsWith('service/duplicate-line')).length,
      );
    assert.deepEqual(['72040', '82947', 'A0427:RH', 'J3301'].map(severities), [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });
});
