// An encounter names its patient.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  lacks: ['patient'],
  severity: 'error',
  since: '0.1.0',
  title: 'An encounter names its patient',
  why: 'Nobody knows whose visit it was.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA', 'CMS Medicare Claims Processing Manual, chapter 26, item 2'],
  paper: '2',
  transaction: '2010BA NM103',
  bad: ['no patient'],
  good: ['patient DOE-JANE'],
  check(claim, { report }) {
    if (!claim.patient) report(claim.head, 'There is no patient: add patient and a name from the patient files');
  },
});
