// The ages of a patient and of the policy holder fit what they are to each other.
import { ageOn } from '../../model/dates';
import { rule } from '../rule';

/** Years. */
const YOUNGEST_PARENT = 10,
  YOUNGEST_SPOUSE = 14,
  YOUNGEST_HOLDER = 14;

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
    `
patient POE
  name Poe, Ann
  born 1960-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship child
    subscriber Poe, John
      born 1985-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`,
    `
patient POE
  name Poe, Ann
  born 2018-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship spouse
    subscriber Poe, John
      born 1985-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`,
    `
patient POE
  name Poe, Ann
  born 2018-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship other
    subscriber Poe, John
      born 2020-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`,
  ],
  good: [
    `
patient POE
  name Poe, Ann
  born 2014-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship child
    subscriber Poe, John
      born 1985-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`,
    `
patient POE
  name Poe, Ann
  born 1987-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship spouse
    subscriber Poe, John
      born 1985-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`,
    `
patient POE
  name Poe, Ann
  born 1960-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship other
    subscriber Poe, John
      born 1985-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`,
  ],
  check({ coverage: { relationship, subscriber }, patient, day }, { report, today }) {
    const holder = subscriber?.born,
      born = patient.born;
    if (!relationship || relationship.value === 'self' || !holder || !born) return;
    const years = (one: string): number => ageOn(one, day ?? today);
    const older = years(holder.value) - years(born.value);
    if (relationship.value === 'child' && older < YOUNGEST_PARENT)
      report([born, relationship], `The patient is said to be a child of the policy holder, who is ${older > 0 ? `only ${older} years older` : 'not older'}`);
    else if (years(holder.value) < YOUNGEST_HOLDER) report([holder, relationship], `The policy holder is ${years(holder.value)} years old: patient and policy holder may be mixed up`);
    else if (relationship.value === 'spouse' && years(born.value) < YOUNGEST_SPOUSE)
      report([born, relationship], `The patient is said to be the policy holder’s spouse, and is ${years(born.value)} years old`);
  },
});
