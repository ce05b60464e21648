// A modifier is in force on the day of its service.
import { dayOf } from '../claim-line';
import { severityOfRetired, whenInForce } from '../in-force';
import { rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A modifier is in force on the day of its service',
  why: 'A payer refuses a line with a modifier that did not exist on its day.',
  cites: ['45 CFR 162.1002, code sets valid on the date of service', 'CMS Medicare Claims Processing Manual, chapter 23, section 20.3'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['date 2021-12-31\nservices\n  99213-93  AB  145.00'],
  good: ['date 2026-11-02\nservices\n  99213-93  AB  145.00'],
  check({ claim, service }, { report, codes }) {
    const day = dayOf(service, claim);
    if (day === undefined) return;
    for (const modifier of service.modifiers) {
      const answer = codes.find('modifiers', modifier.value, day);
      if (answer.status !== 'retired') continue;
      report(modifier, `Modifier ${modifier.value} ${whenInForce(answer.entry, day)}`, { severity: severityOfRetired(answer) });
    }
  },
});
