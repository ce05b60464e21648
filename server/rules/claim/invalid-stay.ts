// A stay in hospital begins before it ends and holds the services.
import { lastDay } from '../../model/claim';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.1.0',
  title: 'A stay begins before it ends, and not after the service',
  why: 'A payer refuses a claim whose dates run backwards.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*435 and 096', 'CMS Medicare Claims Processing Manual, chapter 26, item 18'],
  paper: '18',
  transaction: '2300 DTP*435',
  bad: ['admitted 2026-11-03', 'admitted 2026-11-01\ndischarged 2026-10-30'],
  good: ['admitted 2026-11-01\ndischarged 2026-11-04'],
  check(claim, { report }) {
    const { admitted, discharged } = claim,
      last = lastDay(claim);
    if (admitted && discharged && discharged.value < admitted.value)
      report(discharged, `Discharged on ${discharged.value}, before the admission on ${admitted.value}`, { transaction: '2300 DTP*096' });
    else if (admitted && last !== undefined && admitted.value > last)
      report(admitted, `Admitted on ${admitted.value}, after the service on ${last}`);
  },
});
