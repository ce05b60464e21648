// A patient has an address.
import { rule } from '../rule';

export default rule({
  on: 'patient',
  lacks: ['address'],
  severity: 'error',
  since: '0.1.0',
  title: 'A patient has an address',
  why: 'The claim has a place for it that must be filled.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2010BA and 2010CA N3 and N4', 'CMS Medicare Claims Processing Manual, chapter 26, item 5'],
  paper: '5',
  transaction: '2010BA N301',
  bad: ['no address'],
  good: ['address 1 Elm St, Springfield IL 62704'],
  check(patient, { report }) {
    // In a file, city and state may stand without a street.
    const street = patient.address?.value.street !== '' || patient.source.language !== 'x12';
    if (!patient.address || !street)
      report(
        patient.head,
        `${patient.id.value} has no address: add ${patient.source.language === 'x12' ? 'N3 and N4' : 'address street, city ST ZIP'}`,
      );
  },
});
