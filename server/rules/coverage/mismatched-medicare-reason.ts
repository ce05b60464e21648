// The reason why Medicare pays second fits the age of the patient.
import { ageOn } from '../../model/dates';
import { rule } from '../rule';

/** From this age on Medicare is for age, before it for a disability. */
const MEDICARE_AGE = 65;
/** Working people and their spouses of that age; disabled people below it. */
const AGED = '12',
  DISABLED = '43';

/** A patient for whom Medicare pays second, and why. */
const secondary = (born: string, reason: string): string => `
born ${born}
coverage A1
  payer AETNA
  member W1
coverage M1
  payer MEDICARE
  member 1EG4TE5MK73
  medicare-secondary ${reason}
`;

export default rule({
  on: 'claim',
  alike: ['head'],
  severity: 'warning',
  since: '0.2.0',
  title: 'The reason why Medicare pays second fits the age of the patient',
  why: 'Medicare holds the claim back: 12 is for people of 65 who work, 43 for disabled people below 65.',
  cites: ['CMS Medicare Secondary Payer Manual, chapter 2, sections 10 and 30', 'ASC X12N 837P 005010X222A1, loop 2000B SBR05'],
  paper: '11',
  transaction: '2000B SBR05',
  bad: [secondary('1950-01-01', DISABLED), secondary('1990-01-01', AGED)],
  good: [secondary('1950-01-01', AGED), secondary('1990-01-01', DISABLED), secondary('1990-01-01', '13')],
  concerns: ({ coverages }) => coverages.some(({ coverage }) => coverage.medicareSecondary),
  check(claim, { report }) {
    if (claim.coverages.every(({ coverage }) => !coverage.medicareSecondary)) return;
    const born = claim.patient?.target?.born?.value;
    if (born === undefined || claim.day === undefined) return;
    const age = ageOn(born, claim.day);
    for (const {
      coverage: { medicareSecondary: reason },
      at,
    } of claim.coverages) {
      if (reason?.value === DISABLED && age >= MEDICARE_AGE)
        report(
          [reason, at],
          `Reason ${DISABLED} is for disabled people below ${MEDICARE_AGE}: the patient is ${age}, for whom ${AGED} may be meant`,
        );
      else if (reason?.value === AGED && age < MEDICARE_AGE)
        report(
          [reason, at],
          `Reason ${AGED} is for people of ${MEDICARE_AGE} and more: the patient is ${age}, for whom ${DISABLED} may be meant`,
        );
    }
  },
});
