// A claim that is denied is not paid, and is decided after the service.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const DENIED = 'F2';

export default rule({
  on: 'transaction',
  piecewise: true,
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'A claim that is said to be denied has no payment, nothing is paid above its charge or told before the service',
  why: 'A payment beside a denial is either posted wrong or never looked for.',
  cites: ['ASC X12N 277 005010X212, loop 2200D STC01, STC05 and STC06, loop 2220D SVC03'],
  transaction: '2200D STC05',
  bad: [
    '277\nSTC*F2:88:QC*20260910**145*20*20260911',
    '277\nSTC*F2:88:QC*20260910**145*0*20260801',
    '277\nSVC*HC:99213*145*200****1',
    '277\nSVC*HC:99213*245*0****1',
    '277\nSTC*F2:88:QC*20260701**145*0*20260911',
    '277\nafter TRN*2*S1: STC*F1:65*20260910**145*200*20260911\nno STC*F2',
  ],
  good: ['277\nSTC*F2:88:QC*20260910**145*0*20260911', '277\nafter TRN*2*S1: STC*F1:65*20260910**145*92.5*20260911\nno STC*F2'],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '277' || !transaction.version.startsWith('005010X212')) return;
    const row = x12Row(document, source, transaction.first);
    let decided: ReturnType<typeof row.day>, told: ReturnType<typeof row.day>;
    /** What the claim of the lines that follow came to. */
    let charge: number | undefined;
    eachSegment(document, transaction, ['HL', 'TRN', 'STC', 'SVC', 'DTP'], (segment, name) => {
      row.go(segment);
      if (name === 'HL' || name === 'TRN') decided = told = charge = undefined;
      else if (name === 'STC') {
        decided = row.day(6);
        told = row.day(2);
        charge ??= row.money(4)?.value;
        const paid = row.money(5);
        if (paid && paid.value > 0 && row.parts(1)[0]?.value === DENIED) report(paid, 'Denied (F2), yet a payment stands beside it');
        else if (paid && paid.value > (row.money(4)?.value ?? Infinity)) report(paid, 'More is paid than was charged');
      } else if (name === 'SVC') {
        const [line, paid] = [row.money(2), row.money(3)];
        if (line && charge !== undefined && line.value > charge)
          report(line, `The line comes to ${formatMoney(line.value)}, its claim to ${formatMoney(charge)}`, { transaction: '2220D SVC02' });
        if (paid && paid.value > (line?.value ?? Infinity)) report(paid, 'More is paid than was charged', { transaction: '2220D SVC03' });
      } else if (row.text(1) === '472') {
        const service = row.dates(2, 3);
        const from = service?.value.from ?? '';
        if (decided && decided.value < from)
          report(decided, `Decided on ${decided.value}, before the service of ${from}`, { transaction: 'STC06' });
        else if (told && told.value < from)
          report(told, `The status is of ${told.value}, before the service of ${from}`, { transaction: 'STC02' });
        decided = told = undefined;
      }
    });
  },
});
