// What led to a visit was before it.
import { lastDay } from '../../model/claim';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.1.0',
  title: 'Accident, onset, last visit and last period are not after the service',
  why: 'A payer refuses a claim whose dates run backwards.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*439, 431, 304 and 484'],
  paper: '14',
  transaction: '2300 DTP',
  bad: ['accident other 2026-11-03', 'onset 2026-11-03', 'last-seen 2026-11-03', 'lmp 2026-11-03'],
  good: ['accident other 2026-11-02', 'onset 2026-10-20'],
  check(claim, { report }) {
    const last = lastDay(claim);
    if (last === undefined) return;
    const earlier = [
      ['The accident', claim.accident?.value.date],
      ['The onset', claim.onset],
      ['The last visit', claim.lastSeen],
      ['The last period', claim.lmp],
    ] as const;
    for (const [what, date] of earlier) {
      if (date && date.value > last) report(date, `${what}, ${date.value}, is after the service on ${last}`);
    }
  },
});
