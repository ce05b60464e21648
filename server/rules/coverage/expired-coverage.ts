// A coverage is in force on the day of service.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A coverage is in force on the day of service',
  why: 'The payer denies services before the first or after the last day of the coverage (reasons 26 and 27).',
  cites: ['X12 claim adjustment reason codes 26 and 27'],
  paper: '1a',
  transaction: '2010BA NM109',
  bad: ['date 2024-12-31'],
  good: ['date 2025-01-01'],
  check(claim, { report }) {
    const { day } = claim;
    if (day === undefined) return;
    for (const { at, coverage } of claim.coverages) {
      const { effective, ends, id } = coverage;
      // A coverage whose dates contradict each other has a rule of its own.
      if (effective && ends && ends.value < effective.value) continue;
      if (ends && ends.value < day)
        report(at, `${id.value} ended on ${ends.value}, before the service on ${day}: which coverage holds now?`);
      else if (effective && day < effective.value)
        report(at, `${id.value} begins on ${effective.value}, after the service on ${day}: which coverage held then?`);
    }
  },
});
