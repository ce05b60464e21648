// An acknowledgement of claims tells of what has been.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const RECEIVED = '050',
  PROCESSED = '009';

export default rule({
  on: 'transaction',
  types: ['275', '277'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'The days of an answer about claims, and of the services that papers are sent for, lie in the past, receipt before processing',
  why: 'The receipt proves that a claim was in time: a day that cannot be proves nothing.',
  cites: [
    'ASC X12N 277CA 005010X214, loops 2200A to 2200D DTP and STC02',
    'ASC X12N 277 005010X212, loop 2200D STC02',
    'ASC X12N 275 005010X210, DTP',
  ],
  transaction: 'DTP03',
  bad: ['277CA\nDTP*050*D8*20260903', '277CA\nDTP*472*D8*20270815', '277CA\nSTC*A2:20*20270902*WQ*255'],
  good: ['277CA\nDTP*050*D8*20260902'],
  check({ document, transaction, source }, { report, today }) {
    const row = x12Row(document, source, transaction.first);
    let received: string | undefined;
    eachSegment(document, transaction, ['DTP', 'STC'], (segment, name) => {
      row.go(segment);
      if (name === 'STC') {
        const day = row.day(2);
        if (day && day.value > today) report(day, `The status of ${day.value} is in the future`, { transaction: 'STC02' });
        return;
      }
      const kind = row.text(1),
        at = row.dates(2, 3);
      if (!at) return;
      if (at.value.from > today) report(at, `${at.value.from} is in the future`);
      else if (kind === PROCESSED && received !== undefined && at.value.from < received)
        report(at, `Processed on ${at.value.from}, before the receipt on ${received}`);
      if (kind === RECEIVED) received = at.value.from;
    });
  },
});
