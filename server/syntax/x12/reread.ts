// Reads a text again after a change: only the segments around it. What encloses transactions is read in full.
import { changedOffsets } from '../offsets';
import type { Problem } from '../tree';
import type { Interchange } from './envelopes';
import { readX12, type X12Document } from './read';
import { SegmentTable } from './segments';
import { transactionAt } from './enclosing';
import { gluedSegments } from './glued';
import { mayBeHarmed } from './mended';
import { readHeader } from './separators';
import { SEEN, usedSeparators } from './used-separators';

/** The segments that were read again. */
export interface Reread {
  readonly document: X12Document;
  /** From segment `from` to before `oldEnd` in the text before, to before `newEnd` in this one. Undefined where all was read. */
  readonly change: { readonly from: number; readonly oldEnd: number; readonly newEnd: number } | undefined;
}

/** Gives the same document as `readX12(text)`. The one before is used up. */
export function rereadX12(before: X12Document, text: string, difference = textChange(before.text, text)): Reread {
  return readAround(before, text, difference) ?? { document: readX12(text), change: undefined };
}

/** As many segments behind the change are looked at in the hope of meeting one that did not change. */
const FURTHEST = 8;

function readAround(before: X12Document, text: string, { start, oldEnd, newEnd }: ReturnType<typeof textChange>): Reread | undefined {
  const { segments } = before;
  const by = newEnd - oldEnd;
  // A change at the first character of a segment may join it to the one before.
  let from = segments.at(start - 1);
  // Nor does it end what stands before by itself where that has no terminator: it ended as this began.
  while (from > 0 && !before.text.startsWith(segments.separators(from - 1).segment, segments.ends[from - 1])) from -= 1;
  // What follows a level tells of which kind it is.
  if (from > 0 && segments.id(from - 1) === 'HL') from -= 1;
  const inside = insideOf(before, from);
  // A change may turn a file into a wrapped or quoted one, or back.
  if (
    !inside ||
    !isReadAlike(before, text, inside.isa, start) ||
    before.joined ||
    mayBeHarmed(text) ||
    before.problems.length >= MOST_PROBLEMS
  )
    return undefined;
  const first = segments.starts[from];
  const next = segments.at(oldEnd) + 1;
  for (let to = next; to <= inside.last && to < next + FURTHEST; to++) {
    const read = readPlain(text.slice(first, segments.starts[to] + by), before, from);
    if (read === 'envelope') return undefined;
    if (read) {
      const reread = joined(before, text, from, to, read, by);
      return isDivided(reread.document, from) ? undefined : reread;
    }
  }
  return undefined;
}

const MOST_PROBLEMS = 1000;

/** Do the delimiters stay, which the first segments of an interchange tell? */
function isReadAlike({ segments }: X12Document, text: string, isa: number, changed: number): boolean {
  const from = segments.starts[isa];
  if (changed > from + 2 * SEEN) return true;
  const { end, separators } = readHeader(text, from);
  const used = usedSeparators(text, end, separators),
    known = segments.separators(isa + 1);
  return (['element', 'segment', 'component', 'repetition'] as const).every((each) => used[each] === known[each]);
}

/** Would segments be taken apart that run into each other? Where that was so before they may have grown together. */
function isDivided({ text, segments, interchanges, problems }: X12Document, segment: number): boolean {
  const transaction = transactionAt({ interchanges }, segment);
  if (transaction?.se === undefined) return false;
  const { first, end, se } = transaction;
  const from = segments.starts[first],
    to = segments.ends[se];
  const glued = problems.some(
    ({ kind, span }) => kind === 'missing-terminator' && span.start >= from && span.end <= to && /[A-Z]/.test(text.charAt(span.end)),
  );
  if (glued) return true;
  const { starts, ends } = segments;
  return gluedSegments(text, segments.separators(first), segments.text(se, 1), { ...transaction, starts, ends, end }).length > 0;
}

/** The transaction of an interchange with a head and an end in which a segment of data stands. `last`: the number of its SE. */
function insideOf({ interchanges }: X12Document, segment: number): { readonly isa: number; readonly last: number } | undefined {
  for (const { isa, groups } of interchanges) {
    if (isa === undefined) continue;
    for (const { transactions } of groups) {
      for (const { first, end, st, se } of transactions) {
        if (first < segment && segment < end) return st !== undefined && se !== undefined && segment < se ? { isa, last: se } : undefined;
      }
    }
  }
  return undefined;
}

