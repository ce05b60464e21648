// The reason why Medicare pays second is one of a list.
import { rule } from '../rule';

const REASONS = new Set(['12', '13', '14', '15', '16', '41', '42', '43', '47']);

export default rule({
  on: 'coverage',
  severity: 'error',
  since: '0.1.0',
  title: 'The reason why Medicare pays second is one of the list',
  why: 'Medicare refuses a secondary claim with another reason.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR05', 'CMS Medicare Secondary Payer Manual, chapter 3'],
  paper: '11',
  transaction: '2000B SBR05',
  bad: ['coverage C1\n  payer MEDICARE\n  member 1EG4TE5MK73\n  medicare-secondary 11'],
  good: ['coverage C1\n  payer MEDICARE\n  member 1EG4TE5MK73\n  medicare-secondary 12'],
  check({ coverage: { medicareSecondary } }, { report }) {
    if (medicareSecondary && !REASONS.has(medicareSecondary.value))
      report(medicareSecondary, `${medicareSecondary.value} is no reason why Medicare pays second: ${[...REASONS].join(', ')}`);
  },
});
