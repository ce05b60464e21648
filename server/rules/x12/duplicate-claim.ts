// A claim stands once in a file.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A claim stands once in a file',
  why: 'The payer denies the second one as a duplicate (reason 18).',
  cites: ['X12 claim adjustment reason code 18', 'CMS Medicare Claims Processing Manual, chapter 1, section 120'],
  transaction: '2300 CLM01',
  bad: [
    'last: HL*3*1*22*0~SBR*P*18*0098765******CI~NM1*IL*1*DOE*JANE*Q***MI*W123456789~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*19680314*F~NM1*PR*2*AETNA*****PI*60054~CLM*E1002*255***11:B:1*Y*A*Y*Y~HI*ABK:M1711*ABF:E1165~NM1*82*1*CURIE*MARIE****XX*1992012348~PRV*PE*PXC*207Q00000X~LX*1~SV1*HC:99213:25*145*UN*1***1:2~DTP*472*D8*20260815~REF*6R*E1002-1~LX*2~SV1*HC:20610:RT*110*UN*1***1~DTP*472*D8*20260815~REF*6R*E1002-2',
    'last: HL*3*1*22*0~SBR*P*18*0098765******CI~NM1*IL*1*DOE*JANE*Q***MI*W123456789~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*19680314*F~NM1*PR*2*AETNA*****PI*60054~CLM*E1001*255***11:B:1*Y*A*Y*Y~HI*ABK:M1711*ABF:E1165~NM1*82*1*CURIE*MARIE****XX*1992012348~PRV*PE*PXC*207Q00000X~LX*1~SV1*HC:99213:25*145*UN*1***1:2~DTP*472*D8*20260815~REF*6R*E1002-1~LX*2~SV1*HC:20610:RT*110*UN*1***1~DTP*472*D8*20260815~REF*6R*E1002-2',
  ],
  good: [
    'last: HL*3*1*22*0~SBR*P*18*0098765******CI~NM1*IL*1*DOE*JANE*Q***MI*W123456789~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*19680314*F~NM1*PR*2*AETNA*****PI*60054~CLM*E1002*255***11:B:1*Y*A*Y*Y~HI*ABK:M1711*ABF:E1165~NM1*82*1*CURIE*MARIE****XX*1992012348~PRV*PE*PXC*207Q00000X~LX*1~SV1*HC:99213:25*145*UN*1***1:2~DTP*472*D8*20260816~REF*6R*E1002-1~LX*2~SV1*HC:20610:RT*110*UN*1***1~DTP*472*D8*20260816~REF*6R*E1002-2',
  ],
  check({ sent, id }, { report }) {
    if (!sent || sent.sameClaim === undefined) return;
    report(id, `This claim says the same as claim ${sent.sameClaim.number} above: patient, services and days`);
  },
});
