// A practice or provider has an NPI.
import { rule } from '../rule';

export default rule({
  on: 'party',
  only: 'encounter',
  lacks: ['npi'],
  severity: 'error',
  since: '0.1.0',
  title: 'A practice or provider has an NPI',
  why: 'Claims name clinicians and practices by their NPI; without it they are refused.',
  cites: ['45 CFR 162.410', 'ASC X12N 837P 005010X222A1, loops 2010AA and 2310B NM109'],
  paper: '33a',
  transaction: '2010AA NM109',
  bad: ['provider CURIE2\n  name Curie, Marie A'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348'],
  check({ party, role }, { report }) {
    if ((role !== 'practice' && role !== 'provider') || party.npi) return;
    report(
      party.head,
      `${party.head.value} has no NPI: add npi and its ten digits`,
      role === 'provider' ? { paper: '24J', transaction: '2310B NM109' } : {},
    );
  },
});
