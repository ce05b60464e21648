// Only professional claims can be written so far.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'An encounter is of a kind that can become a claim',
  why: 'Institutional and dental claims have sections of their own, which Superbill does not know yet.',
  cites: ['Superbill, the language (README of examples)'],
  transaction: '2300 CLM05',
  bad: [
    'encounter E7 dental\n  patient    DOE-JANE\n  date       2026-11-02\n  place      11\n  rendering  CURIE\n  diagnoses\n    A  I10\n  services\n    99213  A  145.00',
  ],
  good: [
    'encounter E7 professional\n  patient    DOE-JANE\n  date       2026-11-03\n  place      11\n  rendering  CURIE\n  diagnoses\n    A  I10\n  services\n    99213  A  145.00',
  ],
  check(claim, { report }) {
    if (claim.form === 'professional') return;
    report(claim.head, `${claim.form === 'dental' ? 'A dental' : 'An institutional'} encounter cannot become a claim yet`);
  },
});
