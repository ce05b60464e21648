// Finds what stands at an offset of a superbill document: the line's entry, its token, and the blocks around it.
import { countFitting } from '../syntax/sorted';
import { type Span, touches } from '../syntax/tree';
import type { Claim } from '../model/claim';
import type { Encounter } from '../model/definitions';
import { resolveClaim } from '../model/resolve';
import { ENCOUNTER } from '../syntax/superbill/grammar';
import type { Entry, SuperbillTree, Token } from '../syntax/superbill/nodes';
import type { SuperbillDocument } from './project';
import type { World } from './world';

export interface Found {
  /** The entry whose line holds the offset; undefined on a blank line or in a comment. */
  readonly entry: Entry | undefined;
  readonly token: Token | undefined;
  /** The open entry that a new line at this place would belong to, outermost first. */
  readonly path: readonly Entry[];
}

/** The innermost thing at an offset. */
export function locate(tree: SuperbillTree, offset: number): Found {
  const path: Entry[] = [];
  let entries = tree.blocks;
  for (;;) {
    const next = lastStartingBefore(entries, offset);
    if (!next) break;
    path.push(next);
    if (isNoteAt(next, offset)) break;
    entries = next.entries;
  }
  const last = path.at(-1);
  const onLine = last && (lineHolds(last, offset) || isNoteAt(last, offset));
  const token = onLine ? tokenAt(last.tokens, offset) : undefined;
  return { entry: onLine ? last : undefined, token, path };
}

function lastStartingBefore(entries: readonly Entry[], offset: number): Entry | undefined {
  const count = countFitting(entries, ({ line }) => line.span.start <= offset);
  const last: Entry | undefined = entries[count - 1];
  if (last && last.span.end < offset) {
    // A line in the wrong place may stand inside of the block before it.
    for (let at = count - 2; at >= 0 && at > count - 2 - LOOK_BACK; at -= 1) if (entries[at].span.end >= offset) return entries[at];
  }
  return last;
}

const LOOK_BACK = 4;

/** The encounter in whose block the offset lies: up to the next block, blank lines included. */
export function encounterAt({ tree, definitions }: SuperbillDocument, offset: number): Encounter | undefined {
  const block = lastStartingBefore(tree.blocks, offset);
  if (block?.spec !== ENCOUNTER) return undefined;
  const { encounters } = definitions;
  const found: Encounter | undefined = encounters[countFitting(encounters, ({ span }) => span.start < block.span.start)];
  return found?.span.start === block.span.start ? found : undefined;
}

/** The claim in whose encounter the offset lies. */
export function claimAt(document: SuperbillDocument, offset: number, world: World): Claim | undefined {
  const encounter = encounterAt(document, offset);
  return encounter && resolveClaim(encounter, world.workspace);
}

/** The day by which codes are judged at a place: the encounter's, else today. */
export function dayOf(document: SuperbillDocument, offset: number, world: World): string {
  return encounterAt(document, offset)?.date?.value.from ?? world.today;
}

function lineHolds(entry: Entry, offset: number): boolean {
  const { span, comment } = entry.line;
  const isInside = span.start <= offset && offset < Math.max(span.end, span.start + 1) && !(comment && offset >= comment.start);
  return isInside || offset === entry.line.content.end;
}

function isNoteAt(entry: Entry, offset: number): boolean {
  return entry.spec?.free === true && touches(entry.span, offset);
}

/** The smallest token that touches the offset; of two neighbours the one that begins there. */
function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  let best: Token | undefined;
  for (const token of tokens) {
    if (!touches(token.span, offset)) continue;
    if (!best || size(token.span) < size(best.span) || (token.span.start === offset && best.span.end === offset)) best = token;
  }
  return best;
}

function size(span: Span): number {
  return span.end - span.start;
}

/** All entries of a tree, outer before inner. */
export function* entriesOf(entries: readonly Entry[]): Generator<Entry> {
  const open = [...entries].reverse();
  for (let entry = open.pop(); entry; entry = open.pop()) {
    yield entry;
    for (let at = entry.entries.length - 1; at >= 0; at -= 1) open.push(entry.entries[at]);
  }
}
