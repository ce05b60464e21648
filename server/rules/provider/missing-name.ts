// A practice, provider or facility has a name.
import { rule } from '../rule';

export default rule({
  on: 'party',
  only: 'encounter',
  lacks: ['name'],
  severity: 'error',
  since: '0.1.0',
  title: 'A practice, provider or facility has a name',
  why: 'The name goes on every claim.',
  cites: [
    'ASC X12N 837P 005010X222A1, loops 2010AA, 2310B and 2310C NM103',
    'CMS Medicare Claims Processing Manual, chapter 26, items 17, 32 and 33',
  ],
  paper: '33',
  transaction: '2010AA NM103',
  bad: ['provider CURIE2\n  npi 1992012348'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348'],
  check({ party, role }, { report }) {
    if (role !== 'practice' && role !== 'provider' && role !== 'facility') return;
    if (!party.name) report(party.head, `${party.head.value} has no name: add name`);
  },
});
