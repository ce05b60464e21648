// A modifier exists.
import type { Claim } from '../../model/claim';
import { dayOf } from '../claim-line';
import { rule } from '../rule';

/** Boards of workers' compensation have modifiers of their own. */
const hasItsOwn = ({ coverages: [first] }: Claim): boolean => first?.payer?.filing?.value === 'WC';

/** Ambulances say from where to where: residence, hospital, and so on, a letter each. */
const FROM_TO = /^[DEGHIJNPRSX]{2}$/;

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A modifier exists',
  why: 'A payer refuses a line with a modifier that does not exist.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV101-3', 'CMS Medicare Claims Processing Manual, chapter 23, section 20.3'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['services\n  99213-255  AB  145.00', 'services\n  99213-Z9  AB  145.00'],
  good: ['services\n  99213-25  AB  145.00', 'services\n  A0428-NH  AB  400.00', 'services\n  A0428-IH  AB  400.00'],
  check({ claim, service }, { report, codes }) {
    const day = dayOf(service, claim);
    const ambulance = /^A0\d{3}$/.test(service.code?.value ?? '');
    for (const modifier of service.modifiers) {
      if (ambulance && FROM_TO.test(modifier.value)) continue;
      if (!/^[0-9A-Z]{2}$/.test(modifier.value)) {
        report(modifier, `${modifier.value} is not a modifier: it has two characters, such as 25 or RT`);
        continue;
      }
      const answer = day !== undefined && codes.find('modifiers', modifier.value, day);
      if (!answer || answer.status !== 'unknown') continue;
      report(modifier, `There is no modifier ${modifier.value}`, { severity: hasItsOwn(claim) ? 'warning' : 'error' });
    }
  },
});
