// An acknowledgement refuses or accepts, not both.
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['277'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The action of a status agrees with its category',
  why: 'A3, A4, A6, A7 and A8 refuse a claim; with the action WQ beside them nobody knows whether it was taken in.',
  cites: ['ASC X12N 277CA 005010X214, STC01-1 and STC03', 'X12 request for interpretation 2203'],
  transaction: 'STC03',
  bad: [
    `277CA
STC*A7:507*20260902*WQ`,
    `277CA
STC*A2:20*20260902*U*303`,
  ],
  good: [
    `277CA
STC*A7:507*20260902*U`,
  ],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    for (let i = transaction.first; i < transaction.end; i += 1) {
      if (row.go(i) !== 'STC') continue;
      const action = row.value(3);
      const category = row.parts(1)[0].value;
      const refused = /^A[34678]$/.test(category);
      if (action?.value === 'WQ' && refused)
        report(action, `The status refuses (${category}), the action accepts (WQ): one of the two is wrong`);
      else if (action?.value === 'U' && /^A[0125]$/.test(category))
        report(action, `The status accepts (${category}), the action refuses (U): one of the two is wrong`);
    }
  },
});
