// A claim number stands once in a file.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A claim number stands once in a file',
  why: 'Answers and payments come back under this number: with two claims of one number nobody can tell which is meant.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM01', 'CMS Medicare Claims Processing Manual, chapter 26, item 26'],
  paper: '26',
  transaction: '2300 CLM01',
  bad: [
    'last: HL*3*1*22*0~SBR*P*18*0098765******CI~NM1*IL*1*ROE*ANN****MI*W2~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*19680314*F~NM1*PR*2*AETNA*****PI*60054~CLM*E1001*145***11:B:1*Y*A*Y*Y~HI*ABK:M1711~LX*1~SV1*HC:99213*145*UN*1***1~DTP*472*D8*20260816',
  ],
  good: [
    'last: HL*3*1*22*0~SBR*P*18*0098765******CI~NM1*IL*1*ROE*ANN****MI*W2~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*19680314*F~NM1*PR*2*AETNA*****PI*60054~CLM*E1002*145***11:B:1*Y*A*Y*Y~HI*ABK:M1711~LX*1~SV1*HC:99213*145*UN*1***1~DTP*472*D8*20260816',
  ],
  check({ sent, id }, { report }) {
    if (!sent || sent.sameNumber === undefined || sent.sameClaim !== undefined) return;
    // A void and the new claim that follows it may share a number.
    const other = sent.sameNumber.frequency;
    if (other !== sent.frequency.value && (other === '8' || sent.frequency.value === '8')) return;
    report(id, `Claim number ${id.value} is already used in this file`);
  },
});
