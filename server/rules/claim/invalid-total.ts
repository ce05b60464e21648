// A claim asks for something.
import { type Claim, totalCharge } from '../../model/claim';
import { AFTER_SURGERY } from '../../model/procedure-codes';
import { type Severity, rule } from '../rule';

export default rule({
  on: 'claim',
  alike: ['lines'],
  severity: 'warning',
  since: '0.1.0',
  title: 'A claim asks for more than nothing',
  why: 'Most payers refuse a claim whose charges add up to zero. A visit after an operation, alone, is kept on file and not sent.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM02', 'CMS Medicare Claims Processing Manual, chapter 26, item 28'],
  paper: '28',
  transaction: '2300 CLM02',
  bad: ['services\n  3044F  AB  0.00'],
  good: ['services\n  99213  AB  145.00\n  3044F  AB  0.00'],
  check(claim, { report }) {
    if (claim.services.length === 0 || claim.services.some((service) => (service.charged ?? 1) < 0) || totalCharge(claim) !== 0) return;
    // Visits under a capitation contract are sent without charges: in a file it may be meant.
    if (claim.sent?.purpose === 'RP' || isNotice(claim)) return;
    report(
      [claim.encounter?.sections.services, claim.sent?.total, claim.head],
      'The charges add up to 0.00: most payers refuse such a claim',
      { severity: severityOf(claim) },
    );
  },
});

/** Hospitals send bills that ask for nothing, to tell of a stay. */
function severityOf({ services, form }: Claim): Severity {
  if (services.every(({ code }) => code?.value === AFTER_SURGERY)) return 'information';
  return form === 'institutional' ? 'warning' : 'error';
}

/** Notices of hospices and home health agencies (frequency A to E), and bills that ask for nothing (0), have no charges. */
function isNotice({ form, sent }: Claim): boolean {
  return form === 'institutional' && /^[A-E0]$/.test(sent?.frequency.value ?? '');
}
