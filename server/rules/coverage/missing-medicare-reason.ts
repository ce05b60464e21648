// Where Medicare is not the first payer, the claim says why.
import { isMedicare } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  alike: ['head'],
  severity: 'error',
  since: '0.1.0',
  title: 'Where Medicare pays second, the coverage says why',
  why: 'Medicare refuses a secondary claim without the reason, e.g. 12 for a patient who still works.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR05', 'CMS Medicare Secondary Payer Manual, chapter 3'],
  paper: '11',
  transaction: '2000B SBR05',
  bad: [
    `
born 1950-01-01
coverage A1
  payer AETNA
  member W1
coverage M1
  payer MEDICARE
  member 1EG4TE5MK73
`,
  ],
  good: [
    `
born 1950-01-01
coverage A1
  payer AETNA
  member W1
coverage M1
  payer MEDICARE
  member 1EG4TE5MK73
  medicare-secondary 12
`,
  ],
  check(claim, { report }) {
    claim.coverages.forEach(({ at, coverage, payer }, i) => {
      if (i === 0 || !isMedicare(payer?.filing?.value) || coverage.medicareSecondary) return;
      const first = claim.coverages[0].coverage.id.value;
      // The same coverage named twice has a rule of its own.
      if (claim.origin === 'encounter' && coverage === claim.coverages[0].coverage) return;
      if (claim.origin === 'x12')
        // What another payer is told of Medicare is for information.
        report(at, `Medicare pays after ${first}: SBR05 must say why`, {
          severity: at === claim.sent?.subscriber?.order ? 'error' : 'warning',
        });
      else
        report(
          at,
          `Medicare (${coverage.id.value}) pays after ${first}: its coverage must say why, such as medicare-secondary 12 for somebody who still works`,
        );
    });
  },
});
