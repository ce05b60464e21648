// The admission to a hospital fits the statement and the patient.
import { daysBetween } from '../../model/dates';
import { saidIn } from '../claim-line';
import { rule } from '../rule';

/** Services of these days before the admission are billed with the stay. */
const DAYS_BEFORE = 3;
/** What no payer takes for such services. */
const FAR_BEFORE = 30;
/** First bill of a stay, or the only one. */
const FIRST = new Set(['1', '2']);
const NEWBORN = '4',
  NEWBORN_DAYS = 28;
/** CL102 of a newborn, since this day. */
const NEWBORN_ORIGINS = new Set(['5', '6']),
  ORIGINS_SINCE = '2007-10-01';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'The admission to a hospital fits the statement and the patient',
  why: 'A payer returns the first bill of a stay that does not begin with the admission, and the admission of a newborn who is none.',
  cites: [
    'NUBC, Official UB-04 Data Specifications, form locators 6, 12, 14 and 15',
    'CMS Medicare Claims Processing Manual, chapter 3, section 40.3',
  ],
  paper: '12',
  transaction: '2300 DTP*435',
  bad: [
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nafter DTP*434: DTP*435*DT*202608010915',
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nDTP*434*RD8*20260810-20260815\nafter DTP*434: DTP*435*DT*202608140915',
    '837I\nCL1*4**01',
    '837I\nDMG*D8*20260815*F\nCL1*4*1*01',
  ],
  good: [
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nafter DTP*434: DTP*435*DT*202608150915',
    '837I\nCLM*E2001*500***11:A:4**A*Y*Y\nafter DTP*434: DTP*435*DT*202608010915',
  ],
  check(claim, { report }) {
    const { sent, admitted, patient } = claim;
    if (!sent?.statement) return;
    const { from, to } = sent.statement.value;
    const born = patient?.target?.born?.value;
    if (sent.admissionType?.value === NEWBORN && born !== undefined && daysBetween(born, from) > NEWBORN_DAYS)
      report(sent.admissionType, `Admission type ${NEWBORN} is for a newborn; the patient was born on ${born}`, {
        severity: 'error',
        paper: '14',
        transaction: '2300 CL101',
      });
    const origin = sent.admissionType?.value === NEWBORN ? saidIn(claim, 'CL1', 2) : undefined;
    if (origin && origin.value !== '' && from >= ORIGINS_SINCE && !NEWBORN_ORIGINS.has(origin.value))
      report(origin, `Point of origin ${origin.value} is none of a newborn: 5 born in this hospital, 6 born elsewhere`, {
        severity: 'error',
        paper: '15',
        transaction: '2300 CL102',
      });
    if (!admitted || sent.place.value !== '11' || !FIRST.has(sent.frequency.value) || admitted.value > to) return;
    const late = daysBetween(from, admitted.value);
    if (late < 0) report(admitted, `Admitted on ${admitted.value}, and the statement begins only on ${from}`);
    else if (late > DAYS_BEFORE)
      report(
        admitted,
        `Admitted on ${admitted.value}, ${late} days after the statement begins: at most ${DAYS_BEFORE} days before a stay belong to it`,
        { severity: late > FAR_BEFORE ? 'error' : 'warning' },
      );
  },
});
