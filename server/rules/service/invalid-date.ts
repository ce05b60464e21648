// The day of a service lies within the days of the encounter.
import { rule } from '../rule';

export default rule({
  on: 'service',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'The day of a service lies within the days of the encounter',
  why: 'One of the two dates is wrong. An encounter of several days is written 2026-11-02..2026-11-04.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 DTP*472'],
  paper: '24A',
  transaction: '2400 DTP*472',
  bad: ['services\n  99213  AB  145.00  date 2026-11-03'],
  good: ['date 2026-11-02..2026-11-04\nservices\n  99213  AB  145.00  date 2026-11-03'],
  check({ claim, service: { date } }, { report }) {
    const days = claim.date?.value;
    if (claim.origin !== 'encounter' || !date || !days || (days.from <= date.value.from && date.value.to <= days.to)) return;
    const written = (range: typeof days) => (range.from === range.to ? range.from : `${range.from}..${range.to}`);
    report(date, `${written(date.value)} is not within the encounter, ${written(days)}`);
  },
});
