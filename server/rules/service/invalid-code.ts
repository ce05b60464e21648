// A service code has five characters: five digits, four digits and a letter, or a letter and four digits.
import { isCpt, isHcpcs } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A service code has the form of one',
  why: 'CPT codes have five digits (or four and a letter), HCPCS codes a letter and four digits: nothing else is paid.',
  cites: ['45 CFR 162.1002', 'CMS Medicare Claims Processing Manual, chapter 23, section 20'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  9921  AB  145.00', 'services\n  J330  AB  12.00'],
  good: ['services\n  99213  AB', 'services\n  J3301  AB  x4', 'services\n  0001F  AB  0.00'],
  check({ claim, service: { code } }, { report }) {
    if (!code || (claim.form === 'institutional' && claim.origin !== 'x12') || isCpt(code.value) || isHcpcs(code.value)) return;
    report(code, `${code.value} is not a service code: it has five characters, such as 99213 or J3301`);
  },
});
