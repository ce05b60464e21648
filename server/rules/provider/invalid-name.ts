// A clinician's name is written last name first.
import { replace, rule } from '../rule';

const TITLES = /^(?:dr|prof)\.?$/i,
  CREDENTIALS = /^(?:MD|DO|NP|FNP|APRN|ARNP|CNP|CNM|CRNA|PA-C|RN|PhD|PsyD|DPM|OD|DDS|DMD|LCSW|LMFT|LPC|DPT|OTR)$/i;

export default rule({
  on: 'party',
  only: 'encounter',
  severity: 'warning',
  since: '0.1.0',
  title: 'A clinician’s name is written: Last, First Middle',
  why: 'Without the comma the name goes out as that of an organization, and payers do not find the clinician.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2310B NM102 to NM104'],
  paper: '31',
  transaction: '2310B NM102',
  bad: ['provider CURIE2\n  name Marie A Curie MD\n  npi 1992012348', 'provider CURIE2\n  name Dr. Marie Curie\n  npi 1992012348'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348', 'provider LAB\n  name Springfield Imaging\n  npi 1992012348'],
  check({ party: { name }, role }, { report }) {
    if (role !== 'provider' || !name || name.value.person) return;
    const words = name.value.text.trim().split(/\s+/);
    const own = words.filter((one) => !TITLES.test(one) && !CREDENTIALS.test(one));
    // A group may well bear the titles of its founders: “Curie & Sons MD”.
    if (own.length === words.length || own.length < 2 || own.length > 3) return;
    const ordered = `${own.at(-1)}, ${own.slice(0, -1).join(' ')}`;
    report(name, 'A clinician’s name is written: Last, First Middle', { fixes: [replace(name, ordered, `Change to ${ordered}`)] });
  },
});
