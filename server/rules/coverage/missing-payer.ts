// A coverage names its payer.
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  only: 'encounter',
  lacks: ['payer'],
  severity: 'error',
  since: '0.1.0',
  title: 'A coverage names its payer',
  why: 'Nobody knows where the claim should go.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BB NM1', 'CMS Medicare Claims Processing Manual, chapter 26, item 11c'],
  paper: '11c',
  transaction: '2010BB NM103',
  bad: ['coverage C1\n  member W1'],
  good: ['coverage C1\n  payer AETNA\n  member W1'],
  check({ coverage }, { report }) {
    if (!coverage.payer) report(coverage.head, `${coverage.id.value} has no payer: add payer and its name`);
  },
});
