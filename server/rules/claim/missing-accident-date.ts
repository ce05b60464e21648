// An accident has a date.
import { rule } from '../rule';

/** Wounds, burns and poisonings, as the first diagnosis. */
const INJURY = /^[Ss]|^[Tt][0-6]/;

export default rule({
  on: 'claim',
  alike: ['head', 'diagnoses'],
  lacks: ['accident'],
  severity: 'error',
  since: '0.1.0',
  title: 'An accident has a date',
  why: 'A payer asks when it happened before it pays anything.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*439', 'CMS Medicare Claims Processing Manual, chapter 26, item 14'],
  paper: '14',
  transaction: '2300 DTP*439',
  bad: ['accident other'],
  good: ['accident other 2026-10-30', 'accident work'],
  check(claim, { report }) {
    const { accident } = claim;
    if (!accident || accident.value.date) return;
    // What work does to health slowly has no day; a wound has.
    if (accident.value.kinds.some((kind) => kind !== 'work') || INJURY.test(claim.diagnoses[0]?.code?.value ?? ''))
      report(
        accident,
        claim.origin === 'x12'
          ? 'The claim is for an accident (CLM11), but the day of the accident (DTP*439) is missing'
          : 'The accident has no date: write it behind the kind, such as other 2026-10-30',
      );
  },
});
