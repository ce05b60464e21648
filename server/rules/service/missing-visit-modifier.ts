// A visit on the day of a small procedure says that it was more than the procedure.
import type { CodeSets } from '../../../codesets/code-set';
import { cptNumber } from '../../model/procedure-codes';
import { sameId } from '../../model/resolve';
import { type Fix, rule } from '../rule';

const VISITS = [[99202, 99215], [99281, 99285], [99341, 99350], [99381, 99397]] as const;
/** 25 separate, 57 decision for an operation, 24 unrelated to an earlier one, 27 second hospital visit. */
const APART = new Set(['25', '57', '24', '27']);
/** Days after a procedure that belong to it, in the fee schedule: none, or ten. */
const SMALL = new Set(['000', '010']);
/** Everyday procedures with none or ten days, for machines without the fee schedule. */
const EVERYDAY = [
  [10060, 10061], [10120, 10121], [10140, 10160], [11042, 11043], [11055, 11057], [11102, 11102], [11104, 11104], [11106, 11106], [11200, 11200], [11300, 11313],
  [11400, 11446], [11719, 11730], [11740, 11750], [11900, 11901], [12001, 12018], [16020, 16030], [17000, 17000], [17004, 17004], [17110, 17111], [17250, 17250],
  [20526, 20526], [20550, 20553], [20600, 20611], [30901, 30901], [31231, 31231], [31575, 31575], [46600, 46600], [51701, 51702], [57452, 57456],
  [58100, 58100], [58300, 58301], [64405, 64405], [64450, 64450], [69200, 69210],
] as const;

export default rule({
  on: 'claim',
  forms: ['professional'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A visit on the day of a small procedure has modifier 25',
  why: 'The decision for a small procedure is paid with it: a visit of that day is denied as part of it unless it was more (reason 97).',
  cites: ['CMS Medicare NCCI Policy Manual, chapter I, section D', 'CMS Medicare Claims Processing Manual, chapter 12, section 30.6.6', 'X12 claim adjustment reason code 97'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['services\n  99213  AB  145.00\n  20610-RT  A  110.00'],
  good: [
    'services\n  99213-25  AB  145.00\n  20610-RT  A  110.00',
    'services\n  99213  AB  145.00\n  36415  A  8.00',
    'services\n  99213  AB  145.00\n  20610-RT  A  110.00  rendering HOUSE',
    'date 2026-11-02..2026-11-03\nservices\n  99213  AB  145.00  date 2026-11-02\n  20610-RT  A  110.00  date 2026-11-03',
  ],
  check(claim, { report, codes }) {
    for (const { code, modifiers, days, rendering } of claim.services) {
      const number = code ? cptNumber(code.value) : Number.NaN;
      const day = days?.from ?? claim.day;
      if (!code || day === undefined || !VISITS.some(([from, to]) => number >= from && number <= to) || modifiers.some(({ value }) => APART.has(value))) continue;
      const who = (rendering ?? claim.rendering)?.at.value ?? '';
      const procedure = claim.services.find((one) => one.code && (one.days?.from ?? claim.day) === day && isSmall(one.code.value, day, codes)
        && sameId((one.rendering ?? claim.rendering)?.at.value ?? '', who));
      // Where the pair itself is listed, ncci/invalid-pair speaks of it.
      if (!procedure?.code || codes.pair(procedure.code.value, code.value, day)) continue;
      const end = modifiers.at(-1)?.span.end ?? code.span.end;
      const fix: Fix = { title: 'Add 25: only if the note shows more than the decision for the procedure', safe: false, edits: [{ span: { start: end, end }, text: '-25' }] };
      report(code, `${code.value} is part of ${procedure.code.value} of that day, unless it was a separate visit: modifier 25 says so`, { fixes: modifiers.length < 4 ? [fix] : [] });
    }
  },
});

function isSmall(code: string, day: string, codes: CodeSets): boolean {
  const number = cptNumber(code);
  if (!(number >= 10000 && number <= 69999)) return false;
  const listed = codes.fact('hcpcs', 'relative-values', code, day)?.global;
  return listed ? SMALL.has(listed) : EVERYDAY.some(([from, to]) => number >= from && number <= to);
}
