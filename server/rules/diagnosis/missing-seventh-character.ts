// Codes of injuries and some others end with a seventh character that tells the encounter.
import { diagnosisLanding, lacksOnlySeventh } from '../../model/diagnosis-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'A code that has a seventh character is written with it',
  why: 'Without the seventh character (A initial, D subsequent, S sequela, and others) the code is not valid and the claim is refused.',
  cites: ['ICD-10-CM Official Guidelines, section I.A.5'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  S52.501\n  B  E11.65'],
  good: ['diagnoses\n  A  S52.501A\n  B  E11.65'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || claim.day === undefined) return;
    const answer = codes.find('icd-10-cm', code.value, claim.day);
    if (answer.status !== 'active' || answer.entry.billable) return;
    const below = codes.children('icd-10-cm', answer.entry.code, claim.day);
    if (!lacksOnlySeventh(answer.entry.title, below)) return;
    const letters = [...new Set(below.map((entry) => entry.code.slice(-1)))];
    report(code, `${answer.entry.code} needs a seventh character: ${letters.join(', ')}`, {
      ...diagnosisLanding(position),
      fixes: below.slice(0, 16).map((entry) => replace(code, entry.code, `Change to ${entry.code} ${entry.title}`)),
    });
  },
});
