// Medicare is billed for what it takes.
import { cptNumber } from '../../model/procedure-codes';
import { dayOf } from '../claim-line';
import { rule } from '../rule';

/** What Medicare never takes under these codes, for machines without its fee schedule. */
const NOT_TAKEN: readonly { readonly codes: (code: string, number: number) => boolean; readonly instead: string; readonly since?: string }[] = [
  { codes: (_, number) => number >= 99381 && number <= 99397, instead: 'G0438 or G0439 for the wellness visit, or GY if the patient pays' },
  { codes: (_, number) => (number >= 99242 && number <= 99245) || (number >= 99252 && number <= 99255), instead: 'a visit code of the place, such as 99203 or 99222', since: '2010-01-01' },
  { codes: (code) => code === '99417', instead: 'G2212', since: '2021-01-01' },
  { codes: (_, number) => number >= 98000 && number <= 98015, instead: 'the office visit code with place 02 or 10, and 93 for sound only', since: '2025-01-01' },
  { codes: (code) => code === '92015', instead: 'GY on the line: the patient pays' },
  { codes: (code) => /^[HST]\d{4}$/.test(code), instead: 'a CPT or G code: codes with H, S and T are for Medicaid and private payers' },
];
/** Vaccines whose giving has codes of its own with Medicare: flu, pneumonia, hepatitis B. */
const WITH_OWN_CODE: readonly (readonly [ranges: readonly (readonly [from: number, to: number])[], code: string])[] = [
  [[[90630, 90630], [90653, 90662], [90672, 90674], [90682, 90689], [90694, 90694], [90756, 90756]], 'G0008'],
  [[[90670, 90671], [90677, 90677], [90684, 90684], [90732, 90732]], 'G0009'],
  [[[90739, 90740], [90743, 90747], [90759, 90759]], 'G0010'],
];
/** The patient knows that Medicare will not pay. */
const PATIENT_PAYS = new Set(['GY', 'GX']);
/** Status of the fee schedule: another code stands for it. */
const OTHER_CODE = 'I';

export default rule({
  on: 'service',
  forms: ['professional'],
  severity: 'warning',
  since: '0.2.0',
  title: 'Medicare Part B is billed with codes that it takes',
  why: 'Medicare denies preventive visits of CPT, consultations and codes of other payers, whatever the record says (reason 96, remark N56 or M51).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, sections 30.6.2 and 30.6.10', 'CMS Medicare Claims Processing Manual, chapter 18, section 10', 'CMS physician fee schedule, status I'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: [
    'patient ROE-RICHARD\nservices\n  99397  AB  230.00', 'patient ROE-RICHARD\nservices\n  99244  AB  230.00', 'patient ROE-RICHARD\nservices\n  T1015  AB  180.00',
    'patient ROE-RICHARD\nservices\n  90471  AB  35.00\n  90662  AB  75.00',
  ],
  good: ['patient ROE-RICHARD\nservices\n  G0439  AB  160.00', 'patient ROE-RICHARD\nservices\n  99397-GY  AB  230.00', 'services\n  99396  AB  230.00', 'patient ROE-RICHARD\nservices\n  90471  AB  35.00\n  90715  AB  60.00'],
  check({ claim, service }, { report, codes }) {
    const { code, modifiers } = service, day = dayOf(service, claim);
    if (!code || day === undefined || claim.coverages[0]?.payer?.filing?.value !== 'MB' || modifiers.some(({ value }) => PATIENT_PAYS.has(value))) return;
    const number = cptNumber(code.value);
    const known = NOT_TAKEN.find((one) => one.codes(code.value, number) && day >= (one.since ?? ''));
    const giving = code.value === '90471' || code.value === '90473' ? ownCode(claim.services.map((one) => cptNumber(one.code?.value ?? ''))) : undefined;
    const instead = known?.instead ?? giving;
    if (instead) report(code, `Medicare does not take ${code.value}: bill ${instead}`);
    else if (codes.fact('hcpcs', 'relative-values', code.value, day)?.status === OTHER_CODE) report(code, `Medicare does not take ${code.value}: it has another code for this service`);
  },
});

/** The code for giving the vaccines of a claim, where all of them have the same one. */
function ownCode(numbers: readonly number[]): string | undefined {
  const vaccines = numbers.filter((one) => one >= 90476 && one <= 90759);
  const [found] = WITH_OWN_CODE.find(([ranges]) => vaccines.length > 0 && vaccines.every((one) => ranges.some(([from, to]) => one >= from && one <= to)))?.slice(1) ?? [];
  return typeof found === 'string' ? found : undefined;
}
