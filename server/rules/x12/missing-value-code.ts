// Bills to Medicare for stays, dialysis, hospice and home health name the value codes by which they are priced.
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

interface Needed {
  readonly bills: readonly string[];
  readonly revenue: RegExp;
  readonly code: string;
  /** Another code that will do. */
  readonly or?: string;
  /** Asked for from this day on. */
  readonly since?: string;
  readonly says: string;
  /** What its amount must be like, where it is no amount but a number of five digits. */
  readonly number?: RegExp;
}

/** An area: the five digits before the point. */
const AREA = /^\d{5}(?:\.0*)?$/,
  /** A county: the zero before it is left out as of any amount. */
  COUNTY = /^\d{4,5}(?:\.0*)?$/;

const NEEDED: readonly Needed[] = [
  { bills: ['72'], revenue: /^08[2-5]/, code: 'A8', says: 'the weight of the patient in kilograms' },
  { bills: ['72'], revenue: /^08[2-5]/, code: 'A9', says: 'the height of the patient in centimeters' },
  { bills: ['81', '82'], revenue: /^065[12]/, code: '61', number: AREA, says: 'the area (CBSA) in which the patient lives' },
  { bills: ['81', '82'], revenue: /^065[56]/, code: 'G8', number: AREA, says: 'the area (CBSA) of the facility' },
  { bills: ['32'], revenue: /^(?:0023|05[5-7]|04[2-4])/, code: '61', number: AREA, says: 'the area (CBSA) in which the patient lives' },
  {
    bills: ['32'],
    revenue: /^(?:0023|05[5-7]|04[2-4])/,
    code: '85',
    number: COUNTY,
    since: '2019-01-01',
    says: 'the county (FIPS) in which the patient is visited',
  },
  { bills: ['11', '18', '21'], revenue: /^0(?:1[0-79]|2[01])/, code: '80', or: '81', says: 'the days that are covered' },
];
/** Originals, corrections and final bills of home health; notices, claims that ask for nothing and voids are not priced. */
const PRICED = /^[1-479]$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Bills to Medicare for stays, dialysis, hospice and home health have the value codes of their price',
  why: 'Medicare returns the bill: the days that are covered, wages of the area, or weight and height of the patient are part of the price.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 8, section 50.3 (dialysis)',
    'CMS Medicare Claims Processing Manual, chapter 11, section 30.3 (hospice), and chapter 10, section 40.2 (home health)',
    'CMS Medicare Claims Processing Manual, chapter 3, section 40.2 (stays), and chapter 25, section 75.4',
  ],
  paper: '39',
  transaction: '2300 HI*BE',
  bad: [
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***72:A:1**A*Y*Y
SV2*0821*HC:90999*500*UN*1
HI*BE:A8:::72.5`,
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***81:A:1**A*Y*Y
SV2*0651*HC:Q5001*500*UN*1`,
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***32:A:9**A*Y*Y
SV2*0551*HC:G0299*500*UN*1
HI*BE:61:::16020`,
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***11:A:1**A*Y*Y
SV2*0120**500*DA*1
HI*BE:A1:::1`,
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***81:A:1**A*Y*Y
SV2*0651*HC:Q5001*500*UN*1
HI*BE:61:::1602`,
  ],
  good: [
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***72:A:1**A*Y*Y
SV2*0821*HC:90999*500*UN*1
HI*BE:A8:::72.5*BE:A9:::172`,
    '837I\nCLM*E2001*500***81:A:1**A*Y*Y\nSV2*0651*HC:Q5001*500*UN*1',
  ],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent || !PRICED.test(sent.frequency.value)) return;
    const day = sent.statement?.value.from ?? '';
    const needed = NEEDED.filter(({ bills, since = '' }) => bills.includes(sent.place.value) && day >= since);
    if (needed.length === 0 || !isForMedicare(claim)) return;
    const values = sent.codes.filter(({ qualifier }) => qualifier.value === 'BE');
    for (const { revenue, code, or, says, number } of needed) {
      const line = sent.lines.find((one) => one.revenue && revenue.test(one.revenue.value));
      if (line && values.every((one) => one.code.value !== code && one.code.value !== or))
        report(values[0]?.code ?? claim.head, `Value code ${code} is missing: ${says}`);
      const said = number && values.find((one) => one.code.value === code)?.parts[4];
      if (line && said && !number.test(said.value)) report(said, `Value code ${code} is ${says}: five digits, not ${said.value}`);
    }
  },
});
