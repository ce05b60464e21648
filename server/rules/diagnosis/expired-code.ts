// A diagnosis code is in force on the day of service.
import { diagnosisLanding } from '../../model/diagnosis-codes';
import { reportRetired } from '../in-force';
import { rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.1.0',
  title: 'A diagnosis code is in force on the day of service',
  why: 'Codes come and go each October, some in April. The day of service decides, not the day of billing.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'CMS Medicare Claims Processing Manual, chapter 23, section 10'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  T40.4X1A\n  B  E11.65', 'date 2024-09-30\ndiagnoses\n  A  E66.811\n  B  E11.65'],
  good: ['diagnoses\n  A  T40.491A\n  B  E11.65', 'date 2026-11-02\ndiagnoses\n  A  E66.811\n  B  E11.65'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || claim.day === undefined) return;
    reportRetired(code, codes.find('icd-10-cm', code.value, claim.day), claim.day, report, diagnosisLanding(position));
  },
});
