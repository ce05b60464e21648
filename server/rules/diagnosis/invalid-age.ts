// A diagnosis fits the age of the patient.
import { ageOn, daysBetween } from '../../model/dates';
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

/** Codes whose own words name an age. Years unless days are said. */
const AGES: readonly {
  readonly codes: RegExp;
  readonly who: string;
  readonly from?: number;
  readonly to?: number;
  readonly days?: number;
}[] = [
  { codes: /^Z38/, who: 'a newborn', to: 0 },
  { codes: /^Z00110/, who: 'a newborn under 8 days', days: 7 },
  { codes: /^Z00111/, who: 'a newborn of 8 to 28 days', days: 28 },
  { codes: /^Z0012/, who: 'a child', to: 17 },
  { codes: /^Z000/, who: 'an adult', from: 15 },
  { codes: /^(?:O|Z34|Z3A)/, who: 'a pregnancy, ages 9 to 64', from: 9, to: 64 },
];

export default rule({
  on: 'diagnosis',
  severity: 'warning',
  since: '0.1.0',
  title: 'A diagnosis fits the age of the patient',
  why: 'The code or the date of birth is wrong, and the payer will ask.',
  cites: ['CMS Medicare Code Editor, age conflict', 'ICD-10-CM Official Guidelines, section I.C.21.c.13'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  Z00.129\n  B  E11.65'],
  good: ['diagnoses\n  A  Z00.00\n  B  E11.65'],
  check({ claim, diagnosis: { code, position } }, { report }) {
    const born = claim.patient?.target?.born?.value;
    if (!code || !born || claim.day === undefined || born > claim.day) return;
    const key = diagnosisKey(code.value);
    const row = AGES.find((one) => one.codes.test(key));
    if (!row) return;
    const age = ageOn(born, claim.day);
    const fits = row.days !== undefined ? daysBetween(born, claim.day) <= row.days : age >= (row.from ?? 0) && age <= (row.to ?? 200);
    if (!fits)
      report(
        code,
        `${dottedDiagnosis(key)} is for ${row.who}: the patient is ${age} years old on ${claim.day}`,
        diagnosisLanding(position),
      );
  },
});
