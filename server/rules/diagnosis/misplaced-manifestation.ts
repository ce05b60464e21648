// A manifestation is never the first diagnosis.
import { diagnosisLanding, isManifestation } from '../../model/diagnosis-codes';
import { rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'The disease comes before its manifestation',
  why: 'Codes “in diseases classified elsewhere” show what another disease does: that disease is coded first.',
  cites: ['ICD-10-CM Official Guidelines, section I.A.13'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  G63\n  B  E11.65'],
  good: ['diagnoses\n  A  E11.65\n  B  G63'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || position !== 1 || claim.day === undefined) return;
    const answer = codes.find('icd-10-cm', code.value, claim.day);
    if (answer.status !== 'active') return;
    if (!isManifestation(answer.entry.title) && !codes.fact('icd-10-cm', 'diagnosis-edits', answer.entry.code, claim.day)?.manifestation)
      return;
    report(code, `${answer.entry.code} is what another disease does: that disease comes first`, diagnosisLanding(position));
  },
});
