// Where the patient is not the policy holder, the policy holder is named.
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  only: 'encounter',
  lacks: ['subscriber'],
  severity: 'error',
  since: '0.1.0',
  title: 'The coverage of a dependent names the policy holder',
  why: 'The claim goes out under the name of the person who holds the policy.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BA NM103', 'CMS Medicare Claims Processing Manual, chapter 26, item 4'],
  paper: '4',
  transaction: '2010BA NM103',
  bad: ['coverage C1\n  payer AETNA\n  member W1\n  relationship child'],
  good: [
    `
coverage C1
  payer AETNA
  member W1
  relationship child
  subscriber Poe, John
`,
    'coverage C1\n  payer AETNA\n  member W1\n  relationship self',
  ],
  check({ coverage: { relationship, subscriber } }, { report }) {
    if (!relationship || relationship.value === 'self' || subscriber) return;
    report(relationship, `The patient is ${relationship.value} of the policy holder, who is not named: add subscriber Last, First`);
  },
});
