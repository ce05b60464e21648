// An X12 file in pieces that are judged one by one, and what is kept of them when the file changes.
import { ClaimMarks, type Repeated } from '../../model/earlier-claims';
import { writesLongZips } from '../../model/habits';
import type { RuleWorld } from '../../rules/run';
import { inOneGo, type Steps } from '../../syntax/steps';
import { guideOf } from '../../syntax/x12/guides';
import type { Guide } from '../../syntax/x12/guide';
import { nameNumber } from '../../syntax/x12/names';
import { nextLead } from '../../syntax/x12/nearby';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import type { Reread } from '../../syntax/x12/reread';
import type { Level } from '../../syntax/x12/check-levels';
import type { WalkState } from '../../syntax/x12/walk';
import type { Found, Said } from './found';
import type { Tally } from './located';

/**
 * A transaction's head, or what stands from one of its leads (a level, a claim payment, a member) to the next. What is known of it stays
 * true as long as its text, what stands above it and where the walk begins are the same.
 */
export interface Piece {
  /** Number of its first segment: moves with changes before it. */
  first: number;
  /** HL03, '' for a transaction's head and where there are no levels. */
  readonly level: string;
  /** Where the walk along the guide stood behind its first segment. */
  state: WalkState | undefined;
  /** What the guide says; undefined where it is to be asked. */
  guide: readonly Found[] | undefined;
  /** The levels in it, or what they were before a change. Numbers of segments count from the piece's first. */
  levels: readonly Level[];
  /** What rules say of the piece alone; undefined where they are to be asked. */
  rules: RuleFindings | undefined;
  /** How many of the file's claim marks are its own. */
  claims: number;
  /** What the guide and rules say of it, put together. */
  said: Said | undefined;
  /** Where the segments of its file start. */
  readonly offsets: Offsets;
}

/** Where the segments of a file start: follows its changes. */
export interface Offsets {
  starts: Uint32Array;
}

export interface RuleFindings extends Tally {
  readonly found: readonly Found[];
  readonly above: Above;
  readonly day: string;
  /** Of each claim; undefined where none repeats another. */
  readonly repeated: readonly Repeated[] | undefined;
}

/** The pieces whose words hold for a level, too: the transaction's head, and the levels above. */
export interface Above {
  readonly head: Piece | undefined;
  readonly provider: Piece | undefined;
  readonly holder: Piece | undefined;
}

/** A transaction. */
export interface Part {
  readonly transaction: Transaction;
  readonly guide: Guide | undefined;
  readonly pieces: Piece[];
  /** Rules need be asked only of claims in these pieces, from one to before another. */
  due: { readonly from: number; readonly to: number };
  /** The numbers of its levels are known to be right. */
  levelsHold: boolean;
  /** The day for which rules are known to say nothing of the envelopes. */
  enclosedWell: string | undefined;
  /** What rules say that look at the whole of a transaction. */
  whole: { readonly found: readonly Found[]; readonly day: string } | undefined;
}

/** What is known of a file, and what that stands on. */
export interface Known {
  readonly parts: Part[];
  readonly offsets: Offsets;
  readonly marks: ClaimMarks;
  /** Is it known of each claim which ones it repeats? */
  repeats: boolean;
  readonly world: RuleWorld;
  readonly generation: number;
  /** The file's day, by which codes are judged. */
  readonly day: string;
  /** What rules know of the whole file. */
  readonly longZips: boolean;
}

const kept = new WeakMap<X12Document, Known>();

/** What is known of a file, if it is judged by the same as before; else its pieces, of which nothing is known yet. */
export function* knownOf(document: X12Document, world: RuleWorld, generation: number, day: string): Steps<Known> {
  const before = kept.get(document);
  const longZips = writesLongZips(document);
  const isSame = before?.generation === generation && before.day === day && before.longZips === longZips;
  if (before && isSame && isSameWorld(before.world, world)) return before;
  const offsets = { starts: document.segments.starts };
  const known = {
    parts: yield* partsOf(document, offsets),
    offsets,
    marks: new ClaimMarks(),
    repeats: false,
    world,
    generation,
    day,
    longZips,
  };
  kept.set(document, known);
  return known;
}

function isSameWorld(one: RuleWorld, other: RuleWorld): boolean {
  return (
    one.codes === other.codes &&
    one.workspace === other.workspace &&
    one.today === other.today &&
    one.settings.rules === other.settings.rules &&
    one.settings.payers === other.settings.payers
  );
}

function* partsOf(document: X12Document, offsets: Offsets): Steps<Part[]> {
  const parts: Part[] = [];
  for (const transaction of transactionsOf(document)) {
    parts.push(yield* newPart(document, transaction, guideOf(document, transaction), offsets));
    yield;
  }
  return parts;
}

function transactionsOf({ interchanges }: X12Document): Transaction[] {
  return interchanges.flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));
}

/** So many segments are looked at in one step. */
const AT_ONCE = 10_000;

function* newPart(document: X12Document, transaction: Transaction, guide: Guide | undefined, offsets: Offsets): Steps<Part> {
  const { first, end } = transaction;
  const pieces = [newPiece(document, first, offsets)];
  for (let i = first + 1; guide && i < end; ) {
    const stop = Math.min(end, i + AT_ONCE);
    addPieces(document, guide, i, stop, pieces);
    i = stop;
    yield;
  }
  return { transaction, guide, pieces, due: ALL, levelsHold: false, enclosedWell: undefined, whole: undefined };
}

