// A claim says what was done: it has at least one service.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  lacks: ['services'],
  severity: 'error',
  since: '0.1.0',
  title: 'A claim has at least one service',
  why: 'There is nothing to pay. A correction or a void repeats all lines of the first claim, too.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400', 'CMS Medicare Claims Processing Manual, chapter 26, item 24'],
  paper: '24',
  transaction: '2400 LX',
  bad: ['no services', 'services'],
  good: ['services\n  99213-25  AB'],
  check(claim, { report }) {
    if (claim.services.length === 0)
      report([claim.encounter?.sections.services, claim.head], 'There is no service: a claim says what was done');
  },
});
