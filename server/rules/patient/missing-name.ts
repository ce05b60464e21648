// A patient has a name.
import { rule } from '../rule';

export default rule({
  on: 'patient',
  only: 'encounter',
  lacks: ['name'],
  severity: 'error',
  since: '0.1.0',
  title: 'A patient has a name',
  why: 'The payer finds the member by name, date of birth and member id.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA NM103', 'CMS Medicare Claims Processing Manual, chapter 26, item 2'],
  paper: '2',
  transaction: '2010BA NM103',
  bad: ['no name'],
  good: ['name Poe, Ann'],
  check(patient, { report }) {
    if (!patient.name) report(patient.head, `${patient.id.value} has no name: add name Last, First`);
  },
});
