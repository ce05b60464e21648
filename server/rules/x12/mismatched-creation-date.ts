// A transaction is made before it is put into its envelope.
import { x12Row } from '../../model/x12-row';
import { daysBetween, expandDate } from '../../model/dates';
import { rule } from '../rule';

/** At one moment it may be a day later in another place. */
const ANOTHER_TIME_ZONE = 1;

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A transaction is made before it is sent',
  why: 'A day of making after the day of the envelope is a slip; some receivers refuse a file of the future.',
  cites: ['ASC X12N 837P 005010X222A1, BHT04 and GS04'],
  transaction: 'BHT04',
  bad: ['BHT*0019*00*B1*20260902*1253*CH'],
  good: ['BHT*0019*00*B1*20260901*1253*CH', 'BHT*0019*00*B1*20260815*1253*CH'],
  check({ document, transaction, source }, { report }) {
    const { segments } = document;
    // A level that is shown alone has no such day.
    if (transaction.st !== undefined && transaction.st !== transaction.first) return;
    const row = x12Row(document, source, transaction.first);
    if (transaction.first + 1 >= transaction.end || row.go(transaction.first + 1) !== 'BHT') return;
    const made = row.day(4);
    if (!made) return;
    for (const { groups } of document.interchanges) {
      const group = groups.find((one) => one.first <= transaction.first && transaction.end <= one.end);
      if (!group || group.gs === undefined) continue;
      const sent = expandDate(segments.text(group.gs, 4));
      if (sent !== undefined && made.value > sent)
        report(made, `Made on ${made.value}, after the envelope of ${sent} (GS04)`, {
          severity: daysBetween(sent, made.value) > ANOTHER_TIME_ZONE ? 'error' : 'warning',
        });
      return;
    }
  },
});
