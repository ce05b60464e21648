// It is clear which practice bills.
import { insertLine, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'It is clear which practice bills',
  why: 'With no practice, or with several and none named, nobody knows in whose name the claim goes out.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010AA', 'CMS Medicare Claims Processing Manual, chapter 26, item 33'],
  paper: '33',
  transaction: '2010AA NM103',
  bad: [
    `
practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  tax-id ein 36-1234567
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter E1
  patient DOE-JANE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`,
  ],
  good: ['practice RIVERSIDE', 'place 11'],
  check(claim, { report, workspace }) {
    if (claim.billing || claim.origin !== 'encounter') return;
    const practices = workspace.list('practice');
    if (practices.length === 0)
      report(claim.head, 'No practice is defined in this folder: write one into a file such as front-desk.practice');
    else
      report(claim.head, 'There are several practices: say which one bills, practice and its name', {
        fixes: practices.slice(0, 6).map((one) => insertLine(claim.head, `practice  ${one.id.value}`, `Add practice ${one.id.value}`)),
      });
  },
});
