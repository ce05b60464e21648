// A service code is in force on its day.
import { isHcpcs } from '../../model/procedure-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'service',
  severity: 'error',
  since: '0.1.0',
  title: 'A service code is in force on its day',
  why: 'HCPCS codes come and go every quarter, CPT codes every January. The day of service decides.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'CMS Medicare Claims Processing Manual, chapter 23, section 20'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  C9132  AB  12.00', 'date 2021-06-30\nservices\n  J7168  AB  12.00'],
  good: ['services\n  J7168  AB  12.00', 'date 2021-06-30\nservices\n  C9132  AB  12.00'],
  check({ claim, service }, { report, codes }) {
    const { code } = service,
      day = service.days?.from ?? claim.day;
    if (!code || day === undefined) return;
    const answer = codes.find(isHcpcs(code.value) ? 'hcpcs' : 'cpt', code.value, day);
    if (answer.status !== 'retired') return;
    const { entry, replacedBy, unsure } = answer;
    const ended = entry.to !== undefined && entry.to < day;
    const when = ended ? `ended on ${entry.to}` : entry.from ? `begins on ${entry.from}` : `is not in force on ${day}`;
    report(code, `${entry.code} ${when}${ended && replacedBy ? `: use ${replacedBy}` : ''}`, {
      // Dates of its own settle it; without them, an edition of another year does not.
      severity: unsure && !entry.from && !entry.to ? 'warning' : 'error',
      fixes: ended && replacedBy ? [replace(code, replacedBy, `Change to ${replacedBy}`)] : [],
    });
  },
});
