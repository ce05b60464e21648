// What led to a visit was before it.
import { type Claim, lastDay } from '../../model/claim';
import { daysBetween } from '../../model/dates';
import type { Value } from '../../model/value';
import { rule } from '../rule';

/** Ten months and twelve weeks behind them, in days. */
const LONGEST_PREGNANCY = 400;

export default rule({
  on: 'claim',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.1.0',
  title: 'Accident, onset, last visit, last period and admission lie between birth and service',
  why: 'A payer refuses a claim whose dates run backwards.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 DTP*439, 431, 304 and 484'],
  paper: '14',
  transaction: '2300 DTP',
  bad: ['accident other 2026-11-03', 'onset 2026-11-03', 'last-seen 2026-11-03', 'lmp 2026-11-03', 'onset 1967-11-03', 'lmp 2025-01-01'],
  good: ['accident other 2026-11-02', 'onset 2026-10-20'],
  concerns: hasEarlierDates,
  check(claim, { report, today }) {
    const last = lastDay(claim);
    if (!hasEarlierDates(claim) || last === undefined) return;
    const told = claim.patient?.target?.born?.value;
    // A date of birth that has not come is told as such.
    const born = told !== undefined && told <= today ? told : undefined;
    for (const [what, date] of earlierDates(claim)) {
      // Admission after the service: see claim/invalid-stay.
      if (date.value > last && date !== claim.admitted) report(date, `${what}, ${date.value}, is after the service on ${last}`);
      else if (born !== undefined && date.value < born) report(date, `${what}, ${date.value}, is before the patient was born, ${born}`);
      else if (date === claim.lmp && daysBetween(date.value, last) > LONGEST_PREGNANCY)
        report(
          date,
          `${what}, ${date.value}, is ${daysBetween(date.value, last)} days before the service: longer than a pregnancy and its aftercare`,
          { severity: 'warning' },
        );
    }
  },
});

function hasEarlierDates({ accident, onset, lastSeen, lmp, admitted }: Claim): boolean {
  return (accident?.value.date ?? onset ?? lastSeen ?? lmp ?? admitted) !== undefined;
}

/** Days before the service, with what they are. */
function earlierDates({ accident, onset, lastSeen, lmp, admitted }: Claim): (readonly [what: string, date: Value<string>])[] {
  const dates = [
    ['The accident', accident?.value.date],
    ['The onset', onset],
    ['The last visit', lastSeen],
    ['The last period', lmp],
    ['The admission', admitted],
  ] as const;
  return dates.flatMap(([what, date]) => (date ? [[what, date]] : []));
}
