// A span of days begins before it ends.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A span of days begins before it ends',
  why: 'A receiver refuses a date whose end lies before its beginning.',
  cites: ['ASC X12 005010 data element 1250, RD8', 'ASC X12N 837P 005010X222A1, loop 2400 DTP*472'],
  transaction: 'DTP03',
  bad: ['DTP*472*RD8*20260815-20260814', '837I\nDTP*434*RD8*20260816-20260815', '820\nDTM*582****RD8*20261031-20261001'],
  good: ['DTP*472*RD8*20260814-20260815', 'DTP*472*RD8*20260815-20260815'],
  check({ document, transaction, source }, { report }) {
    // Most dates are single days.
    const { segments: { starts, ends }, text } = document;
    if (transaction.end <= transaction.first || !text.slice(starts[transaction.first], ends[transaction.end - 1]).includes('RD8')) return;
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['DTP', 'DTM'], (segment, name) => {
      row.go(segment);
      const [format, days] = name === 'DTP' ? [2, 3] : [5, 6];
      if (row.text(format) !== 'RD8') return;
      const [from, to] = row.text(days).split('-');
      if (to !== undefined && to.length === from.length && to < from) report(row.at(days), 'The span of days ends before it begins', name === 'DTM' ? { transaction: 'DTM06' } : {});
    });
  },
});
