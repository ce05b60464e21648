// A span of days begins before it ends, written in one date or in two.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** What ends (DTP01) and what begins it: cover, eligibility, plan, benefit, disability, stay, certification and the like. */
const BEGINS: Readonly<Record<string, string>> = {
  '349': '348',
  '357': '356',
  '347': '346',
  '345': '344',
  '361': '360',
  '096': '435',
  '036': '007',
  '091': '090',
  '337': '336',
  '339': '338',
  '341': '340',
  '351': '350',
};
/** Claims and remittances have rules of their own for such pairs. */
const JUDGED: ReadonlySet<string> = new Set(['270', '271', '278', '834']);

export default rule({
  on: 'transaction',
  piecewise: true,
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A span of days begins before it ends',
  why: 'A receiver refuses a date whose end lies before its beginning.',
  cites: ['ASC X12 005010 data elements 374 and 1250, RD8', 'ASC X12N 837P 005010X222A1, loop 2400 DTP*472'],
  transaction: 'DTP03',
  bad: [
    'DTP*472*RD8*20260815-20260814',
    '837I\nDTP*434*RD8*20260816-20260815',
    '820\nDTM*582****RD8*20261031-20261001',
    '271\nafter DTP*346: DTP*347*D8*20250101',
    '834\nafter DTP*348: DTP*349*D8*20260901',
    '278\nafter DTP*435: DTP*096*D8*20260910',
  ],
  good: [
    'DTP*472*RD8*20260814-20260815',
    'DTP*472*RD8*20260815-20260815',
    '834\nafter DTP*348: DTP*349*D8*20270930',
    '278\nafter DTP*435: DTP*096*D8*20260916',
  ],
  check({ document, transaction, source }, { report }) {
    // Most dates are single days.
    const {
      segments: { starts, ends },
      text,
    } = document;
    const pairs = JUDGED.has(transaction.type);
    if (transaction.end <= transaction.first) return;
    if (!pairs && !text.slice(starts[transaction.first], ends[transaction.end - 1]).includes('RD8')) return;
    const row = x12Row(document, source, transaction.first);
    // Dates of one thing stand together.
    let last = -1;
    const said = new Map<string, string>();
    eachSegment(document, transaction, transaction.type === '837' ? ['DTP'] : ['DTP', 'DTM'], (segment, name) => {
      row.go(segment);
      if (segment !== last + 1) said.clear();
      last = segment;
      const kind = row.text(1);
      const [format, days] = name === 'DTP' ? [2, 3] : [5, 6];
      const written = row.text(days);
      if (row.text(format) === 'RD8') {
        const [from, to] = written.split('-');
        if (to !== undefined && to.length === from.length && to < from)
          report(row.at(days), 'The span of days ends before it begins', name === 'DTM' ? { transaction: 'DTM06' } : {});
      } else if (name === 'DTP' && pairs) {
        const begin = BEGINS[kind] === undefined ? undefined : said.get(BEGINS[kind]);
        said.set(kind, written);
        if (begin !== undefined && written < begin && written.length === begin.length) report(row.at(days), 'It ends before it begins');
      }
    });
  },
});
