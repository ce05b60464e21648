// A coverage has a member id.
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  lacks: ['member'],
  severity: 'error',
  since: '0.1.0',
  title: 'A coverage has a member id',
  why: 'The payer finds nobody without it.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BA NM109', 'CMS Medicare Claims Processing Manual, chapter 26, item 1a'],
  paper: '1a',
  transaction: '2010BA NM109',
  bad: ['coverage C1\n  payer AETNA'],
  good: ['coverage C1\n  payer AETNA\n  member W1'],
  check({ coverage }, { report }) {
    // An employer who holds a policy of workers' compensation has no member id.
    if (coverage.member || coverage.subscriber?.name?.value.person === false) return;
    report(coverage.head, `${coverage.id.value} has no member id: it stands on the insurance card`);
  },
});
