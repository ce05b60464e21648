// The point of origin of an admission is one that is still in use.
import { saidIn } from '../claim-line';
import { rule } from '../rule';

/** Given up, with the last day: HMO referral, emergency room, small hospital, home health agencies. */
const GONE: Readonly<Record<string, string>> = { '3': '2007-09-30', '7': '2010-06-30', A: '2007-09-30', B: '2010-06-30', C: '2010-06-30' };

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The point of origin of an admission is still in use',
  why: 'A payer returns a bill with a code that was given up, such as 7 for the emergency room.',
  cites: ['NUBC, Official UB-04 Data Specifications, form locator 15', 'ASC X12N 837I 005010X223A2, loop 2300 CL102'],
  paper: '15',
  transaction: '2300 CL102',
  bad: ['837I\nCL1*1*7*01'],
  good: ['837I\nCL1*1*1*01', '837I\nCL1*1**01'],
  check(claim, { report }) {
    if (claim.day === undefined) return;
    const origin = saidIn(claim, 'CL1', 2);
    const last = origin && GONE[origin.value];
    if (origin && last !== undefined && claim.day > last)
      report(origin, `Point of origin ${origin.value} (CL102) was given up after ${last}`);
  },
});
