// The bill of a hospital stay tells of the admission and of the discharge.
import { saidIn } from '../claim-line';
import { rule } from '../rule';

/** Inpatient bills of hospitals, hospital beds for skilled care, skilled nursing. */
const INPATIENT = new Set(['11', '18', '21']);
const STILL_THERE = '30';
/** First bill of a stay that goes on, and those in its course. */
const GOES_ON = new Set(['2', '3']);

/** For the examples: a stay of one night. */
const STAY = `837I
CLM*E2001*500***11:A:1**A*Y*Y
DTP*434*RD8*20260815-20260816
after CLM: DTP*096*TM*1130
after DTP*434: DTP*435*DT*202608150915
CL1*1*1*01
after HI*ABK: HI*ABJ:M25561
`;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'The bill of a stay tells day and type of the admission, its diagnosis, and the hour of the discharge',
  why: 'A payer refuses the bill of a stay that leaves them out.',
  cites: [
    'ASC X12N 837I 005010X223A2, loop 2300 DTP*435, DTP*096, CL101 and HI*ABJ',
    'NUBC, Official UB-04 Data Specifications, form locators 12 to 16 and 69',
  ],
  paper: '12',
  transaction: '2300 DTP*435',
  bad: [STAY + 'no DTP*435', STAY + 'no HI*ABJ', STAY + 'CL1**1*01', STAY + 'no DTP*096'],
  good: [STAY + 'HI*ABJ:M25561', '837I\nHI*ABK:M1711'],
  check(claim, { report }) {
    const { sent, admitted } = claim;
    if (!sent || !INPATIENT.has(sent.place.value)) return;
    const at = sent.place;
    const bill = `A bill of a stay (${at.value})`;
    if (!admitted) report(at, `${bill} tells the day and hour of the admission: DTP*435`);
    // That CL1 is missing altogether the guide says.
    const type = saidIn(claim, 'CL1', 1);
    if (type?.value === '') report(type, `${bill} tells the type of the admission: CL101`, { transaction: '2300 CL101' });
    if (sent.codes.every(({ qualifier }) => qualifier.value !== 'ABJ' && qualifier.value !== 'BJ'))
      report(at, `${bill} tells the admitting diagnosis: HI*ABJ`, { transaction: '2300 HI*ABJ' });
    // A bill on which the care goes on should have another status: that is told as such.
    const ended = !GOES_ON.has(sent.frequency.value) && sent.patientStatus && sent.patientStatus.value !== STILL_THERE;
    if (ended && !saidIn(claim, 'DTP', 3, '096'))
      report(at, `${bill} that has ended tells the hour of the discharge: DTP*096`, { transaction: '2300 DTP*096' });
  },
});
