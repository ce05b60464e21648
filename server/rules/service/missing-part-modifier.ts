// In a hospital a clinician bills what he read, not the machine.
import { dayOf, isIn } from '../claim-line';
import { addModifier, replace, rule } from '../rule';

/** Places where the hospital bills for room, machine and staff. */
const HOSPITAL = new Set(['19', '21', '22', '23', '51', '61']);
/** Imaging and tests of two parts, for machines without the fee schedule: radiology, heart by ultrasound, vessels, waves of the brain. */
const TWO_PARTS = [
  [70010, 76499],
  [76506, 76999],
  [77046, 77086],
  [78012, 78999],
  [93303, 93351],
  [93880, 93998],
  [95812, 95822],
] as const;
/** Tests that have a code of their own for the reading. */
const READING: Readonly<Record<string, string>> = { 93000: '93010', 93015: '93018', 93040: '93042' };
/** Indicator of the fee schedule: a professional and a technical part. */
const BOTH_PARTS = '1';
const PARTS = new Set(['26', 'TC']);

export default rule({
  on: 'service',
  forms: ['professional'],
  alike: 'line',
  severity: 'warning',
  since: '0.2.0',
  title: 'Imaging and tests in a hospital are billed with the reading alone',
  why:
    'The hospital bills for machine and staff: payers deny the whole test from a clinician (reason 5 or B20). Modifier 26 says that only ' +
    'the reading is meant.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 13, section 20.1',
    'CMS Medicare Claims Processing Manual, chapter 26, section 10.5',
  ],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['place 22\nfacility SURGICENTER\nservices\n  71046  AB  60.00', 'place 23\nfacility SURGICENTER\nservices\n  93000  AB  45.00'],
  good: [
    'place 22\nfacility SURGICENTER\nservices\n  71046-26  AB  30.00',
    'services\n  71046  AB  60.00',
    'place 23\nfacility SURGICENTER\nservices\n  93010  AB  25.00',
  ],
  check({ claim, service }, { report, codes }) {
    const { code, modifiers, place } = service,
      where = (place ?? claim.place)?.value,
      day = dayOf(service, claim);
    if (!code || !where || !HOSPITAL.has(where) || day === undefined || modifiers.some(({ value }) => PARTS.has(value))) return;
    const reading = Object.hasOwn(READING, code.value) ? READING[code.value] : undefined;
    const parts = codes.fact('hcpcs', 'relative-values', code.value, day)?.professional;
    if (reading)
      report(code, `In place ${where} the hospital bills the test itself: the reading alone is ${reading}`, {
        fixes: [replace(code, reading, `Change to ${reading}`)],
      });
    else if (parts ? parts === BOTH_PARTS : isIn(TWO_PARTS, code.value)) {
      report(code, `In place ${where} the hospital bills the machine of ${code.value}: modifier 26 says that only the reading is billed`, {
        fixes: modifiers.length < 4 ? [addModifier(service, '26', 'Add 26: reading alone')] : [],
      });
    }
  },
});
