// Offers the codes that an element of an X12 file may have: the guide's own, and those of code sets, with their meanings.
import type { CodeEntry, CodeSetId } from '../../../codesets/code-set';
import { fileDayOf } from '../../model/lower-837';
import type { Span } from '../../syntax/tree';
import { codesOf, meaningOf } from '../../syntax/x12/codes';
import { type ElementDescription, describe, loopsAt } from '../../syntax/x12/describe';
import { transactionAt } from '../../syntax/x12/enclosing';
import type { ElementUse, SegmentUse } from '../../syntax/x12/guide';
import { guides } from '../../syntax/x12/guides';
import { placeCodes } from '../../syntax/x12/places';
import type { Place } from '../../syntax/x12/read';
import type { ItemDraft, Offer } from '../completion/item';
import type { X12File } from '../project';
import { procedureDrafts } from '../completion/procedures';
import { isProcedureCode } from '../procedure-axes';
import { matchSmallList } from '../small-list';
import { usedCodes } from '../used-codes';
import type { World } from '../world';
import { setOf } from './codes';
import { usesAt } from './completion-segments';
import { countryName } from './plain';

const LIMIT = 50;
/** Sets that are searched; others are short enough to be shown whole. */
const SEARCHED: ReadonlySet<CodeSetId> = new Set<CodeSetId>(['icd-10-cm', 'icd-10-pcs', 'hcpcs', 'cpt', 'taxonomy']);

/** Codes for the element or component under the cursor. */
export function offerCodes(document: X12File, offset: number, place: Place, world: World): Offer {
  const { span, typed } = wordAt(document, offset, place);
  const uses = usesAt(document, place.segment);
  const offer = (drafts: readonly ItemDraft[]): Offer => ({ drafts, span, incomplete: true });
  const qualifiers = qualifierDrafts(uses, place, typed);
  if (qualifiers.length > 0) return offer(qualifiers);
  const element = elementAt(document, offset, place, uses);
  if (!element) return offer([]);
  if (element.data === '1328') return offer(pointerDrafts(document, place.segment, world));
  if (element.codes.length > 0) return offer(guideDrafts(element.codes, typed));
  const set = setOf(element);
  if (set) return offer(setDrafts(set, typed, dayOf(document, place.segment, world), world));
  const { list = '', data } = element;
  const places = placeCodes(list).map((code) => ({ code, meaning: list === 'country' ? countryName(code) : meaningOf(data, code) }));
  return offer(guideDrafts(places.length > 0 ? places : freeCodes(element), typed));
}

/** What is typed, and what an accepted code replaces: up to the next mark of any kind. */
function wordAt({ x12, text }: X12File, offset: number, { segment, element, component, repetition }: Place): { span: Span; typed: string } {
  const { segments } = x12;
  const marks = segments.separators(segment);
  const { start } = segments.components(segment, element, repetition)[component - 1]?.span ?? segments.element(segment, element).span;
  const stops = new Set([marks.element, marks.component, marks.segment, marks.repetition, '\r', '\n']);
  let end = offset;
  while (end < segments.ends[segment] && !stops.has(text[end])) end += 1;
  return { span: { start, end }, typed: text.slice(start, offset) };
}

/** The qualifiers that tell the uses of a segment apart, each with the name of its use. */
function qualifierDrafts(uses: readonly SegmentUse[], { element, component }: Place, typed: string): ItemDraft[] {
  const drafts = new Map<string, ItemDraft>();
  for (const use of uses) {
    if (use.key?.element !== element || Math.max(1, use.key.component) !== component) continue;
    const part = partOf(use, element, component);
    for (const code of use.key.codes) {
      const meaning = part && meaningOf(part.data, code);
      const detail = use.key.codes.size === 1 ? use.name : [meaning, use.name].filter(Boolean).join(' · ');
      if (!drafts.has(code)) drafts.set(code, { label: code, detail, text: code, kind: 'value', filter: `${code} ${detail}` });
    }
  }
  return matchSmallList(typed, [...drafts.values()], (one) => [one.label, one.detail ?? '']).map((one) => ({
    ...one,
    filter: typed || one.label,
  }));
}

function partOf(use: SegmentUse, element: number, component: number): ElementUse | undefined {
  const whole = use.elements[element - 1] as ElementUse | undefined;
  return whole?.components ? whole.components[component - 1] : whole;
}

type Asked = Pick<ElementDescription, 'codes' | 'list' | 'qualifier' | 'name' | 'reference' | 'data'> & { readonly type?: string };

/** Where the guide names no codes: versions of the guides themselves, or all that the standard has for such an element. */
function freeCodes({ data, type }: Asked): Asked['codes'] {
  if (data === '480') return guides().map(({ versions: [code], name }) => ({ code, meaning: name }));
  return type === 'code' ? [...codesOf(data)].map(([code, meaning]) => ({ code, meaning })) : [];
}

