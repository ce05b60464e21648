// An invoice stands once in a premium payment.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** RMR01. */
const INVOICE = 'IK';

export default rule({
  on: 'transaction',
  types: ['820'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'An invoice stands once in a premium payment for the same days',
  why: 'The premium is posted twice, or another invoice stays open.',
  cites: ['ASC X12N 820 005010X218, loops 2300A and 2300B RMR02'],
  transaction: 'RMR02',
  bad: ['820\nRMR*IK*INV502*PI*16500'],
  good: ['820\nRMR*IK*INV503*PI*16500', '820\nRMR*IK*INV502*PI*16500\nafter SLN*2: DTM*582****RD8*20261001-20261031'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    const seen = new Set<string>();
    let invoice: Value<string> | undefined;
    let days = '';
    const close = (): void => {
      if (!invoice) return;
      const key = `${invoice.value}*${days}`;
      if (seen.has(key)) report(invoice, `Invoice ${invoice.value} stands above, too`);
      seen.add(key);
      invoice = undefined;
    };
    eachSegment(document, transaction, ['ENT', 'RMR', 'DTM', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'DTM') days = row.text(6);
      else {
        close();
        days = '';
        if (name === 'ENT') seen.clear();
        if (name === 'RMR' && row.text(1) === INVOICE) invoice = row.value(2);
      }
    });
  },
});
