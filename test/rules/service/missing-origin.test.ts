// service/missing-origin.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/missing-origin', () => {
  test('finds it', () =>
    checkLines(`
place 41
services
  A0427  AB  700.00
  ^^^^^ warning service/missing-origin: A0427 needs a modifier of two letters for where the ride began and ended, e.g. RH: residence to hospital
`));

  test('Medicaid sends it back, a health plan may not', () => {
    const severity = (filing: string): number =>
      told(frameX12(`SBR*P*18*******${filing}\nCLM*E1001*255***41:B:1*Y*A*Y*Y\nSV1*HC:A0427*145*UN*1***1`), ['error']).filter((one) =>
        one.startsWith('service/missing-origin'),
      ).length;
    assert.deepEqual([severity('MC'), severity('CI')], [1, 0]);
  });
});
