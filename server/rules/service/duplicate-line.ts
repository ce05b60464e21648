// The same service twice on a day needs a word of explanation.
import type { ClaimService } from '../../model/claim';
import { REPEAT_MODIFIERS } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  severity: 'warning',
  since: '0.1.0',
  title: 'The same service stands once a day, or says that it is a repeat',
  why: 'A payer denies the second of two equal lines as a duplicate (reason 18). Several units are one line; a repeat has modifier 76, 77, 91 or 59.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 1, section 120', 'X12 claim adjustment reason code 18'],
  paper: '24D', transaction: '2400 SV101',
  bad: ['services\n  99213-25  AB\n  20610-RT  A\n  20610-RT  A'],
  good: ['services\n  20610-RT  A\n  20610-RT-76  A', 'services\n  20610-RT  A\n  20610-LT  A', 'date 2026-11-02..2026-11-03\nservices\n  36415  B  date 2026-11-02\n  36415  B  date 2026-11-03'],
  check(claim, { report }) {
    if (claim.services.length < 2) return;
    const seen = new Map<string, ClaimService>();
    for (const service of claim.services) {
      if (!service.code || service.modifiers.some((one) => REPEAT_MODIFIERS.has(one.value))) continue;
      const modifiers = service.modifiers.map((one) => one.value).sort().join('-');
      const who = (service.rendering ?? claim.rendering)?.at.value.toUpperCase() ?? '';
      const key = `${service.code.value} ${modifiers} ${service.days?.from ?? ''} ${service.days?.to ?? ''} ${who} ${service.ndc?.code.value ?? ''}`;
      const first = seen.get(key);
      if (!first) seen.set(key, service);
      else report(service.code, `${[service.code.value, ...service.modifiers.map((one) => one.value)].join('-')} is already on line ${first.position}${service.days ? ` on ${service.days.from}` : ''}`);
    }
  },
});
