// A diagnosis code exists.
import { diagnosisKey, diagnosisLanding, looksLikeDiagnosis, mayBeDiagnosis, placeholderForm } from '../../model/diagnosis-codes';
import { editDistance } from '../../syntax/superbill/nearest';
import { type RuleContext, replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'A diagnosis code is in the edition of ICD-10-CM of its day',
  why:
    'A payer refuses a claim with a code that does not exist on the day of service. Where only the starter ' +
    'list is on this machine, the code may be a good one: import the full edition to be sure.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'ICD-10-CM Official Guidelines, section I.B.2'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.88\n  B  E11.65', 'diagnoses\n  A  K99.9\n  B  E11.65'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65', 'diagnoses\n  A  m1711\n  B  E11.65'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || claim.day === undefined || !looksLikeDiagnosis(code.value)) return;
    const { day } = claim;
    const answer = codes.find('icd-10-cm', code.value, day);
    if (answer.status !== 'unknown') return;
    // A placeholder that was left out has a rule of its own.
    const filled = placeholderForm(code.value);
    if (filled && codes.find('icd-10-cm', filled, day).status === 'active') return;
    const written = code.value.toUpperCase();
    const near = nearCodes(written, day, codes);
    const unsure = answer.unsure && mayBeDiagnosis(code.value) && !isLonger(code.value, day, codes) && !isOutside(code.value, day, codes);
    const question = near.length > 0 ? `: did you mean ${near[0].code}?` : ': check it';
    report(
      code,
      unsure
        ? `${written} is not in the diagnosis codes on this machine${question}`
        : `There is no diagnosis code ${written} on ${day}${question}`,
      {
        ...diagnosisLanding(position),
        severity: unsure ? 'warning' : 'error',
        fixes: near.map((entry) => replace(code, entry.code, `Change to ${entry.code} ${entry.title}`)),
      },
    );
  },
});

/** A letter and two digits: the blocks of the book hold all of these that there are. */
const CATEGORY = /^[A-Z]\d\d/;

/** Is the category of a code in none of the blocks of the book, such as K99 behind K90 to K95? */
function isOutside(written: string, day: string, codes: RuleContext['codes']): boolean {
  const [category] = CATEGORY.exec(diagnosisKey(written)) ?? [];
  // A range lies in its chapter and in its block; with dots it is not taken for the block of one category, which does not lie in itself.
  return category !== undefined && codes.parents('icd-10-cm', `${category}.-${category}.`, day).length < 2;
}

/** Before, some codes had others below them that were given up. */
const SETTLED = '2018-10-01';

/** Does a code that can be billed, and so has none below it, stand in its beginning? */
function isLonger(written: string, day: string, codes: RuleContext['codes']): boolean {
  if (day < SETTLED) return false;
  const key = diagnosisKey(written);
  for (let length = key.length - 1; length >= 3; length -= 1) {
    const answer = codes.find('icd-10-cm', key.slice(0, length), day);
    if (answer.status === 'active') return answer.entry.billable;
  }
  return false;
}

/** Up to three billable codes of the same family, those with the fewest other characters first. */
function nearCodes(written: string, day: string, codes: RuleContext['codes']) {
  const key = written.replace('.', '');
  for (let length = key.length - 1; length >= 3; length -= 1) {
    const family = codes.children('icd-10-cm', key.slice(0, length), day).filter((entry) => entry.billable);
    if (family.length === 0) continue;
    return family
      .map((entry) => ({ entry, distance: editDistance(key, entry.code.replace('.', '')) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 3)
      .map(({ entry }) => entry);
  }
  return [];
}