const ALL: Part['due'] = { from: 0, to: Infinity };
export const NONE: Part['due'] = { from: 0, to: 0 };

/** Adds those that begin from one segment to before another to pieces of the same file. */
function addPieces(document: X12Document, guide: Guide, from: number, end: number, pieces: Piece[]): void {
  const [{ offsets }] = pieces;
  for (let i = nextLead(document, guide, from, end); i < end; i = nextLead(document, guide, i + 1, end))
    pieces.push(newPiece(document, i, offsets));
}

function newPiece(document: X12Document, first: number, offsets: Offsets): Piece {
  const { segments } = document;
  const level = segments.names[first] === LEVEL ? segments.text(first, 3) || 'none' : '';
  return { first, level, state: undefined, guide: undefined, levels: NO_LEVELS, rules: undefined, claims: 0, said: undefined, offsets };
}

const LEVEL = nameNumber('HL');
const NO_LEVELS: readonly Level[] = [];

/** Claims are read from their file and judged one by one. */
export const isClaimFile = ({ transaction, guide }: Part): boolean => transaction.type === '837' && guide !== undefined;

/** Forgets what is known of a piece, but for where it begins and what it said of its levels and claims. */
export function forget(piece: Piece): Piece {
  return { ...piece, guide: undefined, rules: undefined, said: undefined };
}

/** Makes one piece of a part. Its claims stay marked as they are. */
export function unite(part: Part): void {
  const { pieces } = part;
  part.due = ALL;
  const claims = pieces.reduce((sum, piece) => sum + piece.claims, 0);
  pieces.splice(0, pieces.length, { ...forget(pieces[0]), levels: NO_LEVELS, claims });
}

/** Moves what is known of a document to the same one after a change, without what the change may concern. */
export function carryPieces(before: X12Document, document: X12Document, change: NonNullable<Reread['change']>): void {
  const known = kept.get(before);
  if (!known) return;
  kept.delete(before);
  const transactions = transactionsOf(document);
  if (transactions.length !== known.parts.length) return;
  const by = change.newEnd - change.oldEnd;
  known.offsets.starts = document.segments.starts;
  const parts = known.parts.map((part, n): Part => {
    const transaction = transactions[n];
    if (part.transaction.end <= change.from) return { ...part, transaction };
    if (part.transaction.first < change.oldEnd) return changedPart(document, part, transaction, change);
    for (const piece of part.pieces) piece.first += by;
    return { ...part, transaction };
  });
  kept.set(document, { ...known, parts });
}

function changedPart(
  document: X12Document,
  part: Part,
  transaction: Transaction,
  { from, oldEnd, newEnd }: NonNullable<Reread['change']>,
): Part {
  const guide = guideOf(document, transaction);
  const { pieces } = part;
  // They were united because so much was out of order: it may be so no longer.
  if (guide !== part.guide || pieces.length === 1) {
    const anew = inOneGo(newPart(document, transaction, guide, pieces[0].offsets));
    anew.pieces[0].claims = pieces.reduce((sum, piece) => sum + piece.claims, 0);
    return anew;
  }
  const by = newEnd - oldEnd,
    { length } = pieces;
  // The first segment of a piece is checked with the piece before it.
  const n = Math.max(0, firstFrom(pieces, from) - 1);
  const changed =
    pieces[n].first < from ? forget(pieces[n]) : { ...newPiece(document, transaction.first, pieces[n].offsets), claims: pieces[n].claims };
  const anew = [changed];
  if (guide) addPieces(document, guide, Math.max(from, changed.first + 1), newEnd, anew);
  let next = n + 1;
  for (; next < length && pieces[next].first < oldEnd; next += 1) changed.claims += pieces[next].claims;
  const gone = pieces.splice(n, next - n, ...anew);
  // By what they said of their levels is told whether it is still the same.
  if (gone.length === anew.length) for (let i = 0; i < anew.length; i += 1) anew[i].levels = gone[i].levels;
  const due = part.due === NONE ? { from: n, to: standsUntil(pieces, n + anew.length, [...gone, ...anew]) } : ALL;
  if (by !== 0) for (let i = n + anew.length; i < pieces.length; i += 1) pieces[i].first += by;
  return { ...part, transaction, guide, due, levelsHold: part.levelsHold && pieces.length === length, whole: undefined };
}

/** The piece up to which claims may stand on something that has changed: patients on their policy holder, all on what encloses them. */
function standsUntil(pieces: readonly Piece[], from: number, changed: readonly Piece[]): number {
  if (changed.some(({ level }) => level !== '22' && level !== '23')) return Infinity;
  let until = from;
  if (changed.some(({ level }) => level === '22'))
    while (until < pieces.length && pieces[until].level !== '22' && pieces[until].level !== '20') until += 1;
  return until;
}

/** The number of the first piece that begins at a segment, or behind it. */
function firstFrom(pieces: readonly Piece[], segment: number): number {
  let low = 0;
  for (let high = pieces.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (pieces[middle].first < segment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The piece in which an offset lies: mostly the one that is judged. */
export function pieceAt({ segments }: X12Document, pieces: readonly Piece[], usual: Piece, offset: number): Piece {
  const segment = segments.at(offset);
  let low = 0;
  for (let high = pieces.length; low + 1 < high; ) {
    const middle = (low + high) >> 1;
    if (pieces[middle].first <= segment) low = middle;
    else high = middle;
  }
  return pieces[low].first <= segment ? pieces[low] : usual;
}
