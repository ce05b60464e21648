// A reversal takes back: its amounts are negative.
import { readSentRemittance } from '../../model/sent-remittance';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The charge of a reversal is negative',
  why: 'A reversal with the sign of a payment would be posted as a second payment.',
  cites: ['ASC X12N 835 005010X221A1, section 1.10.2.8, reversals and corrections'],
  transaction: '2100 CLP03',
  bad: [
    `835
CLP*E1001*22*145*92.5*20*12*PCN100200300*11*1`,
    '835\nCLP*E1001*1*-145*-92.5*-20*12*PCN100200300*11*1',
  ],
  good: [
    `835
CLP*E1001*1*145*92.5*20*12*PCN100200300*11*1`,
  ],
  check({ document, transaction, source }, { report }) {
    for (const { name, status, charge } of readSentRemittance(document, transaction, source)?.claims ?? []) {
      if (status.value === '22' && charge > 0) report(status, `Claim ${name} is reversed (22), but its charge is not negative`);
      // Some payers take back with the status of the first payment.
      else if (status.value !== '22' && charge < 0)
        report(status, `Claim ${name} has a charge below zero: a payment that is taken back has status 22`, {
          severity: 'warning',
          transaction: '2100 CLP02',
        });
    }
  },
});
