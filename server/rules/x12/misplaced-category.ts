// An acknowledgement of claims says whether they were taken in, not what became of them.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['277'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The statuses of a claim acknowledgement begin with A or E',
  why: 'Pending and finished are answers to a question about a claim: in an acknowledgement they are read as neither taken in nor refused.',
  cites: ['ASC X12N 277CA 005010X214, STC01-1', 'X12 requests for interpretation 1942 and 2203'],
  transaction: 'STC01-1',
  bad: ['277CA\nafter STC*A2: STC*P1:20*20260902*WQ*255'],
  good: ['277CA\nSTC*A2:20*20260902*WQ*255'],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['STC'], (segment) => {
      row.go(segment);
      for (const n of [1, 10, 11]) {
        const [category] = row.parts(n);
        if (/^[DFPR]\d/.test(category.value))
          report(category, `Category ${category.value} is for answers about the state of a claim, not for its receipt`, {
            transaction: `STC${String(n).padStart(2, '0')}-1`,
          });
      }
    });
  },
});
