// Condition, occurrence and value codes of a hospital claim exist, with their date or amount.
import { expandDate } from '../../model/dates';
import { rule } from '../rule';

const SETS = { BG: 'condition', BH: 'occurrence', BI: 'occurrence', BE: 'value-code' } as const;
const WORDS = { BG: 'condition', BH: 'occurrence', BI: 'occurrence span', BE: 'value' } as const;
/** Codes of spans, and those of single days. */
const SPAN = /^(?:7\d|8\d|9\d|[M-Z][0-9A-Z])$/,
  SINGLE = /^(?:[0-6]\d|[A-L][0-9A-Z])$/;

/** Value code. */
const BIRTH_WEIGHT = '54';
/** Value codes of days: covered, not covered, coinsurance, of the lifetime reserve. */
const DAYS = /^8[0-3]$/;
/** States had these codes of their own until 2003; nobody has given them a meaning since. */
const NEVER = /^(?:[XZ]|00)/;

/** Why a claim takes the place of an earlier one. */
const CHANGE = /^(?:D[0-9]|E0)$/;

export default rule({
  on: 'claim',
  forms: ['institutional', 'professional'],
  only: 'x12',
  alike: ['head', 'diagnoses'],
  severity: 'error',
  since: '0.2.0',
  title: 'Condition, occurrence and value codes exist and fit their place, a DRG is a number',
  why: 'A payer refuses codes that it does not know, days in the future and amounts below nothing.',
  cites: ['NUBC, Official UB-04 Data Specifications, form locators 18 to 41', 'ASC X12N 837I 005010X223A2, loop 2300 HI'],
  transaction: '2300 HI01-2',
  bad: [
    '837I\nHI*BH:71:D8:20260801',
    '837I\nHI*BH:11:D8:20270801',
    '837I\nHI*BE:80:::-1',
    '837I\nHI*BE:54:::3.1',
    '837I\nHI*BE:80:::0.5',
    '837I\nafter HI*BE: HI*BI:11:RD8:20260801-20260802',
    '837I\nafter HI*BE: HI*BG:ZZ',
    '837I\nafter HI*BE: HI*DR:ABC',
    '837I\nafter HI*BE: HI*BG:00',
    '837I\nafter HI*BE: HI*BG:091',
    'after HI*ABK: HI*BG:AJX',
    '837I\nafter HI*BE: HI*BG:D1',
  ],
  good: ['837I\nHI*BH:11:D8:20260801', '837I\nafter HI*BE: HI*BI:70:RD8:20260801-20260802', '837I\nafter HI*BE: HI*BG:09'],
  check({ sent, day }, { report, codes, today }) {
    if (!sent) return;
    for (const { qualifier, code, parts } of sent.codes) {
      const kind = qualifier.value;
      // MS-DRG has three digits; others put a severity behind.
      if (kind === 'DR' && !/^(?!000)\d{3}/.test(code.value)) report(code, `${code.value} is not a DRG: it begins with three digits`);
      if ((kind !== 'BG' && kind !== 'BH' && kind !== 'BI' && kind !== 'BE') || code.value === '') continue;
      const when = parts[3];
      if (!/^[0-9A-Z]{2}$/.test(code.value)) report(code, `${code.value} is no ${WORDS[kind]} code: they have two characters`);
      else if (kind === 'BG' && CHANGE.test(code.value) && sent.frequency.value === '1')
        report(code, `Condition ${code.value} says why an earlier claim is changed: this one is an original (frequency 1)`);
      else if (kind === 'BH' && !SINGLE.test(code.value))
        report(code, `${code.value} is not the code of an occurrence on one day (01 to 69, A0 to L9)`);
      else if (kind === 'BI' && !SPAN.test(code.value))
        report(code, `${code.value} is not the code of a span of days (70 to 99, M0 to Z9)`);
      else if (codes.find(SETS[kind], code.value, day ?? today).status === 'unknown')
        report(code, `${code.value} is not in the ${WORDS[kind]} codes on this machine`, {
          severity: NEVER.test(code.value) ? 'error' : 'warning',
        });
      const [from, to] = (when?.value ?? '').split('-').map(expandDate);
      if (when && kind === 'BH' && from !== undefined && from > today)
        report(when, `The occurrence, ${from}, is in the future`, { transaction: '2300 HI01-4' });
      else if (when && kind === 'BI' && from !== undefined && to !== undefined && to < from)
        report(when, 'The span of days ends before it begins', { transaction: '2300 HI01-4' });
      const amount = parts[4];
      if (kind === 'BE' && amount && Number(amount.value) < 0)
        report(amount, `The amount of value code ${code.value} is less than nothing`, { transaction: '2300 HI01-5' });
      else if (kind === 'BE' && amount && DAYS.test(code.value) && !Number.isInteger(Number(amount.value)))
        report(amount, `Value code ${code.value} counts whole days: ${amount.value} is none`, { transaction: '2300 HI01-5' });
      else if (kind === 'BE' && amount && code.value === BIRTH_WEIGHT && (Number(amount.value) < 100 || Number(amount.value) > 9999))
        report(amount, `Value code ${BIRTH_WEIGHT} is the weight at birth in grams: ${amount.value} cannot be`, {
          transaction: '2300 HI01-5',
        });
    }
  },
});
