// The frequency of a claim is one that its receiver knows.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'The frequency of a bill is in the list',
  why: 'A payer refuses a bill of a kind that it does not know.',
  cites: ['ASC X12N 837I 005010X223A2, loop 2300 CLM05-3', 'NUBC, Official UB-04 Data Specifications, type of bill'],
  transaction: '2300 CLM05-3',
  bad: ['837I\nCLM*E2001*500***13:A:R**A*Y*Y'],
  good: ['837I\nCLM*E2001*500***13:A:7**A*Y*Y\nafter CL1: REF*F8*2026110200017'],
  check({ sent, day }, { report, codes, today }) {
    // Those of other claims are listed in their guides.
    if (!sent || sent.frequency.value === '') return;
    const { frequency } = sent;
    if (codes.find('claim-frequency', frequency.value, day ?? today).status === 'unknown')
      report(frequency, `There is no frequency ${frequency.value}: 1 is an original, 7 replaces an earlier claim, 8 voids it`);
  },
});
