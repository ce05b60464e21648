// A patient has a sex on file.
import { rule } from '../rule';

export default rule({
  on: 'patient',
  lacks: ['sex'],
  severity: 'error',
  since: '0.1.0',
  title: 'A patient has a sex on file',
  why: 'The claim has a place for it that must be filled: F, M, or U where it is not known.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA DMG', 'CMS Medicare Claims Processing Manual, chapter 26, item 3'],
  paper: '3',
  transaction: '2010BA DMG03',
  bad: ['no sex'],
  good: ['sex F'],
  check(patient, { report }) {
    // In a file the sex stands beside the day of birth: one that is missing there is told as such.
    if (!patient.sex && !(patient.source.language === 'x12' && patient.born))
      report(patient.head, `${patient.id.value} has no sex: add ${patient.source.language === 'x12' ? 'DMG03' : 'sex'}, F, M or U`);
  },
});
