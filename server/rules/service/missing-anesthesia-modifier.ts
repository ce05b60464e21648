// Anesthesia says who gave it, and under whose direction.
import { isAnesthesia } from '../../model/procedure-codes';
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Daily care of a catheter. */
const NO_ANESTHESIA = '01996';
const WHO = new Set(['AA', 'AD', 'QK', 'QX', 'QY', 'QZ']);

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'warning',
  since: '0.2.0',
  title: 'Anesthesia says who gave it: AA, AD, QK, QX, QY or QZ',
  why: 'Whether an anesthesiologist, a nurse or both gave it decides what is paid: without the modifier the line is denied.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, sections 50 and 140'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['services\n  00400  AB  min45  600.00'],
  good: ['services\n  00400-AA  AB  min45  600.00', 'services\n  00400-QZ-P3  AB  min45  600.00', 'services\n  99213  AB  145.00'],
  check({ claim, service: { code, modifiers } }, { report }) {
    if (
      !code ||
      claim.form !== 'professional' ||
      !isAnesthesia(code.value) ||
      code.value === NO_ANESTHESIA ||
      modifiers.some(({ value }) => WHO.has(value))
    )
      return;
    report(code, `${code.value} needs a modifier that says who gave the anesthesia: AA, AD, QK, QX, QY or QZ`, {
      severity: isForMedicare(claim) ? 'error' : 'warning',
    });
  },
});
