// A claim to a second payer tells of the first.
import { rule } from '../rule';

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
  bad: ['SBR*S*18*0098765******CI'],
  good: ['SBR*P*18*0098765******CI'],
  check({ sent }, { report }) {
    if (!sent?.subscriber || sent.payers.length > 0) return;
    const { order } = sent.subscriber;
    if (order.value === 'S' || order.value === 'T') report(order, 'This payer is not the first, but no other payer is named (loop 2320)');
  },
});
