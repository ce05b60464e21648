// A patient has paid no more than was charged.
import { totalCharge } from '../../model/claim';
import { formatMoney } from '../../model/money';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'warning',
  since: '0.2.0',
  title: 'What the patient paid is not more than the charge',
  why: 'The payer takes it off its payment or asks what the rest was for. Mostly a point is in the wrong place.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 AMT*F5', 'CMS Medicare Claims Processing Manual, chapter 26, item 29'],
  paper: '29',
  transaction: '2300 AMT02',
  bad: ['payments\n  2026-11-02 copay 2500.00 card', 'payments\n  2026-11-02 copay 200.00 card\n  2026-11-03 copay 200.00 card'],
  good: ['payments\n  2026-11-02 copay 25.00 card'],
  check(claim, { report }) {
    const total = totalCharge(claim);
    const paid = claim.payments.reduce((sum, one) => sum + (one.amount?.value ?? 0), 0);
    if (total === undefined || paid <= total) return;
    report(claim.payments.at(-1)?.amount, `The patient paid ${formatMoney(paid)}, more than the charge of ${formatMoney(total)}`);
  },
});
