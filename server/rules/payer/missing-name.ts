// A payer has a name.
import { rule } from '../rule';

export default rule({
  on: 'payer',
  lacks: ['name'],
  severity: 'error',
  since: '0.1.0',
  title: 'A payer has a name',
  why: 'The name goes on every claim to this payer.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BB NM103'],
  paper: '11c',
  transaction: '2010BB NM103',
  bad: ['payer CIGNA\n  payer-id 62308\n  filing CI'],
  good: ['payer CIGNA\n  name Cigna\n  payer-id 62308\n  filing CI'],
  check(payer, { report }) {
    if (!payer.name) report(payer.head, `${payer.id.value} has no name: add name`);
  },
});
