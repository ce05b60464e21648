// A service of one sex fits the sex of the patient.
import { type Ranges, isIn } from '../claim-line';
import { rule } from '../rule';

/** Female organs, maternity, ultrasound of pregnancy, cervical smears, and the anesthesia for them. */
const FEMALE: Ranges = [
  [846, 846],
  [851, 851],
  [906, 906],
  [940, 952],
  [1958, 1969],
  [56405, 58999],
  [59000, 59899],
  [76801, 76831],
  [81025, 81025],
  [88141, 88143],
  [88147, 88155],
  [88164, 88167],
  [88174, 88175],
];
const FEMALE_CODES = new Set(['G0101', 'G0123', 'G0124', 'G0141', 'G0143', 'G0144', 'G0145', 'G0147', 'G0148', 'P3000', 'P3001', 'Q0091']);
/** Male organs, tests of the prostate, and the anesthesia for them. */
const MALE: Ranges = [
  [865, 865],
  [908, 908],
  [914, 914],
  [920, 938],
  [54000, 55899],
  [84152, 84154],
];
const MALE_CODES = new Set(['G0102', 'G0103']);

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.2.0',
  title: 'A service of one sex fits the sex of the patient',
  why: 'The code or the sex on file is mostly a slip, and payers deny such a line (reason 7). Where it is none, modifier KX says so.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 32, section 240', 'X12 claim adjustment reason code 7'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: [
    'services\n  55866  A  900.00',
    'patient ROE-RICHARD\nservices\n  59400  A  900.00',
    'patient ROE-RICHARD\nservices\n  G0101  A  90.00',
  ],
  good: ['services\n  59400  A  900.00', 'patient ROE-RICHARD\nservices\n  55866  A  900.00', 'services\n  55866-KX  A  900.00'],
  concerns: ({ service: { code } }) => code !== undefined && sexOf(code.value) !== undefined,
  check({ claim, service: { code, modifiers } }, { report }) {
    const meant = code && sexOf(code.value);
    const sex = meant && claim.patient?.target?.sex?.value;
    if (!code || sex === meant || (sex !== 'F' && sex !== 'M') || modifiers.some(({ value }) => value === 'KX')) return;
    report(
      code,
      `${code.value} is a service for ${sex === 'M' ? 'women' : 'men'}; the patient is on file as ${sex === 'M' ? 'male' : 'female'}: correct one of the two, or add KX`,
    );
  },
});

function sexOf(code: string): 'F' | 'M' | undefined {
  if (FEMALE_CODES.has(code) || isIn(FEMALE, code)) return 'F';
  return MALE_CODES.has(code) || isIn(MALE, code) ? 'M' : undefined;
}
