// What is allowed for a line lies between what payer and patient pay for it and its charge.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** CAS01 and the reasons of what the patient pays of the allowed amount: deductible, coinsurance, copay. */
const PATIENT = 'PR',
  SHARES = new Set(['1', '2', '3']);
/** What is charged above the contract. */
const CONTRACT = 'CO',
  ABOVE_CONTRACT = '45';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'The allowed amount of a line is what payer and patient pay for it, and not above its charge',
  why: 'Whoever compares payments with contracts by the allowed amount is misled.',
  cites: ['ASC X12N 835 005010X221A1, loop 2110 AMT*B6', 'X12 request for interpretation 2601'],
  transaction: '2110 AMT02',
  bad: ['835\nAMT*B6*50', '835\nAMT*B6*999', '835\nAMT*B6*110', '835\nAMT*B6*120'],
  good: ['835\nAMT*B6*112.5', '835\nCAS*CO*253*32.5\nAMT*B6*120'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let paid: number | undefined, charge: number | undefined;
    let share = 0,
      onlyUsual = true;
    eachSegment(document, transaction, ['CLP', 'LX', 'SVC', 'CAS', 'AMT'], (segment, name) => {
      row.go(segment);
      if (name === 'CLP' || name === 'LX') paid = undefined;
      else if (name === 'SVC') {
        [charge, paid] = [row.money(2)?.value, row.money(3)?.value];
        share = 0;
        onlyUsual = true;
      } else if (name === 'CAS') {
        const isShare = row.text(1) === PATIENT;
        for (let n = 2; n <= 17 && row.has(n); n += 3) {
          if (isShare && SHARES.has(row.text(n))) share += row.money(n + 1)?.value ?? 0;
          else if (row.text(1) !== CONTRACT || row.text(n) !== ABOVE_CONTRACT) onlyUsual = false;
        }
      } else if (row.text(1) === 'B6' && paid !== undefined) {
        const allowed = row.money(2);
        if (allowed && paid >= 0 && allowed.value < paid)
          report(allowed, `${formatMoney(allowed.value)} are allowed, ${formatMoney(paid)} paid`);
        else if (allowed && charge !== undefined && charge > 0 && paid <= charge && allowed.value > charge)
          report(allowed, `${formatMoney(allowed.value)} are allowed, ${formatMoney(charge)} were charged`);
        else if (allowed && paid >= 0 && (allowed.value < paid + share || (onlyUsual && allowed.value !== paid + share)))
          report(allowed, `${formatMoney(allowed.value)} are allowed, payment and patient’s share come to ${formatMoney(paid + share)}`);
      }
    });
  },
});
