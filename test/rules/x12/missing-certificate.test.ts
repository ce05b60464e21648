// The examples of rule x12/missing-certificate.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/missing-certificate');

suite('x12/missing-certificate: severity', () => {
  test('Medicare alone asks for the agency of a care plan, and with a warning', () => {
    const count = (example: string, severity: string): number =>
      told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/missing-certificate ')).length;
    assert.equal(count('SBR*P*18*******MB\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73\nSV1*HC:G0181*145*UN*1***1:2', 'warning'), 1);
    assert.equal(count('SV1*HC:G0181*145*UN*1***1:2', 'warning'), 0);
  });
});
