// What led to the treatment was before its end, and an earlier stay ended before this one began.
import { expandDate } from '../../model/dates';
import { rule } from '../rule';

/** Accidents of all kinds, crime, onset of symptoms. */
const CAUSES = /^(?:0[1-6]|11)$/;
/** Span of a prior stay, and of the stay in hospital before skilled nursing: on other bills 70 has another meaning. */
const PRIOR_STAY = '71',
  QUALIFYING_STAY = '70';
const SKILLED_NURSING = new Set(['18', '21']);

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses'],
  severity: 'error',
  since: '0.3.0',
  title: 'Accidents and first symptoms are before the end of the statement, earlier stays before the admission',
  why: 'A payer returns a bill on which the cause comes after the treatment.',
  cites: ['NUBC, Official UB-04 Data Specifications, form locators 31 to 36', 'ASC X12N 837I 005010X223A2, loop 2300 HI*BH and HI*BI'],
  paper: '31',
  transaction: '2300 HI01-4',
  bad: ['837I\nHI*BH:11:D8:20260820', '837I\nafter DTP*434: DTP*435*DT*202608150915\nafter HI*BE: HI*BI:71:RD8:20260814-20260816'],
  good: [
    '837I\nHI*BH:11:D8:20260815',
    '837I\nafter DTP*434: DTP*435*DT*202608150915\nafter HI*BE: HI*BI:71:RD8:20260801-20260815',
    '837I\nHI*BH:24:D8:20260820',
    '837I\nafter DTP*434: DTP*435*DT*202608150915\nafter HI*BE: HI*BI:70:RD8:20260814-20260816',
  ],
  check({ sent, admitted }, { report }) {
    const last = sent?.statement?.value.to;
    const isSkilled = SKILLED_NURSING.has(sent?.place.value ?? '');
    for (const { qualifier, code, parts } of sent?.codes ?? []) {
      const when = parts[3];
      const [from, to] = (when?.value ?? '').split('-').map(expandDate);
      if (!when || from === undefined) continue;
      if (qualifier.value === 'BH' && CAUSES.test(code.value) && last !== undefined && from > last)
        report(when, `Occurrence ${code.value}, ${from}, is after the end of the statement, ${last}`);
      const isEarlier = qualifier.value === 'BI' && (code.value === PRIOR_STAY || (code.value === QUALIFYING_STAY && isSkilled));
      if (isEarlier && admitted && to !== undefined && to > admitted.value)
        report(when, `The earlier stay (${code.value}) ends on ${to}, after the admission on ${admitted.value}`);
    }
  },
});
