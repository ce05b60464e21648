// A claim number is short enough to come back whole.
import { rule } from '../rule';

/** The guide lets payers cut what is longer. */
const MOST = 20;

export default rule({
  on: 'claim',
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim number has twenty signs at most',
  why: 'Payers keep and return only twenty: an answer to a longer number no longer finds its claim.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM01'],
  transaction: '2300 CLM01',
  bad: ['CLM*E1001-2026-08-15-RIVERSIDE*255***11:B:1*Y*A*Y*Y'],
  good: ['CLM*E1001-2026-08-15-RIV*255***11:B:1*Y*A*Y*Y'],
  check({ sent, id }, { report }) {
    if (sent && id.value.length > MOST) report(id, `The claim number has ${id.value.length} signs: payers return only ${MOST}`);
  },
});
