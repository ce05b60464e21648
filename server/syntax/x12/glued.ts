// Segments that run into each other: the terminator between them was lost, and no line break stands there. Found where an envelope goes on behind
// its last element, or where SE counts more segments than there are.
import { isInOrder } from './check-segment';
import type { Guide, LoopUse, SegmentUse } from './guide';
import { guidesFor } from './guides';
import { Scanner } from './scan';
import type { Separators } from './separators';

/** What may stand behind the last elements of heads and ends of envelopes. */
const NEXT: Readonly<Record<string, { readonly last: readonly number[]; readonly names: readonly string[] }>> = {
  GS: { last: [8], names: ['ST'] },
  ST: { last: [2, 3], names: ['BHT', 'BPR', 'BGN', 'AK1'] },
  SE: { last: [2], names: ['GE', 'ST'] },
  GE: { last: [2], names: ['IEA', 'GS'] },
};

/** Where the next segment begins within a head or an end of an envelope; -1 where it ends as it should. */
export function gluedToEnvelope(text: string, start: number, end: number, { element }: Separators): number {
  const next = NEXT[text.slice(start, start + 2)] as (typeof NEXT)[string] | undefined;
  if (!next || text[start + 2] !== element) return -1;
  const parts = text.slice(start, Math.min(end, start + 200)).split(element);
  for (const n of next.last) {
    const name = parts.length > n + 1 ? next.names.find((each) => parts[n].endsWith(each) && parts[n].length > each.length) : undefined;
    if (name) return start + parts.slice(0, n + 1).join(element).length - name.length;
  }
  return -1;
}

/** Where SE begins within the last segment of a transaction, if its count is right then; else -1. `size` counts the segments from ST to this one. */
export function gluedEnd(text: string, start: number, end: number, { element }: Separators, size: number, control: string): number {
  const from = Math.max(start, end - 40);
  const tail = `SE${element}${size + 1}${element}${control}`;
  return text.slice(from, end).endsWith(tail) && end - tail.length > start ? end - tail.length : -1;
}

/** In longer transactions nobody looks, nor where SE counts many more segments than there are. */
const LONGEST = 5000,
  MOST = 5;

/** A transaction with its segments. */
export interface Counted {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly first: number;
  /** Behind SE. */
  readonly end: number;
  readonly type: string;
  readonly version: string;
  readonly groupVersion: string;
}

/**
 * Where segments begin within others, in file order: as many at most as SE counts too many. Each is wrong as it stands, and both are right
 * apart.
 */
export function gluedSegments(text: string, separators: Separators, said: string, counted: Counted): { segment: number; at: number }[] {
  const { starts, ends, first, end, type, version, groupVersion } = counted;
  const lost = /^\d{1,6}$/.test(said) ? Number(said) - (end - first) : 0;
  if (lost <= 0 || lost > MOST || end - first > LONGEST) return [];
  const guide = guidesFor(type).find(({ versions, earlier }) =>
    [version, groupVersion].some((stated) => versions.includes(stated) || earlier.includes(stated)),
  );
  if (!guide) return [];
  const found: { segment: number; at: number }[] = [];
  for (let i = first + 1; i < end; i++) {
    const at = seam(text.slice(starts[i], ends[i]), separators, guide);
    if (at > 0) found.push({ segment: i, at: starts[i] + at });
  }
  return found.length <= lost ? found : [];
}

/** Where another segment begins in the text of one; -1 where none does. */
function seam(text: string, separators: Separators, guide: Guide): number {
  const { element } = separators;
  let from = text.indexOf(element);
  const id = text.slice(0, from);
  for (let at = text.indexOf(element, from + 1); at >= 0; at = text.indexOf(element, (from = at) + 1)) {
    for (const length of [3, 2]) {
      const begin = at - length;
      if (begin <= from + 1 || !guide.segments.has(text.slice(begin, at))) continue;
      const isWhole = fitsAny(text, id, separators, guide);
      if (isWhole) return -1;
      if (fitsAny(text.slice(0, begin), id, separators, guide) && fitsAny(text.slice(begin), text.slice(begin, at), separators, guide))
        return begin;
    }
  }
  return -1;
}

/** Does a segment fit any of its uses? */
function fitsAny(text: string, id: string, separators: Separators, guide: Guide): boolean {
  return (usesOf(guide).get(id) ?? []).some((use) => isInOrder({ text, separators }, use, new Scanner(text, separators)));
}

const known = new WeakMap<Guide, ReadonlyMap<string, readonly SegmentUse[]>>();

/** The uses of segments in a guide by their names. */
function usesOf(guide: Guide): ReadonlyMap<string, readonly SegmentUse[]> {
  let uses = known.get(guide);
  if (!uses) {
    const all = new Map<string, SegmentUse[]>();
    const collect = ({ children }: LoopUse): void => {
      for (const { use } of children) {
        if (use.kind === 'loop') collect(use);
        else all.set(use.id, [...(all.get(use.id) ?? []), use]);
      }
    };
    collect(guide.root);
    known.set(guide, (uses = all));
  }
  return uses;
}
