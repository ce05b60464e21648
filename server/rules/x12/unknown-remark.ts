// A remark of a payment exists.
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** M, MA or N and a number: those of N go up to some hundreds, and grow. */
const REMARK = /^(?:MA?\d{1,3}|N[1-9]\d{0,2}|N1\d{3})$/;

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A remark code is in the list',
  why: 'A remark that nobody can look up tells the biller nothing.',
  cites: ['X12 remittance advice remark codes', 'ASC X12N 835 005010X221A1, loop 2110 LQ02'],
  transaction: '2110 LQ02',
  bad: [
    `835
LQ*HE*N9999`,
  ],
  good: [
    `835
LQ*HE*N130`,
  ],
  check({ document, transaction, source }, { report, codes, today }) {
    const row = x12Row(document, source, transaction.first);
    for (let i = transaction.first; i < transaction.end; i += 1) {
      if (row.go(i) !== 'LQ' || row.text(1) !== 'HE') continue;
      const remark = row.value(2);
      const answer = remark && codes.find('rarc', remark.value, today);
      if (!remark || answer?.status !== 'unknown') continue;
      const unsure = answer.unsure && REMARK.test(remark.value);
      report(remark, unsure ? `${remark.value} is not in the remark codes on this machine` : `There is no remark code ${remark.value}`, {
        severity: unsure ? 'warning' : 'error',
      });
    }
  },
});
