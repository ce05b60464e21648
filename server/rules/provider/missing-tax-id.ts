// A practice has a tax number.
import { rule } from '../rule';

export default rule({
  on: 'practice',
  only: 'encounter',
  lacks: ['tax-id'],
  severity: 'error',
  since: '0.1.0',
  title: 'A practice has a tax number',
  why: 'Payers report what they pay under this number and refuse a claim without it.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010AA REF*EI or SY', 'CMS Medicare Claims Processing Manual, chapter 26, item 25'],
  paper: '25',
  transaction: '2010AA REF02',
  bad: [
    `
practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100
`,
  ],
  good: [
    `
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100
`,
  ],
  check(practice, { report }) {
    if (!practice.taxId) report(practice.head, `${practice.id.value} has no tax number: add tax-id ein, or ssn, and the number`);
  },
});