/** Reads a stretch of whole segments. Undefined where it does not end with one; `envelope` where more than data stands in it. */
function readPlain(stretch: string, before: X12Document, from: number): X12Document | 'envelope' | undefined {
  const separators = before.segments.separators(from);
  const read = readX12(stretch, separators);
  const [interchange, ...others] = read.interchanges;
  const group = interchange?.groups[0],
    transaction = group?.transactions[0];
  // How far binary data reach is told by what follows.
  const binary = /^\s*B(IN|DS)|[^A-Za-z0-9 ]B(IN|DS)/.test(stretch);
  if (
    binary ||
    !transaction ||
    others.length > 0 ||
    interchange.isa !== undefined ||
    group.gs !== undefined ||
    transaction.st !== undefined ||
    transaction.end !== read.segments.count ||
    read.problems.some(({ kind }) => kind === 'misplaced-segment' || kind === 'unreadable-text')
  )
    return 'envelope';
  const end = read.segments.ends[read.segments.count - 1];
  const rest = stretch.slice(end),
    { segment } = separators;
  if (segment === '\n' || segment === '\r') return /^[\r\n]+$/.test(rest) && rest.includes(segment) ? read : undefined;
  // Blanks at the end would be told only by what follows.
  return rest[0] === segment && /^\S[\r\n]*$/.test(rest) ? read : undefined;
}

function joined(before: X12Document, text: string, from: number, to: number, read: X12Document, by: number): Reread {
  const { starts, ends, eras } = before.segments;
  const newEnd = from + read.segments.count;
  const base = starts[from],
    stop = starts[to];
  // Before the places that they are read from have moved.
  const names = changedNames(before.segments.names, read.segments.names, from, to);
  const changed = (old: Uint32Array, own: Uint32Array): Uint32Array =>
    changedOffsets(old, { from, to, own: own.map((one) => one + base), by });
  const more = newEnd - to;
  const moved = (number: number): number => (number <= from ? number : number + more);
  const segments = new SegmentTable(
    text,
    changed(starts, read.segments.starts),
    changed(ends, read.segments.ends),
    eras.map((era) => ({ ...era, from: moved(era.from) })),
    before.separators,
    undefined,
    names,
  );
  const problems = [
    ...before.problems.filter(({ span }) => span.start < base),
    ...read.problems.map((one) => shifted(one, base)),
    ...before.problems.filter(({ span }) => span.start >= stop).map((one) => shifted(one, by)),
  ];
  const interchanges = before.interchanges.map((one) => movedInterchange(one, moved));
  return { document: { text, segments, separators: before.separators, interchanges, problems }, change: { from, oldEnd: to, newEnd } };
}

/** Uses up the names before, where as many segments have come as have gone. */
function changedNames(names: Uint16Array, own: Uint16Array, from: number, to: number): Uint16Array {
  const more = own.length - (to - from);
  const all = more === 0 ? names : new Uint16Array(names.length + more);
  if (all !== names) {
    all.set(names.subarray(0, from));
    all.set(names.subarray(to), to + more);
  }
  all.set(own, from);
  return all;
}

function shifted(found: Problem, by: number): Problem {
  const move = ({ start, end }: Problem['span']) => ({ start: start + by, end: end + by });
  const fix = found.fix && { ...found.fix, edits: found.fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })) };
  return { ...found, span: move(found.span), ...(fix && { fix }) };
}

function movedInterchange(interchange: Interchange, moved: (number: number) => number): Interchange {
  const range = <T extends { first: number; end: number }>(one: T): T => ({ ...one, first: moved(one.first), end: moved(one.end) });
  const some = (number: number | undefined): number | undefined => (number === undefined ? undefined : moved(number));
  return {
    ...range(interchange),
    isa: some(interchange.isa),
    iea: some(interchange.iea),
    groups: interchange.groups.map((group) => ({
      ...range(group),
      gs: some(group.gs),
      ge: some(group.ge),
      transactions: group.transactions.map((one) => ({ ...range(one), st: some(one.st), se: some(one.se) })),
    })),
  };
}

/** Characters that are compared at a time. */
const CHUNK = 4096;

/** Where two texts differ: everything before `start` and behind the ends is the same. */
export function textChange(old: string, text: string): { start: number; oldEnd: number; newEnd: number } {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start + CHUNK <= most && old.slice(start, start + CHUNK) === text.slice(start, start + CHUNK)) start += CHUNK;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let behind = 0;
  const rest = most - start;
  const same = (length: number): boolean =>
    old.slice(old.length - behind - length, old.length - behind) === text.slice(text.length - behind - length, text.length - behind);
  while (behind + CHUNK <= rest && same(CHUNK)) behind += CHUNK;
  while (behind < rest && old.charCodeAt(old.length - behind - 1) === text.charCodeAt(text.length - behind - 1)) behind++;
  return { start, oldEnd: old.length - behind, newEnd: text.length - behind };
}
