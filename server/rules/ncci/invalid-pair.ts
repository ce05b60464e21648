// Two services of a day that payers do not pay side by side.
import type { Pair } from '../../../codesets/pairs';
import type { ClaimService } from '../../model/claim';
import { PAIR_MODIFIERS, isEvaluation, sideOfModifier } from '../../model/procedure-codes';
import { isForGovernment, isHospitalStay } from '../claim-line';
import { type DayLine, isOfOneDay, linesBeside, linesOf } from '../day-lines';
import { type Fix, addModifier, rule, withoutLine } from '../rule';

export default rule({
  on: 'claim',
  alike: ['lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'Two services of a day may be billed together, or a modifier tells why they are',
  why:
    'CMS lists pairs of services (NCCI) of which only the first is paid to a clinician for one patient on one day: the second is part of it, ' +
    'or the two exclude each other. Some pairs are paid with a modifier where the services were apart. Found once the table has been imported.',
  cites: [
    'CMS Medicare NCCI Policy Manual, chapter I, sections D and E',
    'CMS NCCI procedure-to-procedure edits',
    'X12 claim adjustment reason codes 97 and 236',
  ],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: [
    'services\n  11042  AB  120.00\n  97597  AB  90.00',
    'services\n  29881-RT  A  900.00\n  29870-RT-59  A  500.00',
    'date 2026-10-05  # on that day encounter E0 has 99214\nservices\n  80047  AB  20.00\n  36415  A  8.00',
  ],
  good: [
    'services\n  11042  AB  120.00\n  97597-59  AB  90.00',
    'services\n  11042-XS  AB  120.00\n  97597  AB  90.00',
    'services\n  11042  AB  120.00\n  97598  AB  90.00',
    'services\n  11042  AB  120.00\n  77065  AB  90.00',
    'date 2026-11-02..2026-11-03\nservices\n  11042  AB  120.00  date 2026-11-02\n  97597  AB  90.00  date 2026-11-03',
    'services\n  11042  AB  120.00\n  97597  AB  90.00  rendering HOUSE',
    // The pair began in 2010.
    'date 2009-11-02\nservices\n  11042  AB  120.00\n  97597  AB  90.00',
  ],
  check(claim, { report, codes, workspace }) {
    if (claim.form === 'dental' || isHospitalStay(claim) || claim.services.length === 0) return;
    const layer = claim.form === 'institutional' ? 'hospital-pairs' : 'pairs';
    // Without a table there is nothing to compare, in however many encounters.
    if (!codes.editions().some((edition) => edition.layer === layer)) return;
    const own = linesOf(claim);
    const all = [...own, ...linesBeside(claim, own, workspace)];
    if (all.length < 2) return;
    for (const second of own) {
      for (const first of all) {
        if (!second.service?.code || first === second || first.code === second.code || !isOfOneDay(first, second)) continue;
        const pair = codes.pair(first.code, second.code, second.day, layer);
        if (!pair || isParted(pair, first, second)) continue;
        report(second.service.code, says(pair, first), {
          severity: isForGovernment(claim) ? 'error' : 'warning',
          fixes: fixesOf(pair, first, second.service, own.length),
        });
        break;
      }
    }
  },
});

/** Does the edit not apply, or a modifier on either line say that the services were apart? */
function isParted({ modifier }: Pair, first: DayLine, second: DayLine): boolean {
  if (modifier === '9') return true;
  if (modifier !== '1') return false;
  const telling = [first, second].map((line) => line.modifiers.filter((one) => PAIR_MODIFIERS.has(one)));
  // One and the same side on both lines parts nothing.
  const [one, other] = telling.map((list) => list.filter((value) => sideOfModifier(value)).join());
  const sidesAlone = telling.flat().every((value) => sideOfModifier(value) !== undefined);
  return telling.flat().length > 0 && !(sidesAlone && one !== '' && one === other);
}

function says({ modifier, rationale }: Pair, { code, elsewhere }: DayLine): string {
  const where = elsewhere ? `, billed by ${elsewhere}` : '';
  const because = rationale === '' ? '' : ` (${rationale[0].toLowerCase()}${rationale.slice(1)})`;
  const cure = modifier === '1' ? 'a modifier such as 59 or 25 parts them only if the services were apart' : 'no modifier parts them';
  return `Not paid beside ${code} of that day${where}${because}: ${cure}`;
}

function fixesOf({ modifier }: Pair, first: DayLine, service: ClaimService, lines: number): Fix[] {
  const { code, modifiers } = service;
  if (!code) return [];
  const fixes: Fix[] = [],
    telling = isEvaluation(code.value) ? '25' : '59';
  if (modifier === '1' && modifiers.length < 4)
    fixes.push(addModifier(service, telling, `Add ${telling}: only if the note shows that ${code.value} was apart from ${first.code}`));
  if (code.source.language === 'superbill' && lines > 1)
    fixes.push({ title: `Take ${code.value} off the claim`, safe: false, edits: [withoutLine(code)] });
  return fixes;
}
