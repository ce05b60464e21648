// The status of a claim in a remittance agrees with what was paid.
import { readSentRemittance } from '../../model/sent-remittance';
import { formatMoney } from '../../model/money';
import { rule } from '../rule';

const DENIED = '4';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A claim that was denied was not paid',
  why: 'A biller who reads the status appeals a claim that was paid, or writes off one that was not.',
  cites: ['ASC X12N 835 005010X221A1, loop 2100 CLP02 and CLP04'],
  transaction: '2100 CLP02',
  bad: ['835\nCLP*E1001*4*145*92.5*20*12*PCN100200300*11*1'],
  good: ['835\nCLP*E1001*1*145*92.5*20*12*PCN100200300*11*1'],
  check({ document, transaction, source }, { report }) {
    for (const { status, paid, name } of readSentRemittance(document, transaction, source)?.claims ?? [])
      if (status.value === DENIED && paid && paid.value > 0)
        report(status, `Claim ${name} is said to be denied (4), and ${formatMoney(paid.value)} is paid`);
  },
});
