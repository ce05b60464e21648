// A practice can be reached.
import { rule } from '../rule';

export default rule({
  on: 'practice',
  only: 'encounter',
  lacks: ['phone', 'email'],
  severity: 'error',
  since: '0.1.0',
  title: 'A practice has a telephone number or an e-mail address',
  why: 'Every file of claims names a contact whom the receiver can ask.',
  cites: ['ASC X12N 837P 005010X222A1, loop 1000A PER'],
  paper: '33',
  transaction: '1000A PER04',
  bad: ['practice WEST\n  name West Clinic\n  npi 1234567893'],
  good: ['practice WEST\n  name West Clinic\n  npi 1234567893\n  phone 217-555-0100'],
  check(practice, { report }) {
    if (!practice.phone && !practice.email) report(practice.head, `${practice.id.value} has no telephone number: add phone`);
  },
});
