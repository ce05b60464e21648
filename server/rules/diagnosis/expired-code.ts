// A diagnosis code is in force on the day of service.
import { MOST_REPLACEMENTS, replacementsOf, useInstead } from '../../../codesets/replacements';
import { diagnosisLanding } from '../../model/diagnosis-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  alike: true,
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
    const answer = codes.find('icd-10-cm', code.value, claim.day);
    if (answer.status !== 'retired') return;
    const { entry, unsure } = answer;
    const ended = entry.to !== undefined && entry.to < claim.day;
    const replacements = ended ? replacementsOf(answer) : [];
    const when = ended ? `ended on ${entry.to}` : entry.from ? `begins on ${entry.from}` : `is not in force on ${claim.day}`;
    report(code, `${entry.code} ${when}${replacements.length > 0 ? `: ${useInstead(replacements)}` : ''}`, {
      ...diagnosisLanding(position),
      // Dates of its own settle it; without them, an edition of another year does not.
      severity: unsure && !entry.from && !entry.to ? 'warning' : 'error',
      fixes: replacements.slice(0, MOST_REPLACEMENTS).map((other) => replace(code, other, `Change to ${other}`)),
    });
  },
});
