// The result of a group agrees with the results of its transactions.
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** AK905 to AK909: the group has no end, or its end counts other transactions than there are. */
const MISCOUNTED = new Set(['3', '5']);

export default rule({
  on: 'transaction',
  types: ['999'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A group with a refused transaction is not accepted as a whole',
  why: 'The sender would take refused claims for accepted ones.',
  cites: ['ASC X12C 999 005010X231A1, AK901 to AK904 and IK501'],
  transaction: 'AK901',
  bad: [
    `999
AK9*P*1*2*1`,
    `999
AK9*A*2*2*2`,
    `999
AK9*P*2*2*2`,
    `999
AK9*P*2*1*1`,
    `999
AK9*P*2*2*0`,
  ],
  good: [
    `999
AK9*P*2*2*1`,
    `999
AK9*P*1*2*1*5`,
  ],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let good = 0,
      bad = 0;
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'IK5') {
        if (/^[AE]$/.test(row.text(1))) good += 1;
        else bad += 1;
      }
      if (id !== 'AK9') continue;
      const [result, included, received, accepted] = [1, 2, 3, 4].map((n) => row.at(n));
      const all = good + bad;
      if (Number(received.value) < all) report(received, `AK903 says ${received.value} received, there are answers to ${all}`);
      else if (Number(accepted.value) > Number(received.value) - bad)
        report(accepted, `AK904 says ${accepted.value} accepted, ${bad} of ${received.value} are refused`);
      else if (accepted.value !== '' && Number(accepted.value) < good)
        report(accepted, `AK904 says ${accepted.value} accepted, ${good} answers accept`);
      else if (/^[AE]$/.test(result.value) && bad > 0)
        report(result, `${result.value} accepts the group, but ${bad} of its transactions are refused`);
      else if (result.value === 'R' && Number(accepted.value) > 0)
        report(result, `R refuses the group, but ${accepted.value} of its transactions are accepted`);
      else if (Number(received.value) > Number(included.value) && ![5, 6, 7, 8, 9].some((n) => MISCOUNTED.has(row.text(n))))
        report(received, `AK903 says ${received.value} received, AK902 ${included.value} sent`);
      good = bad = 0;
    }
  },
});
