// Skilled nursing is paid by Medicare after a stay in hospital of three days.
import { expandDate, daysBetween } from '../../model/dates';
import { hasCondition, isForMedicare, saidIn } from '../claim-line';
import { rule } from '../rule';

const SKILLED_NURSING = new Set(['18', '21']);
/** Occurrence span of the stay before. */
const STAY = '70';
/** Nights of three days, where the last of them stands as the end. */
const NIGHTS = 2;
/** Back within thirty days, out of a Medicare Advantage plan, billed for a denial, in a disaster. */
const EXCUSED: ReadonlySet<string> = new Set(['20', '21', '55', '56', '57', '58', 'DR']);
/** Revenue codes of rooms, and of the rate. */
const PAID = /^(?:0?022$|01[0-7])/;
const PRICED = /^[1-47]$/;
/** REF01: a demonstration may do without the stay. */
const DEMONSTRATION = 'P4';

const MEDICARE = '837I\nSBR*P*18*******MA\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73\nCLM*E2001*500***21:A:1**A*Y*Y\n';
const LINE = 'SV2*0022*HP:KAGD1*0*UN*1\n';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'A bill to Medicare for skilled nursing names the stay in hospital before it, of three days or more',
  why: 'Medicare covers skilled nursing only after such a stay (span code 70), and returns a bill that does not tell of it.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 6, section 40.3', 'CMS Medicare Benefit Policy Manual, chapter 8, section 20.1'],
  paper: '35',
  transaction: '2300 HI*BI',
  bad: [`${MEDICARE}${LINE}HI*BE:80:::1`, `${MEDICARE}${LINE}after HI*BE: HI*BI:70:RD8:20260814-20260815`],
  good: [
    `${MEDICARE}${LINE}after HI*BE: HI*BI:70:RD8:20260811-20260814`,
    `${MEDICARE}${LINE}after HI*BE: HI*BG:57`,
    `${MEDICARE.replace('MA', 'CI')}${LINE}HI*BE:80:::1`,
  ],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent || !SKILLED_NURSING.has(sent.place.value) || !PRICED.test(sent.frequency.value) || !isForMedicare(claim)) return;
    if (sent.lines.every(({ revenue }) => !revenue || !PAID.test(revenue.value)) || hasCondition(claim, EXCUSED)) return;
    const stay = sent.codes.find(({ qualifier, code }) => qualifier.value === 'BI' && code.value === STAY);
    if (!stay) {
      if (!saidIn(claim, 'REF', 2, DEMONSTRATION))
        report(sent.place, 'The stay in hospital before the skilled nursing is missing: HI*BI with span code 70 and its days');
      return;
    }
    const when = stay.parts[3];
    const [from, to] = (when?.value ?? '').split('-').map(expandDate);
    if (!when || from === undefined || to === undefined || to < from || daysBetween(from, to) >= NIGHTS) return;
    report(when, `The stay in hospital before skilled nursing has three days or more: ${from} to ${to} is shorter`, {
      transaction: '2300 HI01-4',
    });
  },
});
