// An injury treated for the first time says whether an accident caused it.
import { diagnosisKey } from '../../model/diagnosis-codes';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  lacks: ['accident'],
  severity: 'information',
  since: '0.1.0',
  title: 'An injury treated for the first time says whether an accident caused it',
  why: 'Payers hold such claims back and write to the patient to learn whether another insurance must pay.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM11', 'CMS Medicare Claims Processing Manual, chapter 26, items 10a to 10c'],
  paper: '10',
  transaction: '2300 CLM11',
  bad: ['diagnoses\n  A  S52.501A\nservices\n  99213  A  145.00'],
  good: [
    `
accident other 2026-11-01
diagnoses
  A  S52.501A
services
  99213  A  145.00
`,
    `
diagnoses
  A  S52.501D
services
  99213  A  145.00
`,
  ],
  check(claim, { report }) {
    const first = claim.diagnoses[0]?.code;
    if (
      claim.origin !== 'encounter' ||
      claim.accident ||
      !first ||
      !/^(S\d\w{4}|T(0\d|1[0-9]|2\d|3[0-4])\w{3})[AB]$/.test(diagnosisKey(first.value))
    )
      return;
    report(first, `${first.value.toUpperCase()} is an injury: if it was an accident, say so, such as accident other 2026-10-30`);
  },
});
