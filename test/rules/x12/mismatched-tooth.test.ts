// The examples of x12/mismatched-tooth.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/mismatched-tooth');

suite('x12/mismatched-tooth: severity', () => {
  const said = (example: string, severity: string): number =>
    told(frameX12(example), [severity]).filter((one) => one.endsWith('has a day of service (DTP*472)')).length;

  test('a claim without any day may only ask: a warning', () => {
    assert.equal(said('837D\nno DTP*472', 'warning'), 1);
    assert.equal(said('837D\nno DTP*472', 'error'), 0);
  });

  test('one line of several without a day is an error', () => {
    const two = '837D\nCLM*E3001*360***11:B:1*Y*A*Y*Y\nno DTP*472\nlast: LX*2~SV3*AD:D0120*180****1~DTP*472*D8*20260815';
    assert.equal(said(two, 'error'), 1);
  });
});
