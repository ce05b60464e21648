// A remittance without a payment pays nothing.
import { formatMoney } from '../../model/money';
import { readSentRemittance } from '../../model/sent-remittance';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'Where nothing is paid, the amount is zero',
  why: 'NON says that no money comes; an amount beside it would be posted and never arrive.',
  cites: ['ASC X12N 835 005010X221A1, BPR04'],
  transaction: 'BPR04',
  bad: [
    `835
BPR*H*92.5*C*NON************20260910`,
  ],
  good: [
    `835
BPR*I*92.5*C*CHK************20260910`,
  ],
  check({ document, transaction, source }, { report }) {
    const remittance = readSentRemittance(document, transaction, source);
    if (remittance?.method.value !== 'NON' || !remittance.amount || remittance.amount.value === 0) return;
    report(remittance.method, `No payment is made (NON), yet the amount is ${formatMoney(remittance.amount.value)}`);
  },
});
