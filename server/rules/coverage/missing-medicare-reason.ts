// Where Medicare is not the first payer, the claim says why.
import { isMedicare } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.1.0',
  title: 'Where Medicare pays second, the coverage says why',
  why: 'Medicare refuses a secondary claim without the reason, e.g. 12 for a patient who still works.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR05', 'CMS Medicare Secondary Payer Manual, chapter 3'],
  paper: '11', transaction: '2000B SBR05',
  bad: ['patient POE\n  name Poe, Ann\n  born 1950-01-01\n  sex F\n  address 1 Elm St, Springfield IL 62704\n  coverage A1\n    payer AETNA\n    member W1\n  coverage M1\n    payer MEDICARE\n    member 1EG4TE5MK73\n\nencounter E1\n  patient POE\n  date 2026-11-02\n  place 11\n  rendering CURIE\n  diagnoses\n    A  M17.11\n  services\n    99213  A'],
  good: ['patient POE\n  name Poe, Ann\n  born 1950-01-01\n  sex F\n  address 1 Elm St, Springfield IL 62704\n  coverage A1\n    payer AETNA\n    member W1\n  coverage M1\n    payer MEDICARE\n    member 1EG4TE5MK73\n    medicare-secondary 12\n\nencounter E1\n  patient POE\n  date 2026-11-02\n  place 11\n  rendering CURIE\n  diagnoses\n    A  M17.11\n  services\n    99213  A'],
  check(claim, { report }) {
    claim.coverages.forEach(({ at, coverage, payer }, i) => {
      if (i === 0 || !isMedicare(payer?.filing?.value) || coverage.medicareSecondary) return;
      report(at, `Medicare (${coverage.id.value}) pays after ${claim.coverages[0].coverage.id.value}: its coverage must say why, medicare-secondary`);
    });
  },
});
