// Medicare is billed for what it takes.
import type { Claim } from '../../model/claim';
import { type Ranges, dayOf, isIn } from '../claim-line';
import { rule } from '../rule';

interface NotTaken {
  readonly codes: (code: string) => boolean;
  readonly instead: string;
  /** First day. */
  readonly since?: string;
  /** Not even for a denial that another payer wants to see. */
  readonly never?: true;
}

/** What Medicare never takes under these codes, for machines without its fee schedule. */
const NOT_TAKEN: readonly NotTaken[] = [
  { codes: (code) => isIn([[99381, 99397]], code), instead: 'G0438 or G0439 for the wellness visit, or GY if the patient pays' },
  {
    codes: (code) =>
      isIn(
        [
          [99242, 99245],
          [99252, 99255],
        ],
        code,
      ),
    instead: 'a visit code of the place, such as 99203 or 99222',
    since: '2010-01-01',
    never: true,
  },
  { codes: (code) => code === '99417', instead: 'G2212', since: '2021-01-01', never: true },
  {
    codes: (code) => isIn([[98000, 98015]], code),
    instead: 'the office visit code with place 02 or 10, and 93 for sound only',
    since: '2025-01-01',
    never: true,
  },
  { codes: (code) => code === '92015', instead: 'GY on the line: the patient pays' },
  { codes: (code) => /^[HST]\d{4}$/.test(code), instead: 'a CPT or G code: codes with H, S and T are for Medicaid and private payers' },
];
/** Vaccines whose giving has codes of its own with Medicare: flu, pneumonia, hepatitis B. */
const WITH_OWN_CODE: readonly { readonly ranges: Ranges; readonly giving: string }[] = [
  {
    ranges: [
      [90630, 90630],
      [90653, 90662],
      [90672, 90674],
      [90682, 90689],
      [90694, 90694],
      [90756, 90756],
    ],
    giving: 'G0008',
  },
  {
    ranges: [
      [90670, 90671],
      [90677, 90677],
      [90684, 90684],
      [90732, 90732],
    ],
    giving: 'G0009',
  },
  {
    ranges: [
      [90739, 90740],
      [90743, 90747],
      [90759, 90759],
    ],
    giving: 'G0010',
  },
];
/** The patient knows that Medicare will not pay. */
const PATIENT_PAYS = new Set(['GY', 'GX']);
/** Giving the first vaccine, by needle or otherwise. */
const GIVING = new Set(['90471', '90473']);
/** Filing indicator of Medicare Part B. */
const PART_B = 'MB';
/** Status of the fee schedule: another code stands for it. */
const OTHER_CODE = 'I';

export default rule({
  on: 'service',
  forms: ['professional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'Medicare Part B is billed with codes that it takes',
  why:
    'Medicare denies preventive visits of CPT, consultations and codes of other payers, whatever the record says (reason 96, remark N56 ' +
    'or M51).',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 12, sections 30.6.2 and 30.6.10',
    'CMS Medicare Claims Processing Manual, chapter 18, section 10',
    'CMS physician fee schedule, status I',
  ],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: [
    'patient ROE-RICHARD\nservices\n  99397  AB  230.00',
    'patient ROE-RICHARD\nservices\n  99244  AB  230.00',
    'patient ROE-RICHARD\nservices\n  T1015  AB  180.00',
    'patient ROE-RICHARD\nservices\n  90471  AB  35.00\n  90662  AB  75.00',
  ],
  good: [
    'patient ROE-RICHARD\nservices\n  G0439  AB  160.00',
    'patient ROE-RICHARD\nservices\n  99397-GY  AB  230.00',
    'services\n  99396  AB  230.00',
    'patient ROE-RICHARD\nservices\n  90471  AB  35.00\n  90715  AB  60.00',
  ],
  check({ claim, service }, { report, codes }) {
    const { code, modifiers } = service,
      day = dayOf(service, claim);
    if (!code || day === undefined || claim.coverages[0]?.payer?.filing?.value !== PART_B) return;
    if (modifiers.some(({ value }) => PATIENT_PAYS.has(value))) return;
    const known = NOT_TAKEN.find((one) => one.codes(code.value) && day >= (one.since ?? ''));
    const instead = known?.instead ?? (GIVING.has(code.value) ? ownCode(claim) : undefined);
    if (instead) report(code, `Medicare does not take ${code.value}: bill ${instead}`, { severity: known?.never ? 'error' : 'warning' });
    else if (codes.fact('hcpcs', 'relative-values', code.value, day)?.status === OTHER_CODE)
      report(code, `Medicare does not take ${code.value}: it has another code for this service`);
  },
});

/** The code for giving the vaccines of a claim, where all of them have the same one. */
function ownCode({ services }: Claim): string | undefined {
  const vaccines = services.flatMap(({ code }) => (code && isIn([[90476, 90759]], code.value) ? [code.value] : []));
  return vaccines.length === 0 ? undefined : WITH_OWN_CODE.find(({ ranges }) => vaccines.every((one) => isIn(ranges, one)))?.giving;
}
