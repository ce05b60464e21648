// Where a policy holder is named, the patient's relationship is, too.
import { insertLine, rule } from '../rule';

export default rule({
  on: 'coverage',
  only: 'encounter',
  lacks: ['relationship'],
  severity: 'error',
  since: '0.1.0',
  title: 'The coverage of a dependent tells the relationship',
  why: 'The claim must say what the patient is to the person who holds the policy.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000C PAT01', 'CMS Medicare Claims Processing Manual, chapter 26, item 6'],
  paper: '6',
  transaction: '2000C PAT01',
  bad: ['coverage C1\n  payer AETNA\n  member W1\n  subscriber Poe, John'],
  good: [
    `
coverage C1
  payer AETNA
  member W1
  relationship spouse
  subscriber Poe, John
`,
  ],
  check({ coverage }, { report }) {
    if (!coverage.subscriber || coverage.relationship) return;
    const fixes = ['spouse', 'child', 'other'].map((word) =>
      insertLine(coverage.head, `relationship  ${word}`, `Add relationship ${word}`, coverage.member ?? coverage.payer),
    );
    report(
      coverage.subscriber.head,
      `What is the patient to ${coverage.subscriber.name?.value.text ?? 'the subscriber'}? The relationship is missing`,
      { fixes },
    );
  },
});
