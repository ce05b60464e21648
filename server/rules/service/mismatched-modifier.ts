// A modifier fits the kind of service.
import { isAnesthesia, isCpt, isEvaluation, isSurgery, isSurgeryImagingOrLaboratory } from '../../model/procedure-codes';
import { rule } from '../rule';

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
    'services\n  99213-RT  AB  145.00',
    'services\n  99213-AA  AB  145.00',
    'services\n  99213-80  AB  145.00',
    'services\n  99213-NU  AB  145.00',
    'services\n  20610-QW  AB  110.00',
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
