// The clean files in which examples stand have no findings.
import assert from 'node:assert/strict';
import { frameX12, told } from './kit';

suite('x12 rules: clean files', () => {
  for (const kind of ['837P', '837I', '837D', '835', '999', '277CA']) {
    test(kind, () => assert.deepEqual(told(frameX12(kind)), []));
  }

  test('an employer who holds the policy has no member id', () => {
    const claim = frameX12(
      [
        'HL*2*1*22*1',
        'SBR*P********WC',
        'NM1*IL*2*RIVERSIDE WORKS',
        'no N3*12',
        'no N4*SPRINGFIELD*IL*627045678',
        'no DMG',
        'after NM1*PR: HL*3*2*23*0~PAT*20~NM1*QC*1*DOE*JANE~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*19680314*F~REF*Y4*WC77',
        'CLM*E1001*255***11:B:1*Y*A*Y*Y**EM',
        'after CLM: DTP*439*D8*20260810',
      ].join('\n'),
    );
    assert.deepEqual(
      told(claim).filter((one) => JSON.stringify(one).includes('missing-member')),
      [],
      JSON.stringify(told(claim)),
    );
  });
});
