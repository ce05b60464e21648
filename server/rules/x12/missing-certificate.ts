// Services of which a payer asks for a number on the claim: the certificate for mammography, the agency of a care plan.
import { eachSegment } from '../../model/each-segment';
import { isMammography } from '../../model/procedure-codes';
import { x12Row } from '../../model/x12-row';
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

interface Numbered {
  readonly codes: (code: string) => boolean;
  /** REF01 of the number, on the claim or on the line. */
  readonly qualifier: string;
  readonly says: string;
  readonly medicareOnly: boolean;
}

const NUMBERED: readonly Numbered[] = [
  {
    codes: isMammography,
    qualifier: 'EW',
    says: 'is mammography: the number of the FDA certificate is missing (REF*EW)',
    medicareOnly: false,
  },
  {
    codes: (code) => code === 'G0181' || code === 'G0182',
    qualifier: '1J',
    says: 'oversees a plan of care: the NPI of the home health agency or hospice is missing (REF*1J)',
    medicareOnly: true,
  },
];
/** The reading alone is done without the machine that is certified. */
const READING = '26';

export default rule({
  on: 'claim',
  forms: ['professional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Mammography has its certificate number, the oversight of a care plan the NPI of the agency',
  why: 'Medicare returns the claim without the number, and other payers deny mammography by a practice that shows no certificate.',
  cites: [
    'ASC X12N 837P 005010X222A1, loop 2300 REF*EW and REF*1J',
    'CMS Medicare Claims Processing Manual, chapter 18, section 20, and chapter 26, item 23',
  ],
  paper: '32',
  transaction: '2300 REF*EW',
  bad: [
    'SV1*HC:77067*145*UN*1***1:2',
    `SBR*P*18*******MB
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
SV1*HC:G0181*145*UN*1***1:2`,
  ],
  good: [
    'SV1*HC:77067*145*UN*1***1:2\nafter CLM: REF*EW*123456',
    'SV1*HC:77067*145*UN*1***1:2\nafter DTP*472: REF*EW*123456',
    'SV1*HC:77067:26*145*UN*1***1:2',
    'SV1*HC:G0181*145*UN*1***1:2',
  ],
  check(claim, { report }) {
    const { sent, services, source } = claim;
    if (!sent) return;
    let numbers: Set<string> | undefined;
    for (const { code, modifiers } of services) {
      const needed = code && NUMBERED.find(({ codes }) => codes(code.value));
      if (!needed || modifiers.some(({ value }) => value === READING) || (needed.medicareOnly && !isForMedicare(claim))) continue;
      numbers ??= numbersOf();
      if (!numbers.has(needed.qualifier))
        report(code, `${code.value} ${needed.says}`, {
          transaction: `2300 REF*${needed.qualifier}`,
          // Encounters have no word for the agency.
          severity: needed.medicareOnly ? 'warning' : 'error',
        });
    }

    function numbersOf(): Set<string> {
      const found = new Set<string>();
      if (!sent) return found;
      const row = x12Row(sent.document, source, sent.first);
      eachSegment(sent.document, { first: sent.first, end: sent.end }, ['REF'], (segment) => {
        row.go(segment);
        found.add(row.text(1));
      });
      return found;
    }
  },
});
