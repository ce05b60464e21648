// The ages of a patient and of the policy holder fit what they are to each other.
import { ageOn } from '../../model/dates';
import { rule } from '../rule';

/** Years. */
const YOUNGEST_PARENT = 10,
  YOUNGEST_SPOUSE = 14,
  /** Below there is no doubt. */
  NO_SPOUSE = 12,
  YOUNGEST_HOLDER = 14;

/** A patient, what she is to the policy holder, and when he was born. */
const family = (born: string, relationship: string, holder: string): string => `
born ${born}
coverage C1
  payer AETNA
  member W1
  relationship ${relationship}
  subscriber Poe, John
    born ${holder}
`;

export default rule({
  on: 'coverage',
  severity: 'warning',
  since: '0.2.0',
  title: 'The ages of patient and policy holder fit their relationship',
  why: 'A payer that finds another date of birth on file refuses the claim: the two people, or the relationship, are mixed up.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA DMG02, 2000C PAT01', 'X12 claim adjustment reason code 31'],
  paper: '3',
  transaction: '2010CA DMG02',
  bad: [
    family('1960-01-01', 'child', '1985-01-01'),
    family('2018-01-01', 'spouse', '1985-01-01'),
    family('2018-01-01', 'other', '2020-01-01'),
  ],
  good: [
    family('2014-01-01', 'child', '1985-01-01'),
    family('1987-01-01', 'spouse', '1985-01-01'),
    family('1960-01-01', 'other', '1985-01-01'),
  ],
  check({ coverage: { relationship, subscriber }, patient, day }, { report, today }) {
    const holder = subscriber?.born,
      born = patient.born;
    if (!relationship || relationship.value === 'self' || !born) return;
    const years = (one: string): number => ageOn(one, day ?? today);
    // A date of birth in the future is told as such.
    const age = years(born.value);
    const isChildHolder = holder !== undefined && years(holder.value) < YOUNGEST_HOLDER;
    if (relationship.value === 'spouse' && age >= 0 && age < YOUNGEST_SPOUSE && !isChildHolder) {
      report([born, relationship], `The patient is said to be the policy holder’s spouse, and is ${age} years old`, {
        severity: age < NO_SPOUSE ? 'error' : 'warning',
      });
      return;
    }
    if (!holder) return;
    const older = years(holder.value) - age;
    if (relationship.value === 'child' && older < YOUNGEST_PARENT)
      report(
        [born, relationship],
        `The patient is said to be a child of the policy holder, who is ${older > 0 ? `only ${older} years older` : 'not older'}`,
        { severity: older < 0 ? 'error' : 'warning' },
      );
    else if (isChildHolder)
      report([holder, relationship], `The policy holder is ${years(holder.value)} years old: patient and policy holder may be mixed up`);
  },
});
