// A bill to Medicare for skilled nursing or home health has the line that sets the rate.
import { hasCondition, isForMedicare } from '../claim-line';
import { rule } from '../rule';

interface Rate {
  readonly bills: readonly string[];
  /** Lines that are paid by the rate. */
  readonly paid: RegExp;
  readonly rate: RegExp;
  readonly says: string;
}

const RATES: readonly Rate[] = [
  { bills: ['18', '21'], paid: /^01[0-7]/, rate: /^0?022$/, says: 'of skilled nursing has a line of revenue code 0022' },
  { bills: ['32'], paid: /^(?:04[2-4]|05[5-7])/, rate: /^0?023$/, says: 'of home health has a line of revenue code 0023' },
];
/** Originals, corrections and final bills of home health. */
const PRICED = /^[1-479]$/;
/** Billed for a denial, with or without the patient’s asking. */
const FOR_A_DENIAL: ReadonlySet<string> = new Set(['20', '21']);

const MEDICARE = '837I\nSBR*P*18*******MA\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73\n';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'A bill to Medicare for skilled nursing or home health has the line with its HIPPS code',
  why: 'Medicare pays these by the HIPPS code alone, and returns a bill without that line.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 6, section 30.1 (0022), and chapter 10, section 40.2 (0023)'],
  paper: '42',
  transaction: '2400 SV201',
  bad: [
    `${MEDICARE}CLM*E2001*500***21:A:1**A*Y*Y\nSV2*0120**500*DA*1`,
    `${MEDICARE}CLM*E2001*500***32:A:9**A*Y*Y\nSV2*0551*HC:G0299*500*UN*1`,
  ],
  good: [
    '837I\nCLM*E2001*500***21:A:1**A*Y*Y\nSV2*0120**500*DA*1',
    `${MEDICARE}CLM*E2001*500***21:A:0**A*Y*Y\nSV2*0120**500*DA*1`,
    `${MEDICARE}CLM*E2001*500***21:A:1**A*Y*Y\nSV2*0120**500*DA*1\nafter HI*BE: HI*BG:21`,
    `${MEDICARE}CLM*E2001*500***32:A:9**A*Y*Y\nSV2*0551*HC:G0299*500*UN*1\nlast: LX*2~SV2*0023*HP:1AA11*0*UN*1~DTP*472*D8*20260815`,
  ],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent || !PRICED.test(sent.frequency.value)) return;
    const needed = RATES.find(({ bills }) => bills.includes(sent.place.value));
    if (!needed || !isForMedicare(claim)) return;
    const { paid, rate, says } = needed;
    const has = (one: RegExp): boolean => sent.lines.some(({ revenue }) => revenue !== undefined && one.test(revenue.value));
    if (has(paid) && !has(rate) && !hasCondition(claim, FOR_A_DENIAL))
      report(sent.place, `A bill ${says} with the HIPPS code: it is missing`);
  },
});
