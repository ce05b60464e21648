// What is allowed for a line lies between its payment and its charge.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'The allowed amount of a line is not less than what was paid for it, and not above its charge',
  why: 'Whoever compares payments with contracts by the allowed amount is misled.',
  cites: ['ASC X12N 835 005010X221A1, loop 2110 AMT*B6', 'X12 request for interpretation 2601'],
  transaction: '2110 AMT02',
  bad: ['835\nAMT*B6*50', '835\nAMT*B6*999'],
  good: ['835\nAMT*B6*112.5'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let paid: number | undefined, charge: number | undefined;
    eachSegment(document, transaction, ['CLP', 'LX', 'SVC', 'AMT'], (segment, name) => {
      row.go(segment);
      if (name === 'CLP' || name === 'LX') paid = undefined;
      else if (name === 'SVC') [charge, paid] = [row.money(2)?.value, row.money(3)?.value];
      else if (row.text(1) === 'B6' && paid !== undefined) {
        const allowed = row.money(2);
        if (allowed && paid >= 0 && allowed.value < paid)
          report(allowed, `${formatMoney(allowed.value)} are allowed, ${formatMoney(paid)} paid`);
        else if (allowed && charge !== undefined && charge > 0 && paid <= charge && allowed.value > charge)
          report(allowed, `${formatMoney(allowed.value)} are allowed, ${formatMoney(charge)} were charged`);
      }
    });
  },
});
