// The examples of x12/invalid-name.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/invalid-name');

suite('x12/invalid-name: no first name', () => {
  const severity = (line: string, severity: string): number =>
    told(frameX12(line), [severity]).filter((one) => one.endsWith('is a person without a first name')).length;

  test('a member and a clinician without one are refused; of a payer it may be the whole name', () => {
    assert.equal(severity('NM1*IL*1*DOE*****MI*W123456789', 'error'), 1);
    assert.equal(severity('NM1*82*1*CURIE*****XX*1992012348', 'error'), 1);
    assert.equal(severity('NM1*PR*1*AETNA*****PI*60054', 'error'), 0);
    assert.equal(severity('NM1*PR*1*AETNA*****PI*60054', 'warning'), 1);
  });
});
