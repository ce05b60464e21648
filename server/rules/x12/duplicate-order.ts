// Payers of a claim pay in an order.
import { rule } from '../rule';

const WORDS: Readonly<Record<string, string>> = { P: 'the first', S: 'the second', T: 'the third' };

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'Of the payers of a claim only one is first, only one second',
  why: 'Two payers of the same order make it impossible to tell who pays first: the claim is refused.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2000B and 2320 SBR01'],
  paper: '11d',
  transaction: '2320 SBR01',
  bad: [
    `SBR*P*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*180~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  good: [
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*180~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*20260820`,
  ],
  check({ sent }, { report }) {
    if (!sent?.subscriber || sent.payers.length === 0) return;
    const taken = new Set([sent.subscriber.order.value]);
    for (const { order } of sent.payers) {
      if (order.value === '' || order.value === 'U') continue;
      if (taken.has(order.value)) report(order, `Two payers of this claim are ${WORDS[order.value] ?? order.value} (SBR01)`);
      taken.add(order.value);
    }
  },
});
