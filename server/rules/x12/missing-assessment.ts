// The final bill to Medicare for home health tells the day of the assessment.
import { hasCondition, isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Home health under a plan of care; originals, corrections and final bills. */
const HOME_HEALTH = '32',
  FINAL = /^[1-479]$/;
/** The occurrence: an assessment was finished. */
const ASSESSED = '50';
/** Since the periods of thirty days. */
const SINCE = '2020-01-01';
/** Billed for a denial, with or without the patient’s asking. */
const FOR_A_DENIAL: ReadonlySet<string> = new Set(['20', '21']);

const BILL = `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***32:A:9**A*Y*Y
SV2*0551*HC:G0299*500*UN*1
HI*BE:61:::16020*BE:85:::17167
last: LX*2~SV2*0023*HP:1AA11*0*UN*1~DTP*472*D8*20260815`;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The final bill to Medicare for home health tells the day of the assessment',
  why: 'Medicare looks up the assessment (OASIS) by this day, and returns a bill without it.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 10, section 40.2, occurrence code 50'],
  paper: '31',
  transaction: '2300 HI*BH',
  bad: [`${BILL}\nHI*BH:11:D8:20260815`],
  good: [`${BILL}\nHI*BH:50:D8:20260815`, '837I\nCLM*E2001*500***32:A:9**A*Y*Y\nHI*BH:11:D8:20260815'],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent || sent.place.value !== HOME_HEALTH || !FINAL.test(sent.frequency.value)) return;
    if ((sent.statement?.value.from ?? '') < SINCE || !isForMedicare(claim) || hasCondition(claim, FOR_A_DENIAL)) return;
    if (sent.codes.some(({ qualifier, code }) => qualifier.value === 'BH' && code.value === ASSESSED)) return;
    report(claim.head, 'Occurrence code 50 is missing: the day on which the assessment was finished (M0090)');
  },
});
