// A diagnosis stands once on a claim.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import type { Claim } from '../../model/claim';
import type { Diagnosis } from '../../model/definitions';
import type { Edit } from '../../syntax/tree';
import { type Fix, rule, withoutLine } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses'],
  severity: 'error',
  since: '0.1.0',
  title: 'A diagnosis stands once on a claim',
  why: 'Clearinghouses and payers refuse a claim that lists a diagnosis twice.',
  cites: ['ICD-10-CM Official Guidelines, section I.B.12'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.11\n  B  m1711\nservices\n  99213-25  AB  145.00\n  20610-RT  B  110.00'],
  good: ['diagnoses\n  A  M17.11\n  B  M17.12'],
  check({ claim, diagnosis }, { report }) {
    if (!diagnosis.code) return;
    const key = diagnosisKey(diagnosis.code.value);
    const first = claim.diagnoses.find((one) => one.code && diagnosisKey(one.code.value) === key);
    if (!first || first.position === diagnosis.position) return;
    report(
      diagnosis.code,
      `${dottedDiagnosis(key)} is already ${first.letter ? `diagnosis ${first.letter.value}` : `the diagnosis in place ${first.position}`}`,
      { ...diagnosisLanding(diagnosis.position), fixes: removal(claim, diagnosis, first) },
    );
  },
});

/** Takes the line away and lets services point at the first one; only where letters are written, since these do not move. */
function removal(claim: Claim, diagnosis: Diagnosis, first: Diagnosis): Fix[] {
  const { letter } = diagnosis;
  if (!letter || !first.letter || claim.origin !== 'encounter' || claim.diagnoses.some((one) => !one.letter)) return [];
  const same = claim.diagnoses.filter((one) => one.letter?.value === letter.value).length > 1;
  if (same || first.letter.value === letter.value) return [];
  const edits: Edit[] = [withoutLine(letter)];
  for (const { pointers } of claim.services) {
    let already = pointers.some((one) => one.value === first.letter?.value);
    for (const pointer of pointers) {
      if (pointer.value !== letter.value) continue;
      edits.push({ span: pointer.span, text: already ? '' : first.letter.value });
      already = true;
    }
  }
  return [{ title: `Remove it and point to ${first.letter.value}`, safe: false, edits }];
}
