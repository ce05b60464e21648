// A payer that has decided on the lines has paid something for the claim, or nothing.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'Another payer that has decided says what it paid for the claim',
  why: 'The next payer works out what is left from that amount: without it the claim comes back.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2320 AMT*D'],
  transaction: '2320 AMT02',
  bad: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055
after REF*6R: SVD*60055*100*HC:99213:25**1~CAS*CO*45*45~DTP*573*D8*20260825`,
  ],
  good: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055
after REF*6R: SVD*60055*100*HC:99213:25**1~CAS*CO*45*45~DTP*573*D8*20260825`,
  ],
  check({ sent }, { report }) {
    for (const { id, paid, order } of sent?.payers ?? []) {
      if (paid || !id) continue;
      const decided = sent?.lines.some(({ decisions }) => decisions.some(({ payer }) => payer.value === id.value));
      if (decided) report(order, `Payer ${id.value} has decided on lines of this claim: what it paid for the claim (AMT*D) is missing`);
    }
  },
});
