// A claim to a second payer tells of the first.
import { rule } from '../rule';

const FIRST = 'P',
  UNKNOWN = 'U';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'A claim to a second payer tells what the first one paid',
  why: 'A second payer sends back a claim that does not say who was first and what was paid.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2320'],
  paper: '9',
  transaction: '2320 SBR01',
  bad: [
    'SBR*S*18*0098765******CI',
    `SBR*S*18*0098765******CI
after PRV*PE: SBR*T*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1`,
  ],
  good: ['SBR*P*18*0098765******CI'],
  check({ sent }, { report }) {
    if (!sent?.subscriber) return;
    const { order } = sent.subscriber;
    if (order.value !== 'S' && order.value !== 'T') return;
    const [other] = sent.payers;
    if (other) {
      // Of one whose place nobody knows (U) it may be the first.
      if (sent.payers.every((one) => one.order.value !== FIRST && one.order.value !== UNKNOWN))
        report(
          other.order,
          `None of the payers is the first (P): this claim goes to the ${order.value}, another one is ${other.order.value}`,
          { transaction: '2320 SBR01' },
        );
    } else report(order, 'This payer is not the first, but no other payer is named (loop 2320)');
  },
});
