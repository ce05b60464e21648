// A taxonomy code exists.
import { isBefore5010 } from '../../model/dates';
import { replace, rule } from '../rule';

/** Group 10 to 40, classification, then the specialty: none, or a letter and four digits. So are all codes of the list built. */
const BUILT = /^(?:[12]\d|3[0-46-9]|40)\d[0-9A-Z](?:0{5}|[A-Z]\d{4})X$/i;

export default rule({
  on: 'party',
  severity: 'error',
  since: '0.1.0',
  title: 'A taxonomy code is in the list',
  why:
    'Payers refuse a claim with a taxonomy code that does not exist. Where only the starter list is on this ' +
    'machine, the code may be a good one.',
  cites: ['NUCC Health Care Provider Taxonomy', 'ASC X12N 837P 005010X222A1, loops 2000A and 2310B PRV03'],
  paper: '33b',
  transaction: '2000A PRV03',
  bad: [
    'provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  taxonomy 207Q0000X',
    'provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  taxonomy 207Q99999X',
  ],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  taxonomy 207Q00000X'],
  check({ party: { taxonomy }, day }, { report, codes, today }) {
    if (!taxonomy) return;
    if (!/^\d{3}[0-9A-Z]{2}\d{4}X$/i.test(taxonomy.value)) {
      // The name of a specialty in the place of its code.
      const [named] = /^[a-z]{4}/i.test(taxonomy.value) ? codes.search(taxonomy.value, { sets: ['taxonomy'], date: today, limit: 1 }) : [];
      report(taxonomy, `${taxonomy.value} is not a taxonomy code: it has ten characters and ends with X`, {
        // Some codes of the first lists ended with another letter.
        severity: isBefore5010(day) && /^[0-9A-Z]{10}$/i.test(taxonomy.value) ? 'warning' : 'error',
        fixes: named ? [replace(taxonomy, named.code, `Change to ${named.code} (${named.title})`)] : [],
      });
      return;
    }
    if (!BUILT.test(taxonomy.value)) {
      report(taxonomy, `There is no taxonomy code ${taxonomy.value}: none is built like this`, {
        severity: isBefore5010(day) ? 'warning' : 'error',
      });
      return;
    }
    // A provider has no day of service: the list of today is asked, and an old code may still be in contracts.
    const answer = codes.find('taxonomy', taxonomy.value, today);
    if (answer.status !== 'unknown') return;
    report(
      taxonomy,
      answer.unsure
        ? `${taxonomy.value} is not in the taxonomy codes on this machine: check it`
        : `There is no taxonomy code ${taxonomy.value}`,
      { severity: answer.unsure ? 'information' : 'error' },
    );
  },
});
