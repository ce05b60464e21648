// A stay in hospital begins before it ends and holds the services.
import { daysBetween } from '../../model/dates';
import { lastDay } from '../../model/claim';
import { INPATIENT_PLACES } from '../claim-line';
import { rule } from '../rule';

/** A visit before midnight may lead to an admission after it. */
const landing = (first: string, second: string) =>
  ({ severity: daysBetween(first, second) > 1 ? 'error' : 'warning', paper: '24A', transaction: '2400 DTP03' }) as const;

export default rule({
  on: 'claim',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.1.0',
  title: 'A stay begins before it ends, and holds the services',
  why: 'A payer refuses a claim whose dates run backwards.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*435 and 096', 'CMS Medicare Claims Processing Manual, chapter 26, item 18'],
  paper: '18',
  transaction: '2300 DTP*435',
  bad: [
    'admitted 2026-11-03',
    'admitted 2026-11-01\ndischarged 2026-10-30',
    'admitted 2026-11-01\ndischarged 2027-11-03',
    'discharged 2026-11-03',
    'place 21\nfacility SURGICENTER\nadmitted 2026-10-31\ndischarged 2026-11-01',
    'place 21\ndate 2026-11-01..2026-11-02\nadmitted 2026-11-02\nfacility SURGICENTER',
  ],
  good: ['admitted 2026-11-01\ndischarged 2026-11-04'],
  check(claim, { report, today }) {
    const { admitted, discharged } = claim,
      last = lastDay(claim);
    const first = claim.day;
    if (
      admitted &&
      discharged &&
      discharged.value < admitted.value &&
      first !== undefined &&
      first < admitted.value &&
      first <= discharged.value
    )
      report(admitted, `Admitted on ${admitted.value}, after the service on ${first} and the discharge on ${discharged.value}`);
    else if (admitted && discharged && discharged.value < admitted.value)
      report(discharged, `Discharged on ${discharged.value}, before the admission on ${admitted.value}`, { transaction: '2300 DTP*096' });
    else if (admitted && last !== undefined && admitted.value > last)
      report(admitted, `Admitted on ${admitted.value}, after the service on ${last}`);
    else if (discharged && discharged.value > today)
      report(discharged, `Discharged on ${discharged.value}, in the future`, { transaction: '2300 DTP*096' });
    // In a place where patients stay overnight the admission is missed as such.
    else if (discharged && !admitted && claim.form === 'professional' && !INPATIENT_PLACES.has(claim.place?.value ?? ''))
      report(discharged, `Discharged on ${discharged.value}, but the day of the admission is missing`, { transaction: '2300 DTP*096' });
    else if (claim.form === 'professional') {
      // Care of an inpatient lies within the stay; elsewhere the dates only say that there was one.
      for (const { days, place, date } of claim.services) {
        if (!days || !INPATIENT_PLACES.has((place ?? claim.place)?.value ?? '')) continue;
        const at = [date, claim.date, claim.place];
        if (admitted && days.from < admitted.value)
          report(
            at,
            `The service on ${days.from} is before the admission on ${admitted.value}`,
            // Care that began before may end in the stay, as that of a pregnancy.
            landing(days.to < admitted.value ? days.from : admitted.value, admitted.value),
          );
        else if (discharged && days.to > discharged.value)
          report(at, `The service on ${days.to} is after the discharge on ${discharged.value}`, landing(discharged.value, days.to));
        else continue;
        if (!date) return;
      }
    }
  },
});
