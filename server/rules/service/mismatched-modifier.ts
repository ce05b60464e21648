// A modifier fits the kind of service.
import { cptNumber, isAnesthesia, isCpt, isEvaluation, isSurgery, isSurgeryImagingOrLaboratory } from '../../model/procedure-codes';
import { type Ranges, isIn } from '../claim-line';
import { rule } from '../rule';

/** Large joints; neck, back, shoulder, arm, hip and thigh; chest, heart, belly, brain and eyes. */
const AWAY_FROM_FINGERS: Ranges = [
  [20610, 20611],
  [21501, 24999],
  [26990, 27599],
  [30000, 49999],
  [61000, 62379],
  [65091, 66999],
];

const PREGNANCY: Ranges = [[59400, 59622]];

/** Only what is certain by the definition of the modifier. */
const MISFITS: readonly {
  readonly modifiers: ReadonlySet<string>;
  readonly wrong: (code: string) => boolean;
  readonly says: (code: string) => string;
}[] = [
  {
    modifiers: new Set(['24', '25', '57']),
    wrong: isSurgeryImagingOrLaboratory,
    says: (code) => `is for a visit, not for a procedure such as ${code}`,
  },
  { modifiers: new Set(['59', '26', 'TC']), wrong: isEvaluation, says: (code) => `is for a procedure, not for a visit such as ${code}` },
  {
    modifiers: new Set(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']),
    wrong: (code) => isCpt(code) && !isAnesthesia(code),
    says: () => 'is for anesthesia',
  },
  {
    modifiers: new Set(['AA', 'AD', 'QK', 'QX', 'QY', 'QZ']),
    wrong: (code) => isCpt(code) && !isAnesthesia(code),
    says: () => 'is for anesthesia',
  },
  {
    modifiers: new Set(['80', '81', '82', 'AS', '62', '66']),
    wrong: isEvaluation,
    says: () => 'is for an operation: a visit has no assistant',
  },
  { modifiers: new Set(['NU', 'RR', 'UE']), wrong: (code) => isCpt(code), says: () => 'is for equipment that is bought or rented' },
  {
    modifiers: new Set(['QW', '90', '91']),
    wrong: (code) => isEvaluation(code) || isAnesthesia(code) || isSurgery(code),
    says: () => 'is for a laboratory test',
  },
  { modifiers: new Set(['LT', 'RT', '50']), wrong: isEvaluation, says: () => 'names a side: a visit has none' },
  {
    modifiers: new Set(['57']),
    // Some examinations of the eyes are visits.
    wrong: (code) => cptNumber(code) >= 90281 && cptNumber(code) <= 99199 && !(cptNumber(code) >= 92002 && cptNumber(code) <= 92014),
    says: (code) => `is for the visit that decides on an operation, not for ${code}`,
  },
  {
    modifiers: new Set('E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9'.split(' ')),
    wrong: (code) =>
      isEvaluation(code) ||
      (cptNumber(code) >= 80047 && cptNumber(code) <= 89398) ||
      (cptNumber(code) >= 93000 && cptNumber(code) <= 93799),
    says: (code) => `names an eyelid, a finger or a toe: ${code} is not done on one`,
  },
  {
    modifiers: new Set('FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9'.split(' ')),
    wrong: (code) => isIn(AWAY_FROM_FINGERS, code),
    says: (code) => `names a finger or a toe: ${code} is done elsewhere`,
  },
  {
    modifiers: new Set(['58', '78', '79']),
    wrong: isEvaluation,
    says: () => 'is for another operation after one: of a visit, 24 says that it has nothing to do with it',
  },
  {
    modifiers: new Set(['93', '95', 'FQ', 'GQ', 'GT']),
    // The care of a pregnancy stands among the operations.
    wrong: (code) => isSurgery(code) && !isIn(PREGNANCY, code),
    says: () => 'is for what can be done from afar: an operation cannot',
  },
];

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A modifier fits the kind of service',
  why: 'A payer denies a line whose modifier makes no sense for its code.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, section 30.6', 'CMS Medicare NCCI Policy Manual, chapter I, section E'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: [
    'services\n  20610-25  AB  110.00',
    'services\n  99213-59  AB  145.00',
    'services\n  98941-57  AB  145.00',
    'services\n  93000-E1  AB  145.00',
    'services\n  99213-RT  AB  145.00',
    'services\n  99213-AA  AB  145.00',
    'services\n  99213-80  AB  145.00',
    'services\n  99213-NU  AB  145.00',
    'services\n  20610-QW  AB  110.00',
    'services\n  20610-T1  AB  110.00',
    'services\n  99213-78  AB  145.00',
    'services\n  20610-95  AB  110.00',
  ],
  good: ['services\n  99213-25  AB  145.00\n  20610-59  AB  110.00'],
  check({ service: { code, modifiers } }, { report }) {
    if (!code) return;
    for (const modifier of modifiers) {
      const misfit = MISFITS.find((one) => one.modifiers.has(modifier.value) && one.wrong(code.value));
      if (misfit) report(modifier, `Modifier ${modifier.value} ${misfit.says(code.value)}`);
    }
  },
});
