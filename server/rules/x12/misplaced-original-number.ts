// An original claim names no earlier one.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'Only a correction names an earlier claim',
  why: 'With frequency 1 the payer takes the claim for a new one and denies it as a duplicate.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM05-3 and REF*F8', 'CMS Medicare Claims Processing Manual, chapter 26, item 22'],
  paper: '22',
  transaction: '2300 REF02',
  bad: ['after CLM: REF*F8*2026110200017'],
  good: [
    `CLM*E1001*255***11:B:7*Y*A*Y*Y
after CLM: REF*F8*2026110200017`,
  ],
  check({ original, sent }, { report }) {
    if (!sent || !original || sent.frequency.value !== '1') return;
    report(original, 'An earlier claim is named, but the frequency is 1, an original: 7 replaces, 8 voids');
  },
});
