// A claim that was forwarded names to whom.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** CLP02: forwarded to another payer. */
const FORWARDED = new Set(['19', '20', '21', '23']);

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A claim that was forwarded names the payer to whom it went',
  why: 'Without it nobody knows whether the next payer has the claim: it is billed twice, or never.',
  cites: ['ASC X12N 835 005010X221A1, loop 2100 CLP02 and NM1*TT'],
  transaction: '2100 CLP02',
  bad: ['835\nCLP*E1001*19*145*92.5*20*12*PCN100200300*11*1'],
  good: ['835\nCLP*E1001*19*145*92.5*20*12*PCN100200300*11*1\nafter NM1*QC: NM1*TT*2*OTHER PLAN*****PI*77'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let forwarded: Value<string> | undefined;
    const close = (): void => {
      if (forwarded) report(forwarded, `The claim was forwarded (${forwarded.value}), but to whom is missing (NM1*TT)`);
      forwarded = undefined;
    };
    eachSegment(document, transaction, ['CLP', 'LX', 'NM1', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'NM1') {
        if (row.text(1) === 'TT') forwarded = undefined;
        return;
      }
      close();
      if (name === 'CLP' && FORWARDED.has(row.text(2))) forwarded = row.at(2);
    });
    close();
  },
});
