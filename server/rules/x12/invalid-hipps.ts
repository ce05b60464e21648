// The lines that set the rate of a stay or of home health carry a HIPPS code.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Skilled nursing, home health, inpatient rehabilitation. */
const RATES = /^0?02[234]$/;
/** Those whose lines only tell the rate. */
const FREE = /^0?02[23]$/;
interface Scheme {
  readonly revenue: RegExp;
  /** First day on which Medicare pays by it. */
  readonly since: string;
  readonly code: RegExp;
  readonly says: string;
}

/** How Medicare builds the code: a sign for each of the groups that make the price. */
const SCHEMES: readonly Scheme[] = [
  {
    revenue: /^0?022$/,
    since: '2019-10-01',
    code: /^(?:[A-P][A-L][A-Y][A-F][0-9]|ZZZZZ)$/,
    says: 'of skilled nursing: A–P, A–L, A–Y, A–F and the kind of assessment',
  },
  { revenue: /^0?023$/, since: '2020-01-01', code: /^[1-4][A-L][A-C][1-3]1$/, says: 'of home health: 1–4, A–L, A–C, 1–3 and a 1' },
  { revenue: /^0?024$/, since: '2002-01-01', code: /^[A-D]\d{4}$/, says: 'of rehabilitation: A–D and four digits' },
];
/** A visit’s code, five digits, is none. */
const HIPPS = /^(?=.*[A-Z])[0-9A-Z]{5}$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title:
    'Revenue codes 0022, 0023 and 0024 come with a HIPPS code of five characters, to Medicare one of its own, and 0022 and 0023 without a charge',
  why: 'The HIPPS code is the rate: a payer cannot price the stay or the period of home health without it.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 6, section 30.1, and chapter 10, section 10.1.9',
    'ASC X12N 837I 005010X223A2, loop 2400 SV202 HP',
  ],
  paper: '44',
  transaction: '2400 SV202-2',
  bad: [
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
SV2*0022*HP:KAGD1*500*UN*1`,
    '837I\nSV2*0022**500*UN*1',
    '837I\nSV2*0023*HP:1AA1*500*UN*1',
    '837I\nSV2*0022*HC:99213*500*UN*1',
    `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
SV2*0024*HP:E0101*500*UN*1`,
  ],
  good: [
    '837I\nSV2*0022*HP:KAGD1*500*UN*1',
    '837I\nSBR*P*18*******MA\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73\nSV2*0024*HP:A0101*500*UN*1',
    '837I\nSV2*0250**500*UN*1',
  ],
  check(claim, { report }) {
    const { sent, source } = claim;
    if (!sent || sent.lines.every(({ revenue }) => !revenue || !RATES.test(revenue.value))) return;
    const rate = isForMedicare(claim)
      ? sent.lines.find(({ revenue, charge }) => charge?.value && FREE.test(revenue?.value ?? ''))
      : undefined;
    if (rate?.revenue && rate.charge)
      report(rate.charge, `A line of revenue code ${rate.revenue.value} only sets the rate: its charge is 0`, {
        // Of home health some agencies send the price there, and Medicare passes over it.
        severity: rate.revenue.value.endsWith('23') ? 'warning' : 'error',
        transaction: '2400 SV203',
      });
    const day = sent.statement?.value.from ?? '';
    const schemes = isForMedicare(claim) ? SCHEMES.filter(({ since }) => day >= since) : [];
    const row = x12Row(sent.document, source, sent.first);
    eachSegment(sent.document, { first: sent.first, end: sent.end }, ['SV2'], (segment) => {
      row.go(segment);
      const revenue = row.at(1);
      if (!RATES.test(revenue.value)) return;
      const code = row.parts(2)[1];
      if (!code || code.value === '') report(revenue, `Revenue code ${revenue.value} sets a rate: its HIPPS code is missing (SV202, HP)`);
      else if (!HIPPS.test(code.value)) report(code, `${code.value} is not a HIPPS code: it has five characters, with a letter among them`);
      else {
        const scheme = schemes.find((one) => one.revenue.test(revenue.value));
        if (scheme && !scheme.code.test(code.value)) report(code, `There is no HIPPS code ${code.value} ${scheme.says}`);
      }
    });
  },
});
