// Two services of a day that payers do not pay side by side.
import type { Pair } from '../../../codesets/pairs';
import type { Claim, ClaimService } from '../../model/claim';
import type { Encounter } from '../../model/definitions';
import { PAIR_MODIFIERS, isEvaluation, sideOfModifier } from '../../model/procedure-codes';
import { sameId } from '../../model/resolve';
import { fileName, type Value } from '../../model/value';
import type { Workspace } from '../../model/workspace';
import { type Fix, rule, withoutLine } from '../rule';

/** A line of this claim or of another encounter of the patient, as far as the edit sees it. */
interface Line {
  readonly code: Value<string>;
  readonly modifiers: readonly Value<string>[];
  readonly day: string;
  readonly who: string;
  /** The encounter in which it stands, if not on this claim. */
  readonly other?: Encounter;
}

export default rule({
  on: 'claim',
  severity: 'warning',
  since: '0.2.0',
  title: 'Two services of a day may be billed together, or a modifier tells why they are',
  why:
    'CMS lists pairs of services (NCCI) of which only the first is paid to a clinician for one patient on one day: the second is part of it, ' +
    'or the two exclude each other. Some pairs are paid with a modifier where the services were apart. Found once the table has been imported.',
  cites: ['CMS Medicare NCCI Policy Manual, chapter I, sections D and E', 'CMS NCCI procedure-to-procedure edits', 'X12 claim adjustment reason codes 97 and 236'],
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
    const { encounter } = claim;
    if (claim.form === 'dental' || (!encounter && claim.services.length < 2)) return;
    const layer = claim.form === 'institutional' ? 'hospital-pairs' : 'pairs';
    const own = claim.services.flatMap((service) => lineOf(service, claim));
    const others = encounter && claim.frequency === '1' ? linesBeside(encounter, own, workspace) : [];
    for (const second of own) {
      for (const first of others.length > 0 ? [...own, ...others] : own) {
        if (first === second || first.day !== second.day || first.code.value === second.code.value || !(first.who === second.who || sameId(first.who, second.who))) continue;
        const pair = codes.pair(first.code.value, second.code.value, second.day, layer);
        if (!pair || isParted(pair, first, second)) continue;
        report(second.code, says(pair, first, claim), {
          severity: isGovernment(claim) && pair.modifier === '0' ? 'error' : 'warning', fixes: fixesOf(pair, first, second, own.length),
        });
        break;
      }
    }
  },
});

function lineOf(service: ClaimService, claim: Claim): Line[] {
  const day = service.days?.from ?? claim.day;
  if (!service.code || day === undefined) return [];
  // A hospital is one provider, whoever works there.
  const who = claim.form === 'institutional' ? '' : (service.rendering ?? claim.rendering)?.at.value ?? '';
  return [{ code: service.code, modifiers: service.modifiers, day, who }];
}

/** Services of the patient's other encounters on the same days. */
function linesBeside(encounter: Encounter, own: readonly Line[], workspace: Workspace): Line[] {
  const lines: Line[] = [];
  for (const other of encounter.patient ? workspace.encountersOf(encounter.patient.value) : []) {
    const { date, services } = other;
    if (other.replaces || other.voids || !services.some((one) => isOn((one.date ?? date)?.value.from, own)) || sameId(other.id.value, encounter.id.value)) continue;
    for (const service of services) {
      const day = (service.date ?? date)?.value.from;
      if (service.code && day !== undefined) lines.push({ code: service.code, modifiers: service.modifiers, day, who: (service.rendering ?? other.rendering)?.value ?? '', other });
    }
  }
  return lines;
}

function isOn(day: string | undefined, lines: readonly Line[]): boolean {
  return day !== undefined && lines.some((line) => line.day === day);
}

/** Does the edit not apply, or a modifier on either line say that the services were apart? */
function isParted({ modifier }: Pair, first: Line, second: Line): boolean {
  if (modifier === '9') return true;
  if (modifier !== '1') return false;
  const telling = [first, second].map((line) => line.modifiers.filter((one) => PAIR_MODIFIERS.has(one.value)));
  // One and the same side on both lines parts nothing.
  const [one, other] = telling.map((list) => list.map(({ value }) => value).filter((value) => sideOfModifier(value)).join());
  const sidesAlone = telling.flat().every(({ value }) => sideOfModifier(value) !== undefined);
  return telling.flat().length > 0 && !(sidesAlone && one !== '' && one === other);
}

function says({ modifier, rationale }: Pair, first: Line, { source }: Claim): string {
  const { other } = first;
  const where = other ? `, billed by encounter ${other.id.value}${other.source === source ? '' : ` in ${fileName(other.source)}`}` : '';
  const because = rationale === '' ? '' : ` (${rationale[0].toLowerCase()}${rationale.slice(1)})`;
  const cure = modifier === '1' ? 'a modifier such as 59 or 25 parts them only if the services were apart' : 'no modifier parts them';
  return `Not paid beside ${first.code.value} of that day${where}${because}: ${cure}`;
}

function isGovernment({ coverages }: Claim): boolean {
  return ['MA', 'MB', 'MC'].includes(coverages[0]?.payer?.filing?.value ?? '');
}

function fixesOf({ modifier }: Pair, first: Line, { code, modifiers }: Line, lines: number): Fix[] {
  const fixes: Fix[] = [];
  if (modifier === '1' && modifiers.length < 4) {
    const added = isEvaluation(code.value) ? '25' : '59';
    const end = modifiers.at(-1)?.span.end ?? code.span.end;
    fixes.push({
      title: `Add ${added}: only if the note shows that ${code.value} was apart from ${first.code.value}`, safe: false,
      edits: [{ span: { start: end, end }, text: `-${added}` }],
    });
  }
  if (code.source.language === 'superbill' && lines > 1) fixes.push({ title: `Take ${code.value} off the claim`, safe: false, edits: [withoutLine(code)] });
  return fixes;
}
