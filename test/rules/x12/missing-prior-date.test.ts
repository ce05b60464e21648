// The examples of x12/missing-prior-date.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/missing-prior-date');

suite('x12/missing-prior-date', () => {
  test('a line that names no payer of the claim may mean this one', () => {
    const rules = told(
      frameX12(`SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055
after REF*6R: SVD*60056*100*HC:99213:25**1~CAS*CO*45*45~DTP*573*D8*20260825`),
      ['error'],
    ).map((one) => one.split(' ')[0]);
    assert.deepEqual(rules, ['x12/unknown-payer']);
  });
});
