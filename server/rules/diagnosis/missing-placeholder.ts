// Where a code is shorter than six characters, X fills the gap before the seventh.
import { diagnosisLanding, looksLikeDiagnosis, placeholderForm } from '../../model/diagnosis-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'The placeholder X fills a code up to its seventh character',
  why: 'The seventh character must stand in seventh place: a code without its placeholder is not valid.',
  cites: ['ICD-10-CM Official Guidelines, section I.A.4 and I.A.5'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.11\n  B  W19.A'],
  good: ['diagnoses\n  A  M17.11\n  B  W19.XXXA'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || claim.day === undefined || !looksLikeDiagnosis(code.value)) return;
    if (codes.find('icd-10-cm', code.value, claim.day).status !== 'unknown') return;
    const filled = placeholderForm(code.value);
    if (!filled || codes.find('icd-10-cm', filled, claim.day).status !== 'active') return;
    report(code, `${code.value.toUpperCase()} lacks its placeholder: ${filled}`, {
      ...diagnosisLanding(position),
      fixes: [replace(code, filled, `Change to ${filled}`)],
    });
  },
});
