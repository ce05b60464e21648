// A date of birth lies in the past.
import { OLDEST, ageOn } from '../../model/dates';
import { rule } from '../rule';

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.1.0',
  title: 'A date of birth lies in the past',
  why: 'A payer refuses a claim for a person who is not born yet, and does not find one with a wrong year.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA DMG02'],
  paper: '3',
  transaction: '2010BA DMG02',
  bad: ['born 2062-01-01', 'born 1880-01-01'],
  good: ['born 1990-01-01'],
  check({ party: { born } }, { report, today }) {
    if (!born) return;
    if (born.value > today) report(born, `The date of birth, ${born.value}, is in the future`);
    else if (ageOn(born.value, today) > OLDEST)
      report(born, `Born on ${born.value}, this person is ${ageOn(born.value, today)} years old: check the year`, { severity: 'warning' });
  },
});
