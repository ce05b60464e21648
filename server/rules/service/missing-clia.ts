// A laboratory test needs the CLIA certificate of whoever made it.
import type { ClaimService } from '../../model/claim';
import { cptNumber } from '../../model/procedure-codes';
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Chemistry, hematology, immunology, microbiology: tests under the law of 1988. */
const TESTS = [
  [80047, 80081],
  [80143, 80377],
  [81000, 81003],
  [81005, 81025],
  [82009, 84999],
  [85002, 85810],
  [86000, 86480],
  [86590, 86849],
  [87003, 87899],
] as const;
/** Numbers between them that need no certificate: breath, blood drawn for others, samples without a test, a doctor’s look at a smear. */
const NO_CERTIFICATE = new Set([
  '81050',
  '82075',
  '83013',
  '83014',
  '83987',
  '85060',
  '86077',
  '86078',
  '86079',
  '86485',
  '86486',
  '86490',
  '86510',
  '86580',
]);

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.1.0',
  title: 'A laboratory test comes with a CLIA number',
  why:
    'Modifier QW says that the test was made under a certificate of waiver; Medicare wants the number of the certificate for every test, and returns ' +
    'the claim without it.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 16, section 70', 'ASC X12N 837P 005010X222A1, loop 2300 REF*X4'],
  paper: '23',
  transaction: '2300 REF*X4',
  bad: ['services\n  82962-QW  AB  15.00', 'patient ROE-RICHARD\nordering CURIE\nservices\n  80053  AB  35.00'],
  good: [
    'services\n  82962  AB  15.00',
    'patient ROE-RICHARD\nservices\n  36415  AB  8.00',
    'patient ROE-RICHARD\nordering CURIE\nservices\n  80053-26  AB  35.00',
  ],
  check(claim, { report }) {
    if (!claim.billing?.target || claim.billing.target.clia || claim.facility?.target?.clia || claim.sent?.clia) return;
    const medicare = isForMedicare(claim);
    const who = claim.origin === 'encounter' ? ` of ${claim.billing.target.id.value}: none is given there` : ': REF*X4 is missing';
    for (const [i, service] of claim.services.entries()) {
      if (claim.sent?.lines[i]?.clia) continue;
      const waived = service.modifiers.find(({ value }) => value === 'QW');
      if (waived) report(waived, `A waived test needs the CLIA number${who}`);
      else if (medicare && isTest(service))
        report(service.code, `Medicare pays the test ${service.code?.value} only with the CLIA number${who}`);
      else continue;
      return;
    }
  },
});

function isTest({ code, modifiers }: ClaimService): boolean {
  if (!code || NO_CERTIFICATE.has(code.value) || modifiers.some(({ value }) => value === '26' || value === '90')) return false;
  const number = cptNumber(code.value);
  return TESTS.some(([from, to]) => number >= from && number <= to);
}
