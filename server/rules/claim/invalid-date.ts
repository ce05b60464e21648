// A service is not in the future and not before the patient was born.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.1.0',
  title: 'A service lies between the patient’s birth and today',
  why: 'A payer refuses services of the future, and of a time before the patient was born (reason 14).',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 DTP*472', 'X12 claim adjustment reason code 14'],
  paper: '24A',
  transaction: '2400 DTP*472',
  bad: ['date 2027-11-02', 'date 1967-11-02'],
  good: ['date 2026-11-02', 'date 2026-11-21'],
  check(claim, { report, today }) {
    const told = claim.patient?.target?.born?.value;
    // A date of birth that has not come is told as such.
    const born = told && told <= today ? told : undefined;
    // With a date of its own, a line is judged by it where the encounter has none.
    for (const at of claim.date ? [claim] : claim.services) {
      const { date } = at;
      if (!date) continue;
      if (date.value.to > today) report(date, `The service is dated ${date.value.to}, in the future`);
      else if (born && date.value.from < born)
        report(date, `The service is dated ${date.value.from}, before the patient was born on ${born}: correct one of the two`);
    }
  },
});
