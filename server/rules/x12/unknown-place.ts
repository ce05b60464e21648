// The place of a claim in a remittance is in the lists.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The place of a claim in a remittance is a place of service or a kind of bill',
  why: 'Whoever posts by it puts the payment to another claim.',
  cites: ['ASC X12N 835 005010X221A1, loop 2100 CLP08', 'CMS, Place of Service Codes', 'NUBC, form locator 4'],
  transaction: '2100 CLP08',
  bad: ['835\nCLP*E1001*1*145*92.5*20*12*PCN100200300*98*1'],
  good: ['835\nCLP*E1001*1*145*92.5*20*12*PCN100200300*11*1', '835\nCLP*E1001*1*145*92.5*20*12*PCN100200300*85*1'],
  check({ document, transaction, source }, { report, codes, today }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['CLP'], (segment) => {
      row.go(segment);
      const place = row.value(8);
      if (!place || !/^\d\d$/.test(place.value)) return;
      const isKnown = (['place-of-service', 'type-of-bill'] as const).some(
        (set) => codes.find(set, place.value, today).status !== 'unknown',
      );
      if (!isKnown) report(place, `${place.value} is neither a place of service nor a kind of bill`);
    });
  },
});
