// Offers the segments that may stand at a place, written out as far as the guide knows them.
import type { ElementUse, SegmentUse } from '../../syntax/x12/guide';
import { envelopeGuide } from '../../syntax/x12/guides';
import { expectedAfter } from '../../syntax/x12/expected';
import { useOf } from '../../syntax/x12/describe';
import { enclosing, transactionAt } from '../../syntax/x12/enclosing';
import type { Separators } from '../../syntax/x12/separators';
import type { ItemDraft, Offer } from '../completion/item';
import type { X12File } from '../project';
import { hasLines } from './format';

/** Where segments are offered: behind which one, and what an accepted one replaces. */
interface Gap {
  readonly document: X12File;
  /** Number of the segment before; -1 at the beginning. */
  readonly before: number;
  readonly separators: Separators;
  /** Elements stand behind the name already: only the name is exchanged. */
  readonly nameOnly: boolean;
  readonly snippets: boolean;
}

/** Segments for the cursor between two segments, or in a segment's name. */
export function offerSegments(document: X12File, offset: number, snippets: boolean): Offer {
  const { x12, text } = document;
  const { segments } = x12;
  const place = segments.locate(offset);
  const typedIn = place?.segment ?? -1;
  const start = typedIn >= 0 ? segments.starts[typedIn] : offset;
  let end = offset;
  while (/[A-Za-z0-9]/.test(text[end] ?? '')) end += 1;
  const before = typedIn >= 0 ? typedIn - 1 : segments.at(offset);
  const separators = segments.count > 0 ? segments.separators(Math.max(0, before)) : x12.separators;
  // A terminator must stand before a new segment, else it would be more of the one before.
  const behind = before >= 0 && text.slice(segments.ends[before], start);
  if (behind !== false && !behind.startsWith(separators.segment)) return { drafts: [], span: { start, end } };
  // In a file with lines the terminator is followed by a new line: Enter must give that, and not take what is offered first.
  const endsLine = typedIn < 0 && behind === separators.segment && /^(?:[\r\n]|$)/.test(text.slice(offset, offset + 1));
  if (endsLine && hasLines(document)) return { drafts: [], span: { start, end } };
  const gap: Gap = { document, before, separators, nameOnly: text.startsWith(separators.element, end), snippets };
  const drafts = [...inTransaction(gap), ...inEnvelope(gap)];
  const seen = new Set<string>();
  return { drafts: drafts.filter((one) => !seen.has(one.label + one.detail) && seen.add(one.label + one.detail)), span: { start, end } };
}

function inTransaction(gap: Gap): ItemDraft[] {
  const { x12 } = gap.document;
  if (gap.before < 0) return [];
  const transaction = transactionAt(x12, gap.before);
  if (!transaction || x12.segments.id(gap.before) === 'SE') return [];
  return expectedAfter(x12, gap.before).flatMap(({ id, code, name, required, loop, use }): ItemDraft[] => {
    if (id === 'ST') return [];
    const label = code && use.key?.component === 0 ? `${id}${gap.separators.element}${code}` : id;
    const note = [loop === 'ST' ? '' : loop, required ? 'required' : ''].filter(Boolean).join(' · ');
    return [{ label, detail: name, note, kind: 'keyword', ...written(gap, use) }];
  });
}

/** Beginnings and ends of groups and interchanges. */
function inEnvelope(gap: Gap): ItemDraft[] {
  const { segments } = gap.document.x12;
  const next = NEXT[gap.before < 0 ? '' : segments.id(gap.before)] ?? [];
  const { children } = envelopeGuide().root;
  const uses = children.flatMap(({ use }) => (use.kind === 'loop' ? use.children.map((child) => child.use) : [use]));
  return next.flatMap((id): ItemDraft[] => {
    const use = uses.find((one): one is SegmentUse => one.kind === 'segment' && one.id === id);
    if (use) return [{ label: id, detail: use.name, kind: 'keyword', ...written(gap, use) }];
    if (id !== 'ST') return [];
    return [{ label: id, detail: 'Beginning of the transaction', kind: 'keyword', text: gap.nameOnly ? id : id + gap.separators.element }];
  });
}

const NEXT: Readonly<Record<string, readonly string[]>> = {
  '': ['ISA'],
  ISA: ['GS', 'TA1', 'IEA'],
  TA1: ['GS', 'TA1', 'IEA'],
  GS: ['ST', 'GE'],
  SE: ['ST', 'GE'],
  GE: ['GS', 'IEA'],
  IEA: ['ISA'],
};

/** The segment with its codes and counts; what a person must say is a tab stop, or empty. */
function written(gap: Gap, use: SegmentUse): Pick<ItemDraft, 'text' | 'snippet'> {
  const { separators, snippets, nameOnly } = gap;
  if (nameOnly) return { text: use.id };
  let stop = 0;
  const known = truths(gap, use.id);
  const one = (element: ElementUse, isLead: boolean): string => {
    const truth = isLead ? undefined : known[element.number];
    if (truth !== undefined) return truth;
    if (element.components && element.usage === 'R') {
      return trimmed(
        element.components.map((part) => one(part, true)),
        separators.component,
      );
    }
    if (element.usage !== 'R') return '';
    if (element.codes?.size === 1) return [...element.codes][0];
    stop += 1;
    return snippets ? `\${${stop}:${element.name.replace(/[$}\\]/g, '')}}` : '';
  };
  const elements = use.elements.slice(0, Math.max(use.lastRequired, 1)).map((element) => one(element, false));
  const text = [use.id, ...elements].join(separators.element) + separators.segment;
  return { text, ...(snippets && stop > 0 && { snippet: true }) };
}

function trimmed(parts: readonly string[], mark: string): string {
  let last = parts.length;
  while (last > 1 && parts[last - 1] === '') last -= 1;
  return parts.slice(0, last).join(mark);
}

/** What can be counted: numbers of levels and lines, and what the trailers say. By number of the element. */
function truths({ document: { x12 }, before }: Gap, id: string): Readonly<Record<number, string>> {
  const { segments } = x12;
  const { interchange: within, group, transaction } = enclosing(x12, before);
  const count = (from: number, name: string, until: string): number => {
    let found = 0;
    for (let i = before; i >= from && segments.id(i) !== until; i -= 1) if (segments.id(i) === name) found += 1;
    return found;
  };
  switch (id) {
    case 'HL':
      return transaction ? { 1: String(count(transaction.first, 'HL', 'ST') + 1) } : {};
    case 'LX':
      return transaction ? { 1: String(count(transaction.first, 'LX', 'CLM') + 1) } : {};
    case 'SE':
      return transaction ? { 1: String(before - transaction.first + 2), 2: transaction.control } : {};
    case 'GE':
      return group ? { 1: String(group.transactions.length), 2: group.control } : {};
    case 'IEA':
      return within ? { 1: String(within.groups.length), 2: within.control } : {};
    default:
      return {};
  }
}

/** The guide's uses of the segment that stands at a place, whether or not its qualifier is written yet. */
export function usesAt({ x12 }: X12File, segment: number): readonly SegmentUse[] {
  const id = x12.segments.id(segment);
  const own = useOf(x12, segment);
  const others =
    segment > 0
      ? expectedAfter(x12, segment - 1)
          .filter((one) => one.id === id)
          .map((one) => one.use)
      : [];
  return [...new Set([...(own ? [own] : []), ...others])];
}
