// Diagnoses say by which edition they are coded: ICD-9 until September 2015, ICD-10 from then on.
import { replace, rule } from '../rule';

const NEW: Readonly<Record<string, string>> = { BK: 'ABK', BF: 'ABF', BJ: 'ABJ', PR: 'APR', BN: 'ABN', BR: 'BBR', BQ: 'BBQ' };
const OLD = new Set(Object.values(NEW));

/** Diagnoses of ICD-9: three digits, V and two or E and three, and up to two more. */
const ICD_9_DIAGNOSES = new Set(['BK', 'BF', 'BJ', 'PR', 'BN']);
const ICD_9 = /^(?:\d{3}\d{0,2}|V\d{2}\d{0,2}|E\d{3}\d?)$/;

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['diagnoses'],
  severity: 'error',
  since: '0.2.0',
  title: 'The qualifier of a diagnosis is that of its day',
  why: 'From 2015-10-01 on, payers refuse claims whose diagnoses are marked as ICD-9.',
  cites: ['45 CFR 162.1002(c)', 'ASC X12N 837P 005010X222A1, loop 2300 HI01-1'],
  paper: '21',
  transaction: '2300 HI01-1',
  bad: ['HI*BK:M1711*ABF:E1165'],
  good: ['HI*ABK:M1711*ABF:E1165'],
  check({ sent, day }, { report, codes, today }) {
    const judged = day ?? today;
    for (const { qualifier, code } of sent?.codes ?? []) {
      const now = NEW[qualifier.value];
      if (now && judged >= '2015-10-01') {
        const known = codes.find('icd-10-cm', code.value, judged).status === 'active';
        report(qualifier, `${qualifier.value} marks ICD-9, which ended on 2015-09-30: ${now} marks ICD-10`, {
          fixes: known ? [replace(qualifier, now, `Change to ${now}`)] : [],
        });
      } else if (ICD_9_DIAGNOSES.has(qualifier.value) && code.value !== '' && !ICD_9.test(code.value.replaceAll('.', ''))) {
        report(code, `${code.value} is not written as a code of ICD-9, which ${qualifier.value} marks`, {
          severity: 'warning',
          transaction: '2300 HI01-2',
        });
      } else if (OLD.has(qualifier.value) && judged < '2015-10-01') {
        report(qualifier, `${qualifier.value} marks ICD-10, which began on 2015-10-01`, { severity: 'warning' });
      }
    }
  },
});
