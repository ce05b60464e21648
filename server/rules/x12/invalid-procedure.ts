// An inpatient procedure is a code of ICD-10-PCS on a day of the stay; the operation of an anesthesia is a service code.
import { addDays, expandDate } from '../../model/dates';
import { isCpt, isHcpcs } from '../../model/procedure-codes';
import { rule } from '../rule';

/** The letter or digit of a section and six signs without I and O. */
const FORM = /^[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}$/;
/** Section and body system, as far as there are tables of them; new technologies (X) get theirs year by year. */
const SYSTEM = /^(?:0[0-9B-DF-HJ-NP-Y]|10|2[WY]|3[0CE]|4[AB]|5A|6A|7W|8[CE]|9W|B|C|D|F[01]|GZ|HZ|X)/;
/** Operations of the first section, and the ways to get there: through a cut, the skin, an opening, or from outside. */
const OPERATION = /^(?:[^0]|0.[0-9BCDFGHJ-NP-Y].[03478FX])/;
/** One sign over and over. */
const ONE_SIGN = /^(.)\1{6}$/;
/** A payer pays what was done up to three days before the admission together with the stay. */
const DAYS_BEFORE = 3;

export default rule({
  on: 'claim',
  forms: ['institutional', 'professional'],
  only: 'x12',
  alike: ['head', 'diagnoses'],
  severity: 'error',
  since: '0.2.0',
  title: 'A procedure of a hospital stay is a code of ICD-10-PCS on a day of the stay',
  why: 'A payer refuses codes of another kind, and procedures outside of the days that the claim covers.',
  cites: [
    'ICD-10-PCS Official Guidelines, section A1 to A4',
    'ASC X12N 837I 005010X223A2, loop 2300 HI*BBR and BBQ',
    'CMS Medicare Claims Processing Manual, chapter 3, section 40.3',
  ],
  paper: '74',
  transaction: '2300 HI01-2',
  bad: [
    '837I\nafter HI*APR: HI*BBR:27447:D8:20260815',
    '837I\nafter HI*APR: HI*BBR:0BI17EZ:D8:20260815',
    '837I\nafter HI*APR: HI*BBR:9999999:D8:20260815',
    '837I\nafter HI*APR: HI*BBR:0BH1EEZ:D8:20260815',
    '837I\nafter HI*APR: HI*BBR:0BH17EZ:D8:20260816',
    '837I\nafter HI*APR: HI*BBR:0BH17EZ:D8:20260701',
    'after HI*ABK: HI*BP:2744',
    '837I\nafter HI*APR: HI*BBQ:0BH17EZ:D8:20260815',
  ],
  good: ['837I\nafter HI*APR: HI*BBR:0BH17EZ:D8:20260815', '837I\nafter HI*APR: HI*BBR:0BH17EZ:D8:20260813', 'after HI*ABK: HI*BP:27447'],
  check({ sent, day, admitted }, { report, codes }) {
    if (!sent) return;
    const has = (kind: string) => sent.codes.find(({ qualifier }) => qualifier.value === kind);
    const other = has('BBQ');
    if (other && !has('BBR')) report(other.code, 'There are further procedures, but no principal one (HI*BBR)');
    for (const { qualifier, code, parts } of sent.codes) {
      const operation = qualifier.value === 'BP' || qualifier.value === 'BO';
      if (operation && code.value !== '' && !isCpt(code.value) && !isHcpcs(code.value))
        report(code, `${code.value} is not a service code: five signs, such as 27447`);
      if ((qualifier.value !== 'BBR' && qualifier.value !== 'BBQ') || code.value === '') continue;
      if (!FORM.test(code.value)) report(code, `${code.value} is not a code of ICD-10-PCS: seven signs, without I and O`);
      else if (!SYSTEM.test(code.value) || !OPERATION.test(code.value) || ONE_SIGN.test(code.value))
        report(code, `There is no procedure code ${code.value}: no table of ICD-10-PCS holds it`);
      else if (day !== undefined) {
        const answer = codes.find('icd-10-pcs', code.value, day);
        if (answer.status === 'unknown' && !answer.unsure) report(code, `There is no procedure code ${code.value} on ${day}`);
        else if (answer.status === 'retired') report(code, `${code.value} is not in force on ${day}`);
      }
      const when = parts[3],
        done = expandDate(when?.value ?? '');
      const { from, to } = sent.statement?.value ?? {};
      if (!when || done === undefined || from === undefined || to === undefined || to < from) continue;
      const begin = admitted && admitted.value < from ? admitted.value : from;
      if (done > to || done < addDays(begin, -DAYS_BEFORE))
        report(when, `The procedure of ${done} is not within the statement, ${from} to ${to}`, { transaction: '2300 HI01-4' });
    }
  },
});
