// A service that has one purpose points at a diagnosis of that purpose.
import { diagnosisKey } from '../../model/diagnosis-codes';
import { type Ranges, isIn } from '../claim-line';
import { rule } from '../rule';

interface Purpose {
  readonly ranges: Ranges;
  readonly diagnoses: RegExp;
  readonly says: string;
}

/** Services that are only paid for one purpose, and the diagnoses that tell it. Keys without dot. */
const PURPOSES: readonly Purpose[] = [
  {
    ranges: [
      [99381, 99387],
      [99391, 99397],
    ],
    diagnoses: /^Z/,
    says: 'a preventive visit: its diagnosis is an examination, such as Z00.00 or Z00.129',
  },
  {
    ranges: [[77067, 77067]],
    diagnoses: /^(?:Z|R923)/,
    says: 'a screening: its diagnosis is Z12.31. For a finding, 77065 or 77066 is the test',
  },
  {
    ranges: [
      [90476, 90759],
      [91300, 91323],
    ],
    diagnoses: /^(?:Z2|Z0|S|T|W|O|Z3|D|Z9)/,
    says: 'a vaccine: its diagnosis is Z23',
  },
  { ranges: [[59400, 59622]], diagnoses: /^(?:O|Z3)/, says: 'care of a pregnancy: its diagnosis is of chapter O, or Z34, Z37 or Z39' },
  { ranges: [[90832, 90853]], diagnoses: /^(?:[FGRTZ]|O9)/, says: 'psychotherapy: its diagnosis is of mental health, F01 to F99' },
  {
    ranges: [[99406, 99407]],
    diagnoses: /^(?:F17|Z72|Z87|O9933|T65)/,
    says: 'advice against smoking: its diagnosis is F17, Z72.0 or Z87.891',
  },
  { ranges: [[98940, 98942]], diagnoses: /^[MSGRQ]/, says: 'treatment of the spine: its diagnosis is of the spine, such as M99.01' },
];

/** Treatment of the spine, which Medicare pays for one reason. */
const SPINE = /^9894[0-2]$/,
  SUBLUXATION = /^M990[0-5]/,
  MEDICARE = 'MB';

export default rule({
  on: 'service',
  forms: ['professional'],
  alike: ['diagnoses', 'lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A service of one purpose points at a diagnosis of that purpose',
  why: 'Payers deny such a service with any other diagnosis (reason 11), or pay it as something else, with a share for the patient.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 12, section 220',
    'X12 claim adjustment reason code 11',
    'ICD-10-CM Official Guidelines, sections I.C.21.c and IV',
  ],
  paper: '24E',
  transaction: '2400 SV107',
  bad: [
    'services\n  99396  B  230.00',
    'diagnoses\n  A  N63.10\n  B  I10\nservices\n  90686  B  40.00',
    'diagnoses\n  A  I10\nservices\n  90834  A  140.00',
    'patient ROE-RICHARD\ndiagnoses\n  A  M54.50\n  B  M99.03\nservices\n  98941-AT  AB  60.00',
  ],
  good: [
    'diagnoses\n  A  Z00.00\n  B  E11.65\nservices\n  99396  A  230.00',
    'diagnoses\n  A  I10\n  B  Z23\nservices\n  90686  AB  40.00',
    'services\n  99213  AB  145.00',
  ],
  check({ claim, service: { code, pointed, pointers } }, { report }) {
    const purpose = code && PURPOSES.find(({ ranges }) => isIn(ranges, code.value));
    if (!code || !purpose) return;
    if (SPINE.test(code.value) && claim.coverages[0]?.payer?.filing?.value === MEDICARE) {
      const first = claim.diagnoses[0]?.code;
      if (first && !SUBLUXATION.test(diagnosisKey(first.value))) {
        report([pointers[0], code], `Medicare takes ${code.value} only with a subluxation (M99.00 to M99.05) as the first diagnosis`, {
          severity: 'error',
        });
        return;
      }
    }
    const reasons = pointed.flatMap((position) => claim.diagnoses[position - 1]?.code?.value ?? []).map(diagnosisKey);
    if (reasons.length === 0 || reasons.some((one) => purpose.diagnoses.test(one))) return;
    report([pointers[0], code], `${code.value} is ${purpose.says}`);
  },
});
