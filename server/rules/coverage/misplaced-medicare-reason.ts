// Where Medicare pays second, another coverage is named before it.
import { isMedicare } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'warning',
  since: '0.2.0',
  title: 'Where Medicare pays second, another coverage pays first',
  why: 'The coverage says why Medicare comes after another plan: Medicare denies a claim that names it first (reason 22).',
  cites: ['CMS Medicare Secondary Payer Manual, chapter 3', 'X12 claim adjustment reason code 22'],
  paper: '11',
  transaction: '2000B SBR01',
  bad: ['coverage M1\n  payer MEDICARE\n  member 1EG4TE5MK73\n  medicare-secondary 12'],
  good: [
    'coverage M1\n  payer MEDICARE\n  member 1EG4TE5MK73',
    'born 1950-01-01\ncoverage A1\n  payer AETNA\n  member W1\ncoverage M1\n  payer MEDICARE\n  member 1EG4TE5MK73\n  medicare-secondary 12',
  ],
  check({ coverages: [first] }, { report }) {
    const reason = first?.coverage.medicareSecondary;
    if (!reason || !isMedicare(first.payer?.filing?.value)) return;
    report(
      [first.at, reason],
      `${first.coverage.id.value} is Medicare and pays second (${reason.value}), but no other coverage comes before it on this claim`,
    );
  },
});
