// A waived laboratory test needs the practice's CLIA certificate.
import type { Value } from '../../model/value';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'warning',
  since: '0.1.0',
  title: 'A waived laboratory test comes with a CLIA number',
  why: 'Modifier QW says that the test was made under a certificate of waiver: without its number Medicare returns the claim.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 16, section 70', 'ASC X12N 837P 005010X222A1, loop 2300 REF*X4'],
  paper: '23',
  transaction: '2300 REF*X4',
  bad: ['services\n  82962-QW  AB  15.00'],
  good: ['services\n  82962  AB  15.00'],
  check(claim, { report }) {
    if (claim.origin !== 'encounter' || !claim.billing?.target || claim.billing.target.clia || claim.facility?.target?.clia) return;
    const waived = claim.services.find((service) => service.modifiers.some(isWaived))?.modifiers.find(isWaived);
    const filing = claim.coverages[0]?.payer?.filing?.value;
    if (!waived) return;
    report(waived, `A waived test needs the CLIA number of ${claim.billing.target.id.value}: none is given there`, {
      severity: filing === 'MB' || filing === 'MA' ? 'error' : 'warning',
    });
  },
});

function isWaived(modifier: Value<string>): boolean {
  return modifier.value === 'QW';
}
