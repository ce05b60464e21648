// An encounter has a date.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  lacks: ['date'],
  severity: 'error',
  since: '0.1.0',
  title: 'An encounter has a date',
  why: 'The day of service decides which codes, fees and coverages count.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 DTP*472', 'CMS Medicare Claims Processing Manual, chapter 26, item 24A'],
  paper: '24A',
  transaction: '2400 DTP*472',
  bad: ['no date'],
  good: ['date 2026-11-02', 'no date\nservices\n  99213  AB  145.00  date 2026-11-02'],
  check(claim, { report }) {
    if (claim.date) return;
    // Lines with days of their own need none from the encounter.
    if (claim.services.length > 0 && claim.services.every((service) => service.date)) return;
    report(claim.head, 'There is no date of service: add date and the day');
  },
});
