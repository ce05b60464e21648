// Two diagnoses that the book keeps apart.
import type { CodeSets } from '../../../codesets/code-set';
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

/** Kinds of diabetes: a patient has one. Known without the book. */
const DIABETES = /^E(08|09|10|11|13)/;
/** Codes and ranges in the words of a note: `(E10.-)`, `(K50-K51)`, `(F01.5-, F02.8-)`. */
const NAMED = /\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?)(?:-?\s*-\s*([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{0,4})?)|-)?/g;

export default rule({
  on: 'diagnosis',
  severity: 'warning',
  since: '0.2.0',
  title: 'Two diagnoses that exclude each other are not on one claim',
  why:
    'An Excludes1 note says that two codes are never used together, unless the two have nothing to do with each other. Payers deny the claim. ' +
    'Found once the tabular list has been imported; kinds of diabetes always.',
  cites: ['ICD-10-CM Official Guidelines, section I.A.12.a'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  E11.65\n  B  E10.65'],
  good: ['diagnoses\n  A  E11.65\n  B  E11.9', 'diagnoses\n  A  E11.65\n  B  M17.11'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || position === 1 || claim.day === undefined) return;
    const key = diagnosisKey(code.value);
    for (const other of claim.diagnoses) {
      if (!other.code || other.position >= position) continue;
      const first = diagnosisKey(other.code.value);
      const apart = kindOf(key) && kindOf(first) ? kindOf(key) !== kindOf(first) : excludes(key, first, claim.day, codes) || excludes(first, key, claim.day, codes);
      if (!apart) continue;
      report(code, `${dottedDiagnosis(key)} and ${dottedDiagnosis(first)} are not used together (Excludes1), unless they have nothing to do with each other`, diagnosisLanding(position));
      return;
    }
  },
});

function kindOf(key: string): string | undefined {
  return DIABETES.exec(key)?.[1];
}

/** Does a note at a code, or at a category above it, keep it apart from another one? */
function excludes(key: string, other: string, day: string, codes: CodeSets): boolean {
  return codes.notes('icd-10-cm', key, day).some((note) => note.kind === 'excludes 1' && note.lines.some((line) => {
    for (const [, from, to] of line.matchAll(NAMED)) {
      const [first, last] = [diagnosisKey(from), diagnosisKey(to ?? '')];
      const named = last === '' ? other.startsWith(first) : other.slice(0, first.length) >= first && other.slice(0, last.length) <= last;
      // A note that names a code's own family says nothing of the two.
      if (named && !key.startsWith(first)) return true;
    }
    return false;
  }));
}
