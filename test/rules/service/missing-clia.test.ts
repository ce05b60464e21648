// service/missing-clia.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/missing-clia', () => {
  test('finds it', () =>
    checkLines(`
services
  82962-QW  AB  15.00
  ^^^^^ information service/missing-fee: 82962 is not in the charge master: check the code, or add it to fees
        ^^ error service/missing-clia: A waived test needs the CLIA number of RIVERSIDE: none is given there
`));

  test('accepts what is right', () =>
    checkLines(`
services
  82962  AB  15.00
  ^^^^^ information service/missing-fee: 82962 is not in the charge master: check the code, or add it to fees
`));

  test('an error for Medicare', () =>
    checkLines(`
patient ROE-RICHARD
ordering CURIE
services
  82962-QW  AB  15.00
  ^^^^^ information service/missing-fee: 82962 is not in the charge master: check the code, or add it to fees
        ^^ error service/missing-clia: A waived test needs the CLIA number of RIVERSIDE: none is given there
`));

  test('every test for Medicare', () =>
    checkLines(`
patient ROE-RICHARD
ordering CURIE
services
  80053  AB  35.00
  ^^^^^ error service/missing-clia: Medicare pays the test 80053 only with the CLIA number of RIVERSIDE: none is given there
  85025  AB  20.00
  ^^^^^ information service/missing-fee: 85025 is not in the charge master: check the code, or add it to fees
`));

  test('in a claim file the number stands with the claim or the line', () => {
    const file = (change: string): string[] =>
      told(frameX12(`SV1*HC:82962:QW*145*UN*1***1:2\n${change}`)).filter((one) => one.includes('missing-clia'));
    assert.deepEqual(file('BHT*0019*00*B1*20260901*1253*CH'), [
      'service/missing-clia [2400 SV101-03] A waived test needs the CLIA number: REF*X4 is missing',
    ]);
    assert.deepEqual([file('after CLM: REF*X4*14D1234567'), file('after REF*6R: REF*X4*14D1234567')], [[], []]);
  });
});
