// Two modifiers of a line do not contradict each other.
import { isCpt } from '../../model/procedure-codes';
import { type Severity, removeModifier, rule } from '../rule';

/** Who gave or directed the anesthesia: each excludes the others. */
const ANESTHESIA = ['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'];

/** Physical state of the patient at anesthesia. */
const STATES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];

/** The second one is blamed. */
const PAIRS: readonly (readonly [first: string, second: string, why: string, severity?: Severity])[] = [
  ['LT', 'RT', 'the left and the right side are two lines, or modifier 50'],
  ['50', 'LT', 'both sides are already meant by 50'],
  ['50', 'RT', 'both sides are already meant by 50'],
  ['JW', 'JZ', 'JZ says that nothing was discarded, JW that something was'],
  ['26', 'TC', 'both parts together are the whole service, without a modifier'],
  ...ANESTHESIA.flatMap((first, i) =>
    ANESTHESIA.slice(i + 1).map((second) => [first, second, 'the anesthesia was given or directed in one way'] as const),
  ),
  ...STATES.flatMap((first, i) => STATES.slice(i + 1).map((second) => [first, second, 'a patient is in one physical state'] as const)),
  ['76', '77', 'the repeat was either by the same or by another clinician', 'warning'],
  ['93', '95', 'the visit was either with sound only or with video', 'warning'],
  ['NU', 'RR', 'equipment is bought or rented'],
  ['NU', 'UE', 'equipment is new or used'],
  ['RR', 'UE', 'equipment is rented or bought used'],
  ['KH', 'KI', 'the month of the rental is either the first or the second or third'],
  ['KH', 'KJ', 'the month of the rental is either the first or the fourth or later'],
  ['KI', 'KJ', 'the month of the rental is either the second or third or the fourth or later'],
  ...['80', '81', '82', 'AS'].map((second) => ['62', second, 'two surgeons of one operation do not assist each other'] as const),
  ['GA', 'GZ', 'GA says that the patient signed a notice, GZ that there is none'],
  ['59', 'XE', 'the X modifier stands instead of 59', 'warning'],
  ['59', 'XP', 'the X modifier stands instead of 59', 'warning'],
  ['59', 'XS', 'the X modifier stands instead of 59', 'warning'],
  ['59', 'XU', 'the X modifier stands instead of 59', 'warning'],
];

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'Two modifiers of a line do not contradict each other',
  why: 'A payer refuses a line whose modifiers say opposite things.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 23, section 20.3',
    'CMS Medicare Claims Processing Manual, chapter 17, section 40 (JW and JZ)',
  ],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: [
    'services\n  20610-50-RT  AB  110.00',
    'services\n  J3301-JW-JZ  AB  x4',
    'services\n  20610-LT-RT  AB  110.00',
    'services\n  27447-62-82  AB  900.00',
    'services\n  00400-AA-P2-P3  AB  min45  600.00',
    'services\n  00400-AA-QK  AB  min45  600.00',
  ],
  good: ['services\n  20610-50  AB  110.00', 'services\n  J3301-JZ  AB  x4'],
  check({ claim, service: { code, modifiers } }, { report }) {
    if (modifiers.length < 2) return;
    for (const [first, second, why, severity] of PAIRS) {
      const one = modifiers.find((modifier) => modifier.value === first),
        other = modifiers.find((modifier) => modifier.value === second);
      if (!one || !other) continue;
      report(other, `${first} and ${second} on one line: ${why}`, {
        // Some payers take a pair of splints or lenses on one line.
        severity: first === 'LT' && code && !isCpt(code.value) ? 'warning' : (severity ?? 'error'),
        fixes: claim.origin === 'encounter' ? [other, one].map((modifier) => removeModifier(modifier, `Remove ${modifier.value}`)) : [],
      });
    }
  },
});
