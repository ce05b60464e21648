// The taxonomy of a person is one of persons.
import { rule } from '../rule';

/** Hospitals and their units, health plans, nursing homes: kinds of the list that no person can be. */
const NEVER_A_PERSON = /^(?:27[35]|28[1-7]|30[25]|31[345])/;

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.3.0',
  title: 'The taxonomy of a person is not that of a hospital or nursing home',
  why: 'The national list gives these codes to organizations only: the payer does not find the clinician under it.',
  cites: ['NUCC Health Care Provider Taxonomy, individuals and non-individuals', 'ASC X12N 837P 005010X222A1, NM102 and PRV03'],
  paper: '24J',
  transaction: '2310B PRV03',
  bad: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  taxonomy 282N00000X'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  taxonomy 207Q00000X'],
  check({ party: { name, taxonomy } }, { report }) {
    if (!taxonomy || !name?.value.person || name.value.first === undefined || !NEVER_A_PERSON.test(taxonomy.value)) return;
    report(taxonomy, `${taxonomy.value} is for organizations, and ${name.value.text} is a person: one of the two is wrong`);
  },
});
