// A remittance without a payment pays nothing.
import { formatMoney } from '../../model/money';
import { readSentRemittance } from '../../model/sent-remittance';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** BPR01: notification only. */
const NOTICE = 'H';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'Where nothing is paid or only notice is given, the amount is zero',
  why: 'NON says that no money comes; an amount beside it would be posted and never arrive.',
  cites: ['ASC X12N 835 005010X221A1, BPR01 and BPR04'],
  transaction: 'BPR04',
  bad: [
    `835
BPR*H*92.5*C*NON************20260910`,
    `835
BPR*H*92.5*C*CHK************20260910`,
  ],
  good: [
    `835
BPR*I*92.5*C*CHK************20260910`,
  ],
  check({ document, transaction, source }, { report }) {
    const remittance = readSentRemittance(document, transaction, source);
    if (!remittance?.amount || remittance.amount.value === 0) return;
    const amount = formatMoney(remittance.amount.value);
    const row = x12Row(document, source, transaction.first);
    if (remittance.method.value === 'NON') report(remittance.method, `No payment is made (NON), yet the amount is ${amount}`);
    else if (row.go(transaction.first + 1) === 'BPR' && row.text(1) === NOTICE)
      report(row.at(1), `This is a notice without a payment (H), yet the amount is ${amount}`, {
        transaction: 'BPR01',
        severity: 'warning',
      });
  },
});
