// A correction or void that a hospital sends to Medicare says why.
import { hasCondition, isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Changed days, charges, codes, payer, patient status and other data; cancelled. */
const REASONS: ReadonlySet<string> = new Set(['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'E0']);

const MEDICARE = `837I
SBR*P*18*******MA
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
CLM*E2001*500***13:A:7**A*Y*Y
after CL1: REF*F8*22622100000`;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses'],
  severity: 'error',
  since: '0.3.0',
  title: 'A correction or void to Medicare has a condition code that says what was changed',
  why: 'Medicare returns a bill of frequency 7 or 8 without one of the condition codes D0 to D9 or E0.',
  cites: [
    'CMS Medicare Claims Processing Manual, chapter 1, section 130.1.2.1',
    'NUBC, Official UB-04 Data Specifications, form locator 18',
  ],
  paper: '18',
  transaction: '2300 HI*BG',
  bad: [MEDICARE],
  good: [`${MEDICARE}\nafter HI*BE: HI*BG:D1`, '837I\nCLM*E2001*500***13:A:7**A*Y*Y\nafter CL1: REF*F8*22622100000'],
  check(claim, { report }) {
    const { sent } = claim;
    const frequency = sent?.frequency;
    if (!frequency || (frequency.value !== '7' && frequency.value !== '8') || !isForMedicare(claim)) return;
    if (!hasCondition(claim, REASONS))
      report(
        frequency,
        `Frequency ${frequency.value} changes an earlier bill: a condition code D0 to D9 or E0 (HI*BG) says what is changed`,
      );
  },
});
