// A coverage has a member id.
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  severity: 'error',
  since: '0.1.0',
  title: 'A coverage has a member id',
  why: 'The payer finds nobody without it.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BA NM109', 'CMS Medicare Claims Processing Manual, chapter 26, item 1a'],
  paper: '1a',
  transaction: '2010BA NM109',
  bad: [
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
`,
  ],
  good: [
    `
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
`,
  ],
  check({ coverage }, { report }) {
    if (!coverage.member) report(coverage.head, `${coverage.id.value} has no member id`);
  },
});
