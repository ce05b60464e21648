// service/mismatched-diagnosis.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/mismatched-diagnosis', () => {
  test('finds it on the pointer', () =>
    checkLines(`
diagnoses
  A  N63.10
  B  I10
services
  77067  B  220.00
  ^^^^^ information service/missing-fee: 77067 is not in the charge master: check the code, or add it to fees
         ^ warning service/mismatched-diagnosis: 77067 is a screening: its diagnosis is Z12.31. For a finding, 77065 or 77066 is the test
  99213  A  145.00
`));

  test('one diagnosis of the purpose among others is enough', () =>
    checkLines(`
diagnoses
  A  I10
  B  Z23
services
  90686  AB  40.00
  ^^^^^ information service/missing-fee: 90686 is not in the charge master: check the code, or add it to fees
`));

  test('Medicare pays treatment of the spine for a subluxation, told first', () => {
    const of = (filing: string, first: string, second: string): string[] =>
      told(frameX12(`SBR*P*18*******${filing}\nHI*ABK:${first}*ABF:${second}\nSV1*HC:98941:AT*145*UN*1***1:2`), ['error']).filter((one) =>
        one.startsWith('service/mismatched-diagnosis'),
      );
    assert.equal(of('MB', 'M5450', 'M9903').length, 1);
    assert.deepEqual(of('MB', 'M9903', 'M5450'), []);
    assert.deepEqual(of('CI', 'M5450', 'M9903'), []);
  });
});
