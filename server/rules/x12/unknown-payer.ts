// A decision on a line names one of the other payers of the claim.
import { replace, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A decision on a line is of a payer that the claim names',
  why: 'The receiver cannot tell who paid the line and refuses the claim.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2430 SVD01 and loop 2330B NM109'],
  transaction: '2430 SVD01',
  bad: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*80~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER2*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  good: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*180~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  check({ sent }, { report }) {
    // A payer without its name is told as such: the decisions may be its.
    if (!sent || sent.payers.some(({ id }) => !id)) return;
    for (const { decisions } of sent.lines) {
      for (const { payer } of decisions) {
        if (payer.value === '' || sent.payers.some((one) => one.id?.value === payer.value)) continue;
        const [only] = sent.payers;
        report(payer, `No other payer of this claim has the id ${payer.value}`, {
          fixes: sent.payers.length === 1 && only.id ? [replace(payer, only.id.value, `Change to ${only.id.value}`)] : [],
        });
      }
    }
  },
});
