// A premium payment is the sum of what it pays, and each item is what was billed with its adjustments.
import { formatMoney } from '../../model/money';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['820'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'A premium payment adds up to its items',
  why: 'A payer cannot post a payment whose items come to another amount: members seem unpaid.',
  cites: ['ASC X12N 820 005010X218, BPR02, loops 2200A and 2200B ADX, 2300A and 2300B RMR, 2320A and 2320B ADX'],
  transaction: 'BPR02',
  bad: [
    `820
BPR*C*18000*C*ACH*CTX*01*021000021*DA*12345678*1361234567**01*021000089*DA*98765*20260916`,
    `820
ADX*-50*52`,
  ],
  good: [
    `820
RMR*IK*INV501*PI*16500*16500`,
  ],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let payment: Value<number> | undefined;
    let paid = 0,
      open = 0,
      items = 0;
    let item: { readonly paid: Value<number>; readonly billed: number; adjusted: number } | undefined;
    let inItem = false;
    const close = (): void => {
      if (item && item.billed + item.adjusted !== item.paid.value) {
        open += item.billed + item.adjusted - item.paid.value;
        report(
          item.paid,
          `Paid is ${formatMoney(item.paid.value)}, billed with its adjustments comes to ${formatMoney(item.billed + item.adjusted)}`,
        );
      }
      item = undefined;
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'BPR') payment = row.money(2);
      else if (id === 'ENT') {
        close();
        inItem = false;
      } else if (id === 'RMR') {
        close();
        inItem = true;
        items += 1;
        const amount = row.money(4),
          billed = row.money(5);
        paid += amount?.value ?? 0;
        if (amount && billed) item = { paid: amount, billed: billed.value, adjusted: 0 };
      } else if (id === 'ADX') {
        const amount = row.money(1)?.value ?? 0;
        if (item) item.adjusted += amount;
        else if (!inItem) paid += amount;
      } else if (id === 'SE') close();
    }
    // What is open on an item is told there.
    if (payment && items > 0 && payment.value !== paid && payment.value !== paid + open)
      // A payment shown without all of its items is less grave than items that nobody paid.
      report(
        payment,
        `The payment is ${formatMoney(payment.value)}, its items come to ${formatMoney(paid)}`,
        payment.value > paid ? { severity: 'warning' } : {},
      );
  },
});
