// A practice says what kind of provider it is.
import { rule } from '../rule';

export default rule({
  on: 'practice',
  only: 'encounter',
  lacks: ['taxonomy'],
  severity: 'warning',
  since: '0.1.0',
  title: 'A practice has a taxonomy code',
  why: 'Many payers, Medicaid above all, find the contract by NPI and taxonomy together and refuse a claim without it.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000A PRV03'],
  paper: '33b',
  transaction: '2000A PRV03',
  bad: ['practice WEST\n  name West Clinic\n  npi 1234567893'],
  good: ['practice WEST\n  name West Clinic\n  npi 1234567893\n  taxonomy 207Q00000X'],
  check(practice, { report }) {
    if (!practice.taxonomy) report(practice.head, `${practice.id.value} has no taxonomy code: add taxonomy, such as 207Q00000X`);
  },
});
