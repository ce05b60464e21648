// A transaction is made before it is put into its envelope.
import { x12Row } from '../../model/x12-row';
import { daysBetween, expandDate } from '../../model/dates';
import { enclosing } from '../../syntax/x12/enclosing';
import { rule } from '../rule';

/** Days. */
const YEAR = 366;

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A transaction is made before it is sent',
  why: 'A day of making after the day of the envelope is a slip; some receivers refuse a file of the future.',
  cites: ['ASC X12N 837P 005010X222A1, BHT04 and GS04', 'ASC X12N 834 005010X220A1, BGN03'],
  transaction: 'BHT04',
  bad: ['BHT*0019*00*B1*20260902*1253*CH', '834\nBGN*00*ENR1*20260903*1200*ET***2'],
  good: ['BHT*0019*00*B1*20260901*1253*CH', 'BHT*0019*00*B1*20260815*1253*CH'],
  check({ document, transaction, source }, { report }) {
    const { segments } = document;
    // A level that is shown alone has no such day.
    if (transaction.st !== undefined && transaction.st !== transaction.first) return;
    const row = x12Row(document, source, transaction.first);
    const begin = transaction.first + 1 < transaction.end ? row.go(transaction.first + 1) : '';
    const made = begin === 'BHT' ? row.day(4) : begin === 'BGN' ? row.day(3) : undefined;
    if (!made) return;
    const { group } = enclosing(document, transaction.first);
    const sent = group?.gs === undefined ? undefined : expandDate(segments.text(group.gs, 4));
    if (sent === undefined || made.value <= sent) return;
    const days = daysBetween(sent, made.value);
    report(made, `Made on ${made.value}, after the envelope of ${sent} (GS04)`, {
      // Clocks of two places may be a day apart; the envelopes of examples are so by years.
      severity: transaction.type === '837' && days > 1 && days <= YEAR ? 'error' : 'warning',
    });
  },
});
