// A patient has a date of birth.
import { rule } from '../rule';

export default rule({
  on: 'patient',
  lacks: ['born'],
  severity: 'error',
  since: '0.1.0',
  title: 'A patient has a date of birth',
  why: 'The payer finds the member by name, date of birth and member id.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA DMG', 'CMS Medicare Claims Processing Manual, chapter 26, item 3'],
  paper: '3',
  transaction: '2010BA DMG02',
  bad: ['no born'],
  good: ['born 1990-01-01'],
  check(patient, { report }) {
    // In a file the day stands beside the sex: one that is empty or cannot be is told as such.
    if (!patient.born && !(patient.source.language === 'x12' && patient.sex))
      report(
        patient.head,
        `${patient.id.value} has no date of birth: add ${patient.source.language === 'x12' ? 'DMG02' : 'born and the day'}`,
      );
  },
});
