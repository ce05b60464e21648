// The total of a claim is the sum of its lines.
import { formatMoney, formatX12Money } from '../../model/money';
import { replace, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'The total of a claim is the sum of its lines',
  why: 'A receiver adds up the lines and refuses a claim whose total says something else.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM02', 'CMS Medicare Claims Processing Manual, chapter 26, item 28'],
  paper: '28',
  transaction: '2300 CLM02',
  bad: ['CLM*E1001*300***11:B:1*Y*A*Y*Y', 'SV1*HC:99213:25*144.99*UN*1***1:2'],
  good: ['CLM*E1001*255***11:B:1*Y*A*Y*Y', 'CLM*E1001*255.00***11:B:1*Y*A*Y*Y'],
  check({ sent }, { report }) {
    if (!sent?.total || sent.lines.length === 0) return;
    let sum = 0;
    for (const { charge } of sent.lines) {
      // A charge below nothing is told as such.
      if (!charge || charge.value < 0) return;
      sum += charge.value;
    }
    if (sum === sent.total.value) return;
    report(sent.total, `The total is ${formatMoney(sent.total.value)}, the lines add up to ${formatMoney(sum)}`, {
      fixes: [replace(sent.total, formatX12Money(sum), `Set the total to ${formatMoney(sum)}`)],
    });
  },
});
