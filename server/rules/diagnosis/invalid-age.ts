// A diagnosis fits the age of the patient.
import type { CodeSets } from '../../../codesets/code-set';
import { OLDEST, ageOn, daysBetween } from '../../model/dates';
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { type Subjects, rule } from '../rule';

interface Ages {
  readonly who: string;
  readonly from?: number;
  readonly to?: number;
  readonly days?: number;
  /** From this age on, or below that one, there is no doubt. */
  readonly never?: { readonly from?: number; readonly below?: number };
}

/** Codes whose own words name an age. Years unless days are said. */
const AGES: readonly (Ages & { readonly codes: RegExp })[] = [
  { codes: /^Z38/, who: 'a newborn', to: 0, never: { from: 2 } },
  { codes: /^Z00110/, who: 'a newborn under 8 days', days: 7 },
  { codes: /^Z00111/, who: 'a newborn of 8 to 28 days', days: 28 },
  { codes: /^Z0012/, who: 'a child', to: 17, never: { from: 22 } },
  { codes: /^Z000/, who: 'an adult', from: 15, never: { below: 12 } },
  { codes: /^O095/, who: 'a pregnancy at 35 or later', from: 34, to: 64 },
  { codes: /^O096/, who: 'a pregnancy before 16', from: 9, to: 16 },
  { codes: /^(?:O|Z34|Z3A)/, who: 'a pregnancy, ages 9 to 64', from: 9, to: 64, never: { from: 70, below: 8 } },
  { codes: /^Z68[1-4]/, who: 'an adult', from: 18 },
  { codes: /^Z685/, who: 'a child of 2 to 20', from: 2, to: 20 },
  // What began at birth may last (P05, P07, P27), but not as the jaundice or the breathing of a newborn.
  { codes: /^P(?:2[2-68]|5[013-589]|7[0-24]|8[0-3])/, who: 'a newborn', to: 17, never: { from: 18 } },
  { codes: /^P(?:0[1-46]|2[01-689]|5\d|7[0-24-8])/, who: 'a newborn', to: 17 },
  { codes: /^(?:H25|M810|N95|R54|Z780)/, who: 'an adult', from: 15, never: { below: 12 } },
  { codes: /^(?:H353[0-6]|N40)/, who: 'an adult', from: 15 },
];

/** Classes of ages of the Medicare Code Editor, in words. */
const CLASSES: Readonly<Record<string, string>> = {
  adult: 'an adult',
  maternity: 'a pregnancy',
  newborn: 'a newborn',
  pediatric: 'a child',
};

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'warning',
  since: '0.1.0',
  title: 'A diagnosis fits the age of the patient',
  why: 'The code or the date of birth is wrong, and the payer will ask.',
  cites: ['CMS Medicare Code Editor, age conflict', 'ICD-10-CM Official Guidelines, section I.C.21.c.13'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  Z00.129\n  B  E11.65', 'diagnoses\n  A  E11.65\n  B  P59.9', 'diagnoses\n  A  E11.65\n  B  A33'],
  good: ['diagnoses\n  A  Z00.00\n  B  E11.65', 'diagnoses\n  A  Z68.30\n  B  E11.65'],
  concerns: (subject, { codes }) => agesFor(subject, codes) !== undefined,
  check({ claim, diagnosis }, { report, codes }) {
    const row = agesFor({ claim, diagnosis }, codes),
      { code, position } = diagnosis;
    const born = row && claim.patient?.target?.born?.value;
    if (!code || !row || !born || claim.day === undefined || born > claim.day) return;
    const age = ageOn(born, claim.day);
    // A year of birth that cannot be is told as such.
    if (age > OLDEST) return;
    const fits = row.days !== undefined ? daysBetween(born, claim.day) <= row.days : age >= (row.from ?? 0) && age <= (row.to ?? 200);
    const days = daysBetween(born, claim.day);
    const old = row.days !== undefined && days < 60 ? `${days} days` : `${age} ${age === 1 ? 'year' : 'years'}`;
    if (!fits)
      report(code, `${dottedDiagnosis(diagnosisKey(code.value))} is for ${row.who}: the patient is ${old} old on ${claim.day}`, {
        ...diagnosisLanding(position),
        severity: age >= (row.never?.from ?? Infinity) || age < (row.never?.below ?? 0) ? 'error' : 'warning',
      });
  },
});

/** Undefined for a code that says nothing of ages on its day. */
function agesFor({ claim: { day }, diagnosis: { code } }: Subjects['diagnosis'], codes: CodeSets): Ages | undefined {
  if (!code || day === undefined) return undefined;
  const key = diagnosisKey(code.value);
  return AGES.find((one) => one.codes.test(key)) ?? listed(key, day, codes);
}

/** What Medicare's list of the day says of the code's ages, where it has been imported. */
function listed(key: string, day: string, codes: CodeSets): Ages | undefined {
  const flags = codes.fact('icd-10-cm', 'diagnosis-edits', key, day);
  if (!flags) return undefined;
  for (const [name, who] of Object.entries(CLASSES)) {
    const ages = flags[name] ? codes.fact('icd-10-cm', 'age-ranges', name, day) : undefined;
    if (ages) return { who: `${who}, ages ${ages.min} to ${ages.max}`, from: Number(ages.min), to: Number(ages.max) };
  }
  return undefined;
}
