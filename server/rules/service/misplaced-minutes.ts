// Only anesthesia has minutes.
import { isAnesthesia, isCpt } from '../../model/procedure-codes';
import { remove, rule } from '../rule';

/** Rides, devices, drugs, supplies: what is not a matter of time. */
const THINGS = /^[ABEJKLPV]\d{4}$/;

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'Only anesthesia is billed in minutes',
  why: 'All other services are counted in units: a payer refuses minutes.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV103 MJ'],
  paper: '24G',
  transaction: '2400 SV103',
  bad: ['services\n  99213  AB  min30  145.00', 'services\n  J3301  AB  min30  145.00'],
  good: ['services\n  99213  AB  145.00', 'services\n  00400-AA  AB  min45  600.00'],
  check({ service: { code, minutes } }, { report }) {
    if (!code || !minutes || (!isCpt(code.value) && !THINGS.test(code.value)) || isAnesthesia(code.value)) return;
    report(minutes, `${code.value} is not anesthesia: it is billed in units, not minutes`, {
      fixes: [remove(minutes, 'Remove the minutes')],
    });
  },
});
