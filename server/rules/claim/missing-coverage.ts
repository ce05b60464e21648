// A patient has a coverage.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  lacks: ['coverage'],
  severity: 'warning',
  since: '0.1.0',
  title: 'A patient has a coverage',
  why: 'Without one there is no payer to send a claim to: the patient pays.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR', 'CMS Medicare Claims Processing Manual, chapter 26, item 1a'],
  paper: '1a',
  transaction: '2000B SBR',
  bad: ['no coverage'],
  good: ['patient DOE-JANE'],
  check(claim, { report }) {
    const patient = claim.patient;
    if (!patient?.target || claim.coverages.length > 0 || claim.unknownCoverages.length > 0) return;
    report(patient.at, `${patient.target.id.value} has no coverage: there is nobody to send a claim to`);
  },
});
