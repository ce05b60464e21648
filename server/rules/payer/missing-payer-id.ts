// A payer has a number for electronic claims.
import { rule } from '../rule';

export default rule({
  on: 'payer',
  lacks: ['payer-id'],
  severity: 'error',
  since: '0.1.0',
  title: 'A payer has a payer id',
  why: 'Clearinghouses forward claims by this number: without it they do not know where to.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BB NM109'],
  transaction: '2010BB NM109',
  bad: ['payer CIGNA\n  name Cigna\n  filing CI'],
  good: ['payer CIGNA\n  name Cigna\n  payer-id 62308\n  filing CI'],
  check(payer, { report }) {
    if (!payer.payerId) report(payer.head, `${payer.id.value} has no payer-id: it stands in the clearinghouse’s list of payers`);
  },
});
