// A bank is one that exists: nine digits with their check digit.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** BPR06 and BPR12: the number behind is an ABA routing number. */
const ABA = '01';

export default rule({
  on: 'transaction',
  types: ['835', '820'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A routing number has nine digits and a right check digit',
  why: 'With another number the payment goes to no bank, and the remittance cannot be tied to a deposit.',
  cites: ['ASC X12N 835 005010X221A1, BPR07 and BPR13', 'ABA routing number policy'],
  transaction: 'BPR07',
  bad: [
    '835\nBPR*I*87.5*C*ACH*CCP*01*021000022*DA*123456789*1512345678**01*021000089*DA*987654321*20260910',
    '835\nBPR*I*87.5*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*02100008*DA*987654321*20260910',
  ],
  good: ['835\nBPR*I*87.5*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20260910'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['BPR'], (segment) => {
      row.go(segment);
      for (const n of [6, 12]) {
        const number = row.value(n + 1);
        if (row.text(n) === ABA && number && !isRouting(number.value))
          report(number, `${number.value} is not a routing number: nine digits, the last one checks the others`, {
            transaction: `BPR${String(n + 1).padStart(2, '0')}`,
          });
      }
    });
  },
});

/** Weights 3, 7, 1 over nine digits give a multiple of ten. */
function isRouting(written: string): boolean {
  if (!/^\d{9}$/.test(written) || /^0+$/.test(written)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(written[i]) * [3, 7, 1][i % 3];
  return sum % 10 === 0;
}
