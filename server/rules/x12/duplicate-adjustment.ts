// A payer says once what it took off for one reason.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'Adjustments of one group stand in one CAS, each reason once',
  why: 'Receivers take the second one for a doubling, and post it twice or not at all.',
  cites: ['ASC X12N 835 005010X221A1, loops 2100 and 2110 CAS', 'ASC X12N 837P 005010X222A1, loops 2320 and 2430 CAS'],
  transaction: 'CAS01',
  bad: ['835\nafter CAS*CO: CAS*CO*253*0', '835\nCAS*CO*45*30**45*2.5'],
  good: ['835\nCAS*CO*45*30**253*2.5'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    // Segments that stand one behind the other belong together.
    let last = -1;
    const groups = new Set<string>();
    eachSegment(document, transaction, ['CAS'], (segment) => {
      if (segment !== last + 1) groups.clear();
      last = segment;
      row.go(segment);
      const group = row.text(1);
      if (groups.has(group)) report(row.at(1), `Group ${group} has a CAS of its own already: its reasons stand there`);
      // Six reasons fill a segment: a seventh needs another one.
      else if (row.text(17) === '') groups.add(group);
      const reasons = new Set<string>();
      for (let n = 2; n <= 17; n += 3) {
        const reason = row.value(n);
        if (!reason) continue;
        if (reasons.has(reason.value))
          report(reason, `Reason ${reason.value} is already in this CAS`, {
            severity: 'error',
            transaction: `CAS${String(n).padStart(2, '0')}`,
          });
        reasons.add(reason.value);
      }
    });
  },
});
