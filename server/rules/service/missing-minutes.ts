// Anesthesia is billed by its minutes.
import { isAnesthesia } from '../../model/procedure-codes';
import { type Ranges, isIn } from '../claim-line';
import { rule } from '../rule';

/** Daily care of a catheter and the burn add-on are not timed. */
const UNTIMED = new Set(['01953', '01996']);
/** Of births some payers want units, whatever the time. */
const OBSTETRIC: Ranges = [[1958, 1969]];

export default rule({
  on: 'service',
  alike: 'line',
  lacks: ['service'],
  severity: 'error',
  since: '0.1.0',
  title: 'Anesthesia is billed by its minutes',
  why: 'Payers work out the payment from the minutes: without them they deny the line.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV103 MJ', 'CMS Medicare Claims Processing Manual, chapter 12, section 50'],
  paper: '24G',
  transaction: '2400 SV103',
  bad: ['services\n  00400-AA  AB  600.00'],
  good: ['services\n  00400-AA  AB  min45  600.00', 'services\n  01996  AB  100.00'],
  check({ claim, service: { code, minutes } }, { report }) {
    if (!code || minutes || claim.form === 'dental' || !isAnesthesia(code.value) || UNTIMED.has(code.value)) return;
    report(
      code,
      `${code.value} is anesthesia: ${claim.origin === 'x12' ? 'it is billed in minutes (SV103 MJ)' : 'write its minutes, e.g. min45'}`,
      { severity: isIn(OBSTETRIC, code.value) ? 'warning' : 'error' },
    );
  },
});
