// What another payer paid and took off a line is what was charged.
import { formatMoney } from '../../model/money';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'Another payer’s payment and adjustments add up to the charge of the line',
  why: 'A receiver that pays second works out its share from these amounts and refuses a line that does not balance.',
  cites: ['ASC X12N 837P 005010X222A1, section 1.4.4.2, balancing at the line', 'X12 request for interpretation 1294'],
  transaction: '2430 SVD02',
  bad: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*170~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*90*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  good: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*180~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  check({ sent }, { report }) {
    if (!sent || sent.payers.length === 0) return;
    for (const { charge, decisions } of sent.lines) {
      // Two decisions of one payer on a line are parts of one.
      const payers = new Set(decisions.map((one) => one.payer.value));
      if (!charge) continue;
      for (const payer of payers) {
        const own = decisions.filter((one) => one.payer.value === payer);
        const paid = own.find((one) => one.paid)?.paid;
        if (!paid) continue;
        const total = own.reduce((sum, one) => sum + (one.paid?.value ?? 0) + one.adjusted, 0);
        if (total !== charge.value) {
          const message = `Payer ${payer} paid and took off ${formatMoney(total)}, the line charges ${formatMoney(charge.value)}`;
          report(paid, message);
        }
      }
    }
  },
});
