// A practice or facility has an address.
import { rule } from '../rule';

export default rule({
  on: 'party',
  only: 'encounter',
  lacks: ['address'],
  severity: 'error',
  since: '0.1.0',
  title: 'A practice or facility has an address',
  why: 'The address goes on every claim.',
  cites: [
    'ASC X12N 837P 005010X222A1, loops 2010AA and 2310C N3 and N4',
    'CMS Medicare Claims Processing Manual, chapter 26, items 32 and 33',
  ],
  paper: '33',
  transaction: '2010AA N301',
  bad: ['facility HOSPITAL\n  name Springfield Hospital\n  place 21'],
  good: ['facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address 1 Main St, Springfield IL 62701-1234'],
  check({ party, role }, { report }) {
    if ((role !== 'practice' && role !== 'facility') || party.address) return;
    report(
      party.head,
      `${party.head.value} has no address: add address street, city ST ZIP`,
      role === 'facility' ? { paper: '32', transaction: '2310C N301' } : {},
    );
  },
});
