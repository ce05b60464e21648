// An unplanned outpatient visit says why the patient came.
import { rule } from '../rule';

/** Outpatients of a hospital, also of a small one. */
const OUTPATIENT = new Set(['13', '85']);
/** Emergency, urgent, trauma. */
const UNPLANNED = new Set(['1', '2', '5']);
/** Emergency room, urgent care, observation. */
const ROOMS = /^0?(?:45\d|516|526|762)$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'An emergency, urgent or observation visit says why the patient came',
  why: 'A payer judges an emergency by what the patient came with: it returns the bill without it.',
  cites: [
    'NUBC, Official UB-04 Data Specifications, form locator 70',
    'CMS Medicare Claims Processing Manual, chapter 25, section 75.6',
    'ASC X12N 837I 005010X223A2, loop 2300 HI*APR',
  ],
  paper: '70',
  transaction: '2300 HI*APR',
  bad: ['837I\nCL1*1*1*01\nSV2*0450*HC:99283*500*UN*1\nno HI*APR'],
  good: ['837I\nCL1*1*1*01\nSV2*0450*HC:99283*500*UN*1', '837I\nno HI*APR', '837I\nCL1*3*1*01\nSV2*0450*HC:99283*500*UN*1\nno HI*APR'],
  check({ sent }, { report }) {
    if (!sent || !OUTPATIENT.has(sent.place.value) || !UNPLANNED.has(sent.admissionType?.value ?? '')) return;
    if (sent.codes.some(({ qualifier }) => qualifier.value === 'APR' || qualifier.value === 'PR')) return;
    const principal = sent.codes.find(({ qualifier }) => qualifier.value === 'ABK' || qualifier.value === 'BK');
    if (sent.lines.some(({ revenue }) => revenue && ROOMS.test(revenue.value)))
      report(principal?.code ?? sent.place, 'The reason for the visit is missing (HI*APR): what the patient came with');
  },
});
