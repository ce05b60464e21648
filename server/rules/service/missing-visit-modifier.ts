// A visit on the day of a procedure says that it was more than the procedure.
import type { CodeSets } from '../../../codesets/code-set';
import type { ClaimService } from '../../model/claim';
import { addDays } from '../../model/dates';
import { sameId } from '../../model/resolve';
import { clinicianOf, dayOf, isIn } from '../claim-line';
import { daysAfter } from '../global-days';
import { addModifier, rule } from '../rule';

const VISITS = [
  [99202, 99215],
  [99221, 99223],
  [99281, 99285],
  [99341, 99350],
  [99381, 99397],
] as const;
const PREVENTIVE = [99381, 99397] as const;
/** 25 separate, 57 decision for an operation, 24 unrelated to an earlier one, 27 second hospital visit. */
const APART = new Set(['25', '57', '24', '27']);
/** Vaccines and injections given, infusions, work on joints and spine by hand: the greeting and the look before are part of them. */
const WITH_A_LOOK = [
  [90460, 90460],
  [90471, 90471],
  [90473, 90473],
  [96360, 96360],
  [96365, 96365],
  [96372, 96372],
  [96374, 96374],
  [98925, 98929],
  [98940, 98942],
] as const;

interface Reason {
  readonly modifier: '25' | '57';
  readonly says: string;
}

export default rule({
  on: 'claim',
  forms: ['professional'],
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A visit on the day of a procedure has modifier 25, or 57 where it decided on an operation',
  why:
    'The look before a procedure is paid with it: a visit of that day is denied as part of it unless it was more, modifier 25, ' +
    'or led to a large operation that day or the next, modifier 57 (reason 97). The same holds beside a preventive visit.',
  cites: [
    'CMS Medicare NCCI Policy Manual, chapter I, section D, and chapter XI',
    'CMS Medicare Claims Processing Manual, chapter 12, section 30.6.6',
    'X12 claim adjustment reason code 97',
  ],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: [
    'services\n  99213  AB  145.00\n  20610-RT  A  110.00',
    'services\n  99213  AB  145.00\n  96372  A  40.00',
    'services\n  99214  AB  210.00\n  99396-25  A  230.00',
    'date 2026-11-02..2026-11-03\nservices\n  99214  AB  210.00  date 2026-11-02\n  29881-RT  A  900.00  date 2026-11-03',
  ],
  good: [
    'services\n  99213-25  AB  145.00\n  20610-RT  A  110.00',
    'services\n  99213  AB  145.00\n  36415  A  8.00',
    'services\n  99213  AB  145.00\n  20610-RT  A  110.00  rendering HOUSE',
    'date 2026-11-02..2026-11-03\nservices\n  99213  AB  145.00  date 2026-11-02\n  20610-RT  A  110.00  date 2026-11-03',
    'services\n  99214-57  AB  210.00\n  29881-RT  A  900.00',
  ],
  check(claim, { report, codes }) {
    for (const visit of claim.services) {
      const { code, modifiers } = visit,
        day = dayOf(visit, claim);
      if (!code || day === undefined || !isIn(VISITS, code.value) || modifiers.some(({ value }) => APART.has(value))) continue;
      const beside = claim.services.filter(
        (one) => one !== visit && one.code && sameId(clinicianOf(one, claim), clinicianOf(visit, claim)),
      );
      const reason = reasonFor(
        visit,
        day,
        beside.map((one) => ({ service: one, day: dayOf(one, claim) ?? day })),
        codes,
      );
      if (reason)
        report(code, reason.says, { fixes: modifiers.length < 4 ? [addModifier(visit, reason.modifier, FIXES[reason.modifier])] : [] });
    }
  },
});

const FIXES = {
  25: 'Add 25: only if the note shows more than the procedure needed',
  57: 'Add 57: only if the operation was decided on at this visit',
} as const;

interface OnDay {
  readonly service: ClaimService;
  readonly day: string;
}

function reasonFor(visit: ClaimService, day: string, beside: readonly OnDay[], codes: CodeSets): Reason | undefined {
  const own = visit.code?.value ?? '';
  for (const { service, day: other } of beside) {
    const code = service.code?.value ?? '';
    const days = daysAfter(code, other, codes);
    if (days === 90 && (other === day || other === addDays(day, 1)))
      return {
        modifier: '57',
        says: `${own} is part of the operation ${code}, unless it was decided on at this visit: modifier 57 says so`,
      };
    if (other !== day) continue;
    // Where the pair itself is listed, ncci/invalid-pair speaks of it.
    if ((days === 0 || days === 10 || isIn(WITH_A_LOOK, code)) && !codes.pair(code, own, day))
      return { modifier: '25', says: `${own} is part of ${code} of that day, unless it was a separate visit: modifier 25 says so` };
    if (isIn([PREVENTIVE], code) && !isIn([PREVENTIVE], own))
      return {
        modifier: '25',
        says: `${own} stands beside the preventive visit ${code}: modifier 25 says that a problem needed a visit of its own`,
      };
  }
  return undefined;
}
