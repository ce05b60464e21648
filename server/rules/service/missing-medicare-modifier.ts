// What Medicare only pays with a modifier has it.
import { isForMedicare, isIn } from '../claim-line';
import { rule } from '../rule';

interface Needed {
  readonly codes: (code: string) => boolean;
  /** One of these is enough. */
  readonly modifiers: readonly string[];
  readonly says: string;
  /** First day. */
  readonly since?: string;
  /** Asked of hospitals, too. */
  readonly hospitals?: true;
  /** Medicare denies the line, and does not send the claim back. */
  readonly denied?: true;
}

/** Therapies that belong to a plan of care, whoever gives them. */
const THERAPY = [
  [92507, 92508],
  [92521, 92524],
  [92526, 92526],
  [97012, 97012],
  [97016, 97039],
  [97110, 97124],
  [97139, 97168],
  [97530, 97542],
  [97750, 97763],
] as const;
/** Everyday drugs of Medicare Part B that come in vials or syringes for one patient. */
const SINGLE_DOSE = new Set([
  'J0178',
  'J0517',
  'J0585',
  'J0586',
  'J0588',
  'J0897',
  'J1300',
  'J1602',
  'J1745',
  'J2182',
  'J2323',
  'J2350',
  'J2357',
  'J2506',
  'J2778',
  'J3111',
  'J3262',
  'J3380',
  'J9022',
  'J9035',
  'J9041',
  'J9173',
  'J9228',
  'J9271',
  'J9299',
  'J9305',
  'J9312',
]);
/** Claims that say that a service will not be paid need nothing more. */
const NOT_PAID = ['GA', 'GX', 'GY', 'GZ'];

const NEEDED: readonly Needed[] = [
  {
    codes: (code) => isIn(THERAPY, code) || code === 'G0283',
    modifiers: ['GP', 'GO', 'GN'],
    says: 'GP, GO or GN: physical, occupational or speech therapy',
    hospitals: true,
  },
  { codes: (code) => isIn([[98940, 98942]], code), modifiers: ['AT'], says: 'AT: active treatment, not maintenance', denied: true },
  {
    codes: (code) => SINGLE_DOSE.has(code),
    modifiers: ['JZ', 'JW'],
    since: '2023-07-01',
    says: 'JZ if nothing of the vial was discarded, or JW on a line of its own for what was',
  },
  {
    codes: (code) => /^(?:E[01]\d{3}|K0[0-4]\d{2})$/.test(code),
    modifiers: ['NU', 'UE', 'RR'],
    says: 'NU, UE or RR: bought new, bought used or rented',
  },
];

export default rule({
  on: 'service',
  forms: ['professional', 'institutional'],
  alike: ['lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A service that Medicare only pays with a modifier has it',
  why:
    'Medicare sends back or denies therapy without GP, GO or GN, chiropractic without AT, single-dose drugs without JZ or JW, and ' +
    'equipment that is neither bought nor rented (reason 4).',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 5, section 20.1 (therapy)',
    'CMS Medicare Benefit Policy Manual, chapter 15, section 240.1.3 (chiropractic)',
    'CMS Medicare Claims Processing Manual, chapter 17, section 40 (JW and JZ)',
    'CMS Medicare Claims Processing Manual, chapter 20, section 30 (equipment)',
  ],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: [
    'patient ROE-RICHARD\nservices\n  97110  AB  x2  110.00',
    'patient ROE-RICHARD\nservices\n  98941  AB  65.00',
    'patient ROE-RICHARD\nservices\n  J0897  AB  x60  1900.00',
    'patient ROE-RICHARD\nservices\n  E0143  AB  120.00',
  ],
  good: [
    'patient ROE-RICHARD\nservices\n  97110-GP  AB  x2  110.00',
    'patient ROE-RICHARD\nservices\n  98941-GA  AB  65.00',
    'services\n  97110  AB  x2  110.00',
    'patient ROE-RICHARD\ndate 2023-06-30\nservices\n  J0897  AB  x60  1900.00',
  ],
  check({ claim, service: { code, modifiers, days } }, { report }) {
    if (!code || !isForMedicare(claim)) return;
    const needed = NEEDED.find(({ codes, hospitals }) => codes(code.value) && (hospitals || claim.form === 'professional'));
    const day = days?.from ?? claim.day ?? '';
    if (!needed || day < (needed.since ?? '')) return;
    if (modifiers.some(({ value }) => needed.modifiers.includes(value) || NOT_PAID.includes(value))) return;
    // What was discarded stands on a line of its own: what was given then needs no modifier.
    if (claim.services.some((other) => other.code?.value === code.value && other.modifiers.some(({ value }) => value === 'JW'))) return;
    report(code, `Medicare pays ${code.value} only with a modifier, ${needed.says}`, { severity: needed.denied ? 'warning' : 'error' });
  },
});
