// The reason why Medicare pays second fits the age of the patient.
import { ageOn } from '../../model/dates';
import { rule } from '../rule';

/** From this age on Medicare is for age, before it for a disability. */
const MEDICARE_AGE = 65;
/** Working people and their spouses of that age; disabled people below it. */
const AGED = '12',
  DISABLED = '43';

export default rule({
  on: 'claim',
  severity: 'warning',
  since: '0.2.0',
  title: 'The reason why Medicare pays second fits the age of the patient',
  why: 'Medicare holds the claim back: 12 is for people of 65 who work, 43 for disabled people below 65.',
  cites: ['CMS Medicare Secondary Payer Manual, chapter 2, sections 10 and 30', 'ASC X12N 837P 005010X222A1, loop 2000B SBR05'],
  paper: '11',
  transaction: '2000B SBR05',
  bad: [
    `
patient POE
  name Poe, Ann
  born 1950-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73
    medicare-secondary 43

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  I10
  services
    99213  A
`,
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73
    medicare-secondary 12

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  I10
  services
    99213  A
`,
  ],
  good: [
    `
patient POE
  name Poe, Ann
  born 1950-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73
    medicare-secondary 12

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  I10
  services
    99213  A
`,
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73
    medicare-secondary 43

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  I10
  services
    99213  A
`,
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73
    medicare-secondary 13

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  I10
  services
    99213  A
`,
  ],
  check(claim, { report }) {
    const born = claim.patient?.target?.born?.value;
    if (born === undefined || claim.day === undefined) return;
    const age = ageOn(born, claim.day);
    for (const { coverage: { medicareSecondary: reason }, at } of claim.coverages) {
      if (reason?.value === DISABLED && age >= MEDICARE_AGE) report([reason, at], `Reason ${DISABLED} is for disabled people below ${MEDICARE_AGE}: the patient is ${age}`);
      else if (reason?.value === AGED && age < MEDICARE_AGE) report([reason, at], `Reason ${AGED} is for people of ${MEDICARE_AGE} and more: the patient is ${age}`);
    }
  },
});
