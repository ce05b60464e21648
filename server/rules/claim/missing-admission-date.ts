// Care of an inpatient says when the patient was admitted.
import { INPATIENT_PLACES } from '../claim-line';
import { insertLine, rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['head'],
  lacks: ['admitted'],
  severity: 'error',
  since: '0.1.0',
  title: 'Care of an inpatient says when the patient was admitted',
  why: 'Payers refuse professional services in a hospital without the day of admission.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*435', 'CMS Medicare Claims Processing Manual, chapter 26, item 18'],
  paper: '18',
  transaction: '2300 DTP*435',
  bad: ['place 21'],
  good: ['place 21\nadmitted 2026-11-01', 'place 11'],
  check(claim, { report }) {
    if (claim.admitted || !claim.place || !INPATIENT_PLACES.has(claim.place.value)) return;
    const fixes =
      claim.encounter && claim.day ? [insertLine(claim.head, `admitted  ${claim.day}`, `Add admitted ${claim.day}`, claim.place)] : [];
    const word = claim.origin === 'x12' ? 'DTP*435' : 'admitted';
    report(claim.place, `Place ${claim.place.value} needs the day of admission: ${word}`, { fixes });
  },
});
