// A clinician has one visit a day with a patient.
import type { ClaimService } from '../../model/claim';
import { cptNumber } from '../../model/procedure-codes';
import { sameId } from '../../model/resolve';
import type { Value } from '../../model/value';
import { clinicianOf, dayOf } from '../claim-line';
import { rule } from '../rule';

/** Visits in an office, and care of an inpatient: of each kind one a day. */
const KINDS = [
  [99202, 99215],
  [99221, 99239],
  [99281, 99285],
  [99304, 99310],
] as const;
/** Its place in the list. */
const OFFICE = 0;
/** 24, 25, 27: a visit of its own. 76 and 77: once more. GT, 93, 95: one of them at a distance. */
const APART = new Set(['24', '25', '27', '57', '76', '77', '93', '95', 'GT']);

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A clinician has one visit of a kind a day with a patient',
  why:
    'Payers pay one visit of a specialty on a day: everything that was done goes into its level, and the second is denied (reason B14 or ' +
    '97).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, sections 30.6.5 and 30.6.7', 'X12 claim adjustment reason code B14'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: [
    'services\n  99213  AB  145.00\n  99214  A  210.00',
    'services\n  99203  AB  145.00\n  99213  A  145.00',
    'services\n  99203  AB  145.00\n  99213-25  A  145.00',
  ],
  good: [
    'services\n  99213  AB  145.00\n  99214-25  A  210.00',
    'services\n  99213  AB  145.00\n  99214  A  210.00  rendering HOUSE',
    'date 2026-11-02..2026-11-03\nservices\n  99231  AB  100.00  date 2026-11-02\n  99232  A  180.00  date 2026-11-03',
  ],
  check(claim, { report }) {
    if (claim.services.length < 2) return;
    const visits: { readonly service: ClaimService; readonly code: Value<string>; readonly kind: number; readonly isApart: boolean }[] = [];
    for (const service of claim.services) {
      const { code, modifiers } = service;
      const kind = code ? kindOf(cptNumber(code.value)) : -1;
      if (!code || kind < 0) continue;
      const isApart = modifiers.some(({ value }) => APART.has(value));
      const first = visits.find(
        (one) =>
          one.kind === kind &&
          one.code.value !== code.value &&
          ((!one.isApart && !isApart) || isNewAndKnown(one.code.value, code.value, kind)) &&
          dayOf(one.service, claim) === dayOf(service, claim) &&
          sameId(clinicianOf(one.service, claim), clinicianOf(service, claim)),
      );
      visits.push({ service, code, kind, isApart });
      if (!first) continue;
      const isBoth = isNewAndKnown(first.code.value, code.value, kind);
      report(
        code,
        isBoth
          ? `The patient is new and established on one day: ${first.code.value} is already the visit of that day`
          : `${first.code.value} is already the visit of that day: one of the two goes, or 25 says that they had nothing to do with each other`,
        { severity: isBoth ? 'error' : 'warning' },
      );
    }
  },
});

/** Of two visits in an office: is the patient new in one, known in the other? No modifier makes both true. */
function isNewAndKnown(one: string, other: string, kind: number): boolean {
  return kind === OFFICE && isNew(one) !== isNew(other);
}

/** 99202 to 99205, not 99211 to 99215. */
function isNew(code: string): boolean {
  return cptNumber(code) < 99210;
}

function kindOf(number: number): number {
  return KINDS.findIndex(([from, to]) => number >= from && number <= to);
}
