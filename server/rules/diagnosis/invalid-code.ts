// A diagnosis code is written as a letter, two characters, and up to four more behind the dot.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis, looksLikeDiagnosis } from '../../model/diagnosis-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'A diagnosis code has the form of one',
  why: 'A code of another form is in no edition of ICD-10-CM.',
  cites: ['ICD-10-CM Official Guidelines, section I.A.2'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M171.1\n  B  E11.65', 'diagnoses\n  A  250.00\n  B  E11.65'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65', 'diagnoses\n  A  m1711\n  B  E11.65', 'diagnoses\n  A  QA0.0101\n  B  E11.65'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || looksLikeDiagnosis(code.value)) return;
    const meant = dottedDiagnosis(diagnosisKey(code.value));
    const known = claim.day !== undefined && looksLikeDiagnosis(meant) && codes.find('icd-10-cm', meant, claim.day).status === 'active';
    report(code, `${code.value} is not a diagnosis code${known ? `: did you mean ${meant}?` : ': it is written like E11.65'}`, {
      ...diagnosisLanding(position),
      fixes: known ? [replace(code, meant, `Change to ${meant}`)] : [],
    });
  },
});
