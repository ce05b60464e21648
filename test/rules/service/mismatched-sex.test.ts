// service/mismatched-sex.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/mismatched-sex', () => {
  test('finds it', () =>
    checkLines(`
patient ROE-RICHARD
services
  58150  A  900.00
  ^^^^^ information service/missing-fee: 58150 is not in the charge master: check the code, or add it to fees
  ^^^^^ error service/mismatched-sex: 58150 is a service for women; the patient is on file as male: correct one of the two, or add KX
  99213-25  B  145.00
`));

  test('so is the anesthesia for it', () => {
    const of = (code: string, sex: string): number =>
      told(frameX12(`DMG*D8*19680314*${sex}\nSV1*HC:${code}:AA*145*MJ*60***1:2`), ['error']).filter((one) =>
        one.startsWith('service/mismatched-sex'),
      ).length;
    assert.deepEqual([of('00846', 'M'), of('00846', 'F')], [1, 0]);
    assert.deepEqual([of('00914', 'M'), of('00914', 'F')], [0, 1]);
    assert.deepEqual([of('00840', 'M'), of('00910', 'F')], [0, 0]);
  });
});
