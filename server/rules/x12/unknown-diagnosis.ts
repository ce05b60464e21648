// Diagnoses of inquiries, requests and member lists exist.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Qualifiers of ICD-10-CM. */
const DIAGNOSES = new Set(['ABF', 'ABJ', 'ABK', 'APR']);
/** Those of ICD-9, which ended on 2015-09-30, with what took their place. */
const OLD: Readonly<Record<string, string>> = { BK: 'ABK', BF: 'ABF', BJ: 'ABJ', PR: 'APR' };
const ICD_10 = '2015-10-01';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['270', '271', '278', '834'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'Diagnoses of inquiries, requests and member lists exist and stand once',
  why: 'The payer sends the request back, and the patient waits.',
  cites: [
    'ASC X12N 278 005010X217, loop 2000E HI',
    'ASC X12N 270 005010X279A1, loop 2100C HI',
    'ASC X12N 834 005010X220A1, loop 2200 DSB08',
    '45 CFR 162.1002(c)',
  ],
  transaction: '2000E HI',
  bad: [
    '278\nafter DTP*435: HI*ABF:M17.11',
    '278\nafter DTP*435: HI*ABF:M1788',
    '278\nafter DTP*435: HI*BF:71596',
    '278\nafter DTP*435: HI*ABK:M1711*ABF:M1711',
    '270\nafter DMG: HI*ABK:M1788',
    '834\nDSB*2******DX*M1788',
  ],
  good: ['278\nafter DTP*435: HI*ABF:M1711', '270\nafter DMG: HI*ABK:M1711*ABF:I10', '834\nDSB*2******ZZ*M1788'],
  check({ document, transaction, source }, { report, codes, today }) {
    const row = x12Row(document, source, transaction.first);
    const isDotted = (code: Value<string>, transactionPlace: string): boolean => {
      if (!code.value.includes('.')) return false;
      report(code, `In a file a diagnosis code has no dot: ${code.value.replaceAll('.', '')}`, { transaction: transactionPlace });
      return true;
    };
    const judge = (code: Value<string>, transactionPlace: string): void => {
      if (!isDotted(code, transactionPlace) && today >= ICD_10 && codes.find('icd-10-cm', code.value, today).status === 'unknown')
        report(code, `${code.value} is not in the diagnosis codes on this machine`, { transaction: transactionPlace });
    };
    eachSegment(document, transaction, ['HI', 'DSB'], (segment, name) => {
      row.go(segment);
      if (name === 'DSB') {
        const code = row.value(8);
        if (code && row.text(7) === 'DX') judge(code, '2200 DSB08');
        return;
      }
      const said = new Set<string>();
      for (let n = 1; n <= 12 && row.text(n) !== ''; n += 1) {
        const [kind, code] = row.parts(n);
        if (!code) continue;
        const now = OLD[kind.value];
        if (now && today >= ICD_10) report(kind, `${kind.value} marks ICD-9, which ended on 2015-09-30: ${now} marks ICD-10`);
        else if (said.has(code.value)) report(code, `The diagnosis ${code.value} stands here twice`);
        else if (now || DIAGNOSES.has(kind.value)) judge(code, `HI${String(n).padStart(2, '0')}-2`);
        said.add(code.value);
      }
    });
  },
});