function elementAt(document: X12File, offset: number, place: Place, uses: readonly SegmentUse[]): Asked | undefined {
  const found = describe(document.x12, offset)?.element;
  if (found && (found.codes.length > 0 || found.list || setOf(found))) return found;
  const part = uses.map((use) => partOf(use, place.element, place.component)).find((one) => one?.codes || one?.list);
  if (!part) return found;
  const codes = [...(part.codes ?? [])].map((code) => ({ code, meaning: meaningOf(part.data, code) }));
  return { codes, list: part.list, qualifier: found?.qualifier, name: part.name, reference: '', data: part.data };
}

function guideDrafts(codes: Asked['codes'], typed: string): ItemDraft[] {
  return matchSmallList(typed, codes, (one) => [one.code, one.meaning ?? '']).map(({ code, meaning }) => ({
    label: code,
    ...(meaning && { detail: meaning }),
    text: code,
    kind: 'value',
    filter: typed || code,
  }));
}

function setDrafts(set: CodeSetId | 'service', typed: string, date: string, world: World): ItemDraft[] {
  if (set === 'service') return serviceDrafts(typed, date, world);
  if (set === 'icd-10-pcs' && isProcedureCode(typed || '0')) return procedureDrafts(typed, date, world.codes);
  const used = set === 'icd-10-cm' ? usedCodes(world.workspace).diagnoses : new Map<string, number>();
  const found: readonly CodeEntry[] = !SEARCHED.has(set)
    ? matchSmallList(typed, world.codes.list(set, date), (one) => [one.code, one.title]).slice(0, 2 * LIMIT)
    : typed.trim() !== ''
      ? world.codes.search(typed, { sets: [set], date, limit: LIMIT, used })
      : [...used]
          .sort((a, b) => b[1] - a[1])
          .slice(0, LIMIT)
          .flatMap(([code]) => {
            const lookup = world.codes.find(set, code, date);
            return lookup.status === 'active' ? [lookup.entry] : [];
          });
  return found.filter((one) => one.billable).map((one) => codeDraft(one, set, typed, date));
}

function serviceDrafts(typed: string, date: string, world: World): ItemDraft[] {
  const fees = world.workspace.allFees().filter((fee) => !fee.code.value.includes('-'));
  const own = matchSmallList(typed, fees, (fee) => [fee.code.value, fee.description?.value ?? ''])
    .slice(0, LIMIT)
    .map((fee): ItemDraft => {
      const code = fee.code.value,
        detail = fee.description?.value;
      const data = { set: 'service' as const, code, date };
      return { label: code, ...(detail && { detail }), text: code, kind: 'code', filter: typed || code, data };
    });
  const known = new Set(own.map((one) => one.label));
  const others = typed.trim() === '' ? [] : world.codes.search(typed, { sets: ['hcpcs', 'cpt'], date, limit: LIMIT });
  return [...own, ...others.filter((one) => !known.has(one.code)).map((one) => codeDraft(one, 'service', typed, date))];
}

/** Claims write codes without their dot. */
function codeDraft({ code, title }: CodeEntry, set: CodeSetId | 'service', typed: string, date: string): ItemDraft {
  return { label: code, detail: title, text: code.replace('.', ''), kind: 'code', filter: typed || code, data: { set, code, date } };
}

/** The diagnoses of the claim, by the number with which a line points at them. */
function pointerDrafts({ x12 }: X12File, segment: number, world: World): ItemDraft[] {
  const { segments } = x12;
  const transaction = transactionAt(x12, segment);
  const line = transaction && loopsAt(x12, transaction, segment)?.of(segment);
  const claim = line?.id === '2300' ? line : line?.parent;
  if (!transaction || claim?.id !== '2300') return [];
  for (let i = claim.first; i < segment; i += 1) {
    if (segments.id(i) !== 'HI' || !/^A?BK$/.test(segments.component(i, 1, 1).text)) continue;
    const codes = Array.from({ length: segments.size(i) }, (_, n) => segments.component(i, n + 1, 2).text);
    const day = fileDayOf(x12, transaction) || world.today;
    return codes.map((code, n): ItemDraft => {
      const found = world.codes.find('icd-10-cm', code, day);
      const detail = found.status === 'unknown' ? code : `${found.entry.code} ${found.entry.title}`;
      return { label: String(n + 1), detail, text: String(n + 1), kind: 'value' };
    });
  }
  return [];
}

function dayOf({ x12 }: X12File, segment: number, world: World): string {
  const transaction = transactionAt(x12, segment);
  return (transaction && fileDayOf(x12, transaction)) || world.today;
}
