// An X12 file in pieces that are judged one by one: after a change only the pieces are judged again that it can concern.
import { type ClaimMark, EarlierClaims, type Repeated } from '../model/earlier-claims';
import { claimReader, type ClaimReader } from '../model/lower-837';
import type { Source } from '../model/value';
import type { Finding, Fix, Severity } from '../rules/rule';
import { type RuleWorld, type X12Rules, x12Rules } from '../rules/run';
import type { Steps } from '../syntax/steps';
import type { Span } from '../syntax/tree';
import { checkEnvelopes } from '../syntax/x12/check-envelopes';
import { guideOf } from '../syntax/x12/guides';
import type { Guide } from '../syntax/x12/guide';
import { readX12, type Transaction, type X12Document } from '../syntax/x12/read';
import type { Reread } from '../syntax/x12/reread';
import { checkLevels, type GuideCheck, guideCheck, type Level, type ValidateOptions, type X12Problem } from '../syntax/x12/validate';
import { isSameState, type WalkState } from '../syntax/x12/walk';
import { type JoinedLines, unjoinedFinding } from '../syntax/x12/wrapped';
import { codeJudge, findingOf, placed } from './check-x12';

/**
 * A transaction's head, a level of a claim file (HL) with the claims that stand directly in it, or a transaction of another kind
 * as a whole. What is known of it stays true as long as its text, what stands above it and where the walk begins are the same.
 */
interface Piece {
  /** Number of its first segment: moves with changes before it. */
  first: number;
  /** HL03, '' for a transaction's head. */
  readonly level: string;
  /** Where the walk along the guide stood behind its first segment. */
  state: WalkState | undefined;
  guide: GuideFindings | undefined;
  rules: RuleFindings | undefined;
}

interface GuideFindings {
  readonly problems: readonly Found[];
  /** Numbers of segments count from the piece's first. */
  readonly levels: readonly Level[];
}

interface RuleFindings {
  readonly found: readonly Found[];
  readonly above: Above;
  readonly day: string;
  readonly claims: readonly { readonly mark: ClaimMark; readonly repeated: Repeated }[];
}

/** The pieces whose words hold for a level, too: the transaction's head, and the levels above. */
interface Above {
  readonly head: Piece | undefined;
  readonly provider: Piece | undefined;
  readonly holder: Piece | undefined;
}

/** A finding by its place in a piece. */
interface Found {
  readonly piece: Piece;
  readonly finding: Finding;
  /** Pieces in which the edits of its fixes stand, in their order. */
  readonly edited: readonly Piece[];
  readonly isByGuide: boolean;
  /** The guide says this of an element. */
  readonly isOfElement: boolean;
}

interface Part {
  readonly transaction: Transaction;
  readonly guide: Guide | undefined;
  readonly pieces: Piece[];
}

interface Kept {
  readonly parts: Part[];
  readonly world: RuleWorld;
  readonly generation: number;
  /** The file's day, by which codes are judged. */
  readonly day: string;
}

const kept = new WeakMap<X12Document, Kept>();

/** How many findings of one file are kept: nobody reads more. */
const MOST = 10_000;
const FURTHER = 'There are more problems than are shown: correct these first';

/** A finding that knows its place, but is not made before it is wanted: a file may have thousands. */
export interface LocatedFinding {
  /** 0 for an error, then upwards. */
  readonly rank: number;
  readonly start: number;
  make(): Finding;
}

/** All findings, in the order of the text. */
export function* checkPieces(document: X12Document, source: Source, world: RuleWorld): Steps<Finding[]> {
  return (yield* locateFindings(document, source, world, 0)).map((one) => one.make());
}

/** A wrapped file is judged with its lines joined, and that it is wrapped is told once. */
function* findingsOfWrapped(joined: JoinedLines, source: Source, world: RuleWorld, generation: number): Steps<LocatedFinding[]> {
  const found = yield* locateFindings(readX12(joined.text, undefined, true), { ...source, text: joined.text }, world, generation);
  const wrapped = findingOf(joined.problem);
  const moved = found.map((one) => ({
    rank: one.rank, start: joined.original(one.start), make: () => unjoinedFinding(one.make(), joined),
  }));
  return [{ rank: 0, start: wrapped.span.start, make: () => wrapped }, ...moved].sort((a, b) => a.start - b.start);
}

/**
 * The same, for whoever wants few of them: those of pieces that are still right, and the others' anew. `generation` tells
 * whether what the file is judged by is still the same.
 */
export function* locateFindings(document: X12Document, source: Source, world: RuleWorld, generation: number): Steps<LocatedFinding[]> {
  if (document.joined) return yield* findingsOfWrapped(document.joined, source, world, generation);
  const told: Finding[] = [];
  const rules = x12Rules(source, world, told);
  const first = document.interchanges[0]?.groups[0]?.transactions[0];
  const day = first ? rules.dayOf(document, first) : world.today;
  const before = kept.get(document);
  const holds = before && before.generation === generation && before.day === day && isSameWorld(before.world, world);
  const parts = holds ? before.parts : yield* partsOf(document);
  if (!holds) kept.set(document, { parts, world, generation, day });

  const judge = codeJudge(world.codes, () => day);
  const judged = (problem: X12Problem): X12Problem => judge.judged(problem, document.text.slice(problem.span.start, problem.span.end));
  const problems: X12Problem[] = [];
  checkEnvelopes(document, (one) => { if (problems.length <= MOST) problems.push(one); }, () => problems.length > MOST);
  const byGuide: Found[] = [];
  for (const part of parts) {
    if (byGuide.length + problems.length > MOST) break;
    yield* checkGuide(document, part, { known: judge.known }, judged, byGuide);
    const levels: Level[] = [], from: number[] = [];
    for (const piece of part.pieces) for (const level of piece.guide?.levels ?? NO_LEVELS) from[levels.push(level) - 1] = piece.first;
    checkLevels(document, part.transaction, levels, problems, from);
    yield;
  }
  const ofEnvelopes = problems.map((problem): Found => ({ ...foundIn(WHOLE, document, findingOf(judged(problem))), isByGuide: true, isOfElement: isOfElement(problem) }));
  const byRules = yield* checkRules(document, source, parts, rules, told);
  yield;
  return inOrder(document, [...ofEnvelopes, ...byGuide], byRules);
}

const NO_LEVELS: readonly Level[] = [];

/** Stands for the document, for what is found anew each time. */
const WHOLE: Piece = { first: -1, level: '', state: undefined, guide: undefined, rules: undefined };

/** All of them by their places. What the guide says of an element is enough: a rule would say the same in other words. */
function inOrder(document: X12Document, byGuide: readonly Found[], byRules: readonly Found[]): LocatedFinding[] {
  const { starts } = document.segments;
  const startOf = ({ piece, finding }: Found): number => finding.span.start + (piece === WHOLE ? 0 : starts[piece.first]);
  const enough = new Set<number>();
  const all: Located[] = [];
  const add = (found: Found): void => {
    const start = startOf(found);
    const { span: { start: from, end } } = found.finding;
    if (found.isOfElement) enough.add(placeOf(start, end - from));
    else if (!found.isByGuide && enough.has(placeOf(start, end - from))) return;
    all.push(new Located(document, found, start));
  };
  for (const found of byGuide) add(found);
  for (const found of byRules) add(found);
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  const once = all.filter((one, i) => i === 0 || !one.isLike(all[i - 1]));
  if (once.length <= MOST) return once;
  const last = once[MOST - 1];
  return [...once.slice(0, MOST), { rank: RANKS.information, start: last.start, make: () => ({ ...last.make(), rule: 'x12/further-problems', severity: 'information', message: FURTHER, fixes: [] }) }];
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** A class, since there are thousands of them. */
class Located implements LocatedFinding {
  readonly end: number;
  readonly rank: number;

  constructor(private readonly document: X12Document, private readonly found: Found, readonly start: number) {
    const { span: { start: from, end }, severity } = found.finding;
    this.end = start + end - from;
    this.rank = RANKS[severity];
  }

  /** What stands above several claims may be judged with each of them. */
  isLike({ found, start, end }: Located): boolean {
    const { rule, message } = this.found.finding;
    return start === this.start && end === this.end && !found.isByGuide && !this.found.isByGuide && found.finding.rule === rule && found.finding.message === message;
  }

  make(): Finding {
    return moved(this.document, this.found);
  }
}

const isOfElement = ({ span, element }: X12Problem): boolean => span.end > span.start && element !== undefined;

/** A span as one number. */
const placeOf = (start: number, length: number): number => start * 8192 + Math.min(length, 8191);

function isSameWorld(one: RuleWorld, other: RuleWorld): boolean {
  return one.codes === other.codes && one.workspace === other.workspace && one.today === other.today
    && one.settings.rules === other.settings.rules && one.settings.payers === other.settings.payers;
}

function* partsOf(document: X12Document): Steps<Part[]> {
  const parts: Part[] = [];
  for (const { groups } of document.interchanges) {
    for (const { transactions } of groups) {
      for (const transaction of transactions) {
        const guide = guideOf(document, transaction);
        parts.push({ transaction, guide, pieces: piecesOf(document, transaction, guide) });
        yield;
      }
    }
  }
  return parts;
}

function piecesOf(document: X12Document, transaction: Transaction, guide: Guide | undefined): Piece[] {
  const pieces = [newPiece(document, transaction.first)];
  if (!isDivided(transaction, guide)) return pieces;
  for (let i = transaction.first + 1; i < transaction.end; i += 1) if (isLevel(document, i)) pieces.push(newPiece(document, i));
  return pieces;
}

const isDivided = ({ type }: Transaction, guide: Guide | undefined): boolean => type === '837' && guide !== undefined;

function isLevel({ text, segments }: X12Document, segment: number): boolean {
  const start = segments.starts[segment];
  return text.charCodeAt(start) === 72 && text.charCodeAt(start + 1) === 76 && segments.id(segment) === 'HL';
}

function newPiece(document: X12Document, first: number): Piece {
  const level = isLevel(document, first) ? document.segments.text(first, 3) || 'none' : '';
  return { first, level, state: undefined, guide: undefined, rules: undefined };
}

/** Moves what is known of a document to the same one after a change, without what the change may concern. */
export function carryPieces(before: X12Document, document: X12Document, { from, oldEnd, newEnd }: NonNullable<Reread['change']>): void {
  const known = kept.get(before);
  if (!known) return;
  kept.delete(before);
  const by = newEnd - oldEnd;
  const transactions = document.interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.transactions));
  if (transactions.length !== known.parts.length) return;
  const parts = known.parts.map((part, n): Part => {
    const transaction = transactions[n];
    const guide = guideOf(document, transaction);
    if (part.transaction.end <= from) return { ...part, transaction };
    if (part.transaction.first >= oldEnd) {
      for (const piece of part.pieces) piece.first += by;
      return { ...part, transaction };
    }
    const same = guide === part.guide;
    return { transaction, guide, pieces: same ? changedPieces(document, { ...part, transaction }, from, oldEnd, newEnd) : piecesOf(document, transaction, guide) };
  });
  kept.set(document, { ...known, parts });
}

function changedPieces(document: X12Document, { transaction, guide, pieces }: Part, from: number, oldEnd: number, newEnd: number): Piece[] {
  const by = newEnd - oldEnd;
  const all: Piece[] = [];
  let next = 0;
  // They were one because so much was out of order: it may be so no longer.
  if (pieces.length === 1 && isDivided(transaction, guide)) return piecesOf(document, transaction, guide);
  // The first segment of a piece is checked with the piece before it.
  for (; next < pieces.length && pieces[next].first < from; next += 1) all.push(pieces[next]);
  const changed = all.pop();
  if (changed) all.push(renewed(changed));
  if (isDivided(transaction, guide)) {
    for (let i = from; i < newEnd; i += 1) if (isLevel(document, i)) all.push(newPiece(document, i));
  }
  for (; next < pieces.length; next += 1) {
    if (pieces[next].first < oldEnd) continue;
    pieces[next].first += by;
    all.push(pieces[next]);
  }
  return all;
}

const renewed = ({ first, level, state }: Piece): Piece => ({ first, level, state, guide: undefined, rules: undefined });

/** So many segments are one step. */
const STEP = 500;

function* checkGuide(
  document: X12Document, { transaction, guide, pieces }: Part, options: ValidateOptions, judged: (problem: X12Problem) => X12Problem, found: Found[],
): Steps<void> {
  const before = found.length;
  const problems: X12Problem[] = [];
  let check: GuideCheck | undefined;
  for (let n = 0; n < pieces.length && found.length <= MOST; n += 1) {
    const piece = pieces[n];
    const next = pieces[n + 1];
    if (piece.guide) {
      for (const one of piece.guide.problems) found.push(one);
      check = undefined;
      continue;
    }
    check ??= guideCheck(document, transaction, guide, problems, options, n === 0 ? undefined : piece.state);
    // A level's first segment closes what stands before it: it is checked with the piece before.
    const end = next ? next.first + 1 : transaction.end;
    for (let at = piece.first + (n === 0 ? 0 : 1); at < end && problems.length <= MOST; at += STEP) {
      check.take(at, Math.min(at + STEP, end));
      if (at + STEP < end || n % PIECES_AT_ONCE === 0) yield;
    }
    if (!next) check.finish(transaction.end);
    if (check.isLate() && pieces.length > 1) {
      // So much out of order that one claim decides what is said of another: then all of them are one piece.
      pieces.length = 1;
      pieces[0] = renewed(pieces[0]);
      problems.length = 0;
      found.length = before;
      check = undefined;
      n = -1;
      continue;
    }
    piece.guide = {
      problems: problems.map((problem) => ({ ...foundIn(piece, document, findingOf(judged(problem))), isByGuide: true, isOfElement: isOfElement(problem) })),
      levels: check.levels.map((level) => ({ ...level, segment: level.segment - piece.first })),
    };
    for (const one of piece.guide.problems) found.push(one);
    problems.length = 0;
    check.levels.length = 0;
    const state = check.state();
    if (!next || !state) continue;
    if (next.state && isSameState(next.state, state)) continue;
    next.state = piece.state && isSameState(piece.state, state) ? piece.state : state;
    next.guide = undefined;
  }
}

const PIECES_AT_ONCE = 32;

function* checkRules(document: X12Document, source: Source, parts: readonly Part[], rules: X12Rules, told: Finding[]): Steps<Found[]> {
  const all: Found[] = [];
  const earlier = new EarlierClaims();
  for (const part of parts) {
    const { transaction, guide, pieces } = part;
    if (!guide || all.length > MOST) continue;
    const day = rules.dayOf(document, transaction);
    for (const one of ofEnvelopes(document, transaction, day, rules, told)) all.push(one);
    if (isDivided(transaction, guide)) {
      yield* checkClaims(document, source, part, day, rules, earlier, told, all);
      continue;
    }
    const [piece] = pieces;
    if (piece.rules?.day !== day) {
      rules.transaction(document, transaction, day);
      piece.rules = { found: foundBy(piece, document, pieces, transaction.end, told), above: NONE, day, claims: [] };
      yield;
    }
    for (const one of piece.rules.found) all.push(one);
  }
  return all;
}

/** What rules of transactions say of the envelopes: asked for anew each time, and with a glance at the transaction only. */
function ofEnvelopes(document: X12Document, transaction: Transaction, day: string, rules: X12Rules, told: Finding[]): Found[] {
  const { first, end } = transaction;
  rules.transaction(document, { ...transaction, end: Math.min(end, first + 1) }, day);
  const start = document.segments.starts[first], stop = document.segments.ends[end - 1];
  const outside = told.filter(({ span }) => span.start < start || span.start > stop);
  told.length = 0;
  return placed(document, outside).map((finding) => foundIn(WHOLE, document, finding));
}

const NONE: Above = { head: undefined, provider: undefined, holder: undefined };

/** Claims level by level, in the order of the file: each is told which earlier ones it repeats. */
function* checkClaims(
  document: X12Document, source: Source, { transaction, pieces }: Part, day: string, rules: X12Rules, earlier: EarlierClaims, told: Finding[], all: Found[],
): Steps<void> {
  let claims: { mark: ClaimMark; repeated: Repeated }[] = [];
  let answers: Repeated[] | undefined;
  const heard = {
    add(mark: ClaimMark): Repeated {
      const repeated = answers?.[claims.length] ?? earlier.add(mark);
      claims.push({ mark, repeated });
      return repeated;
    },
  };
  let reader: ClaimReader | undefined;
  const [head] = pieces;
  // What rules say of segments is asked for several pieces at once, up to before this one.
  let asked = 0;
  const ofSegments: Finding[] = [];
  let provider: Piece | undefined, holder: Piece | undefined;
  for (let n = 0; n < pieces.length && all.length <= MOST; n += 1) {
    const piece = pieces[n];
    if (piece.level === '20') provider = holder = undefined;
    else if (piece.level === '22') holder = undefined;
    const before = piece.rules;
    const says = before !== undefined && before.day === day && before.above.provider === provider && before.above.holder === holder
      && before.above.head === (n === 0 ? undefined : head);
    let holds = says;
    answers = undefined;
    if (says && before.claims.length > 0) {
      answers = [];
      for (const { mark, repeated } of before.claims) {
        const answer = earlier.add(mark);
        answers.push(answer);
        if (!isAlike(repeated, answer)) holds = false;
      }
    }
    if (holds) reader = undefined;
    else {
      const end = pieces[n + 1]?.first ?? transaction.end;
      const above = { head: n === 0 ? undefined : head, provider, holder };
      if (n >= asked) {
        asked = n + 1;
        while (asked < pieces.length && asked < n + PIECES_AT_ONCE && !pieces[asked].rules) asked += 1;
        rules.transaction(document, { ...transaction, first: piece.first, end: pieces[asked]?.first ?? transaction.end }, day);
        ofSegments.push(...told);
        told.length = 0;
      }
      for (let i = ofSegments.length - 1; i >= 0; i -= 1) {
        if (document.segments.at(ofSegments[i].span.start) < end) told.push(...ofSegments.splice(i, 1));
      }
      if (!reader) {
        reader = claimReader(document, transaction, source, rules.sink(day), rules.options, heard);
        for (const one of [above.head, provider, holder]) if (one) reader.recall(one.first, pieces[pieces.indexOf(one) + 1].first);
      }
      for (let at = piece.first; at < end; at += STEP) {
        reader.take(at, Math.min(at + STEP, end));
        if (at + STEP < end || n % PIECES_AT_ONCE === 0) yield;
      }
      reader.finish(end);
      piece.rules = { found: foundBy(piece, document, pieces, end, told), above, day, claims };
      claims = [];
    }
    if (piece.level === '20') provider = piece;
    else if (piece.level === '22') holder = piece;
    for (const one of piece.rules?.found ?? []) all.push(one);
  }
}

function isAlike(one: Repeated, other: Repeated | undefined): boolean {
  const same = (a: Repeated['sameClaim'], b: Repeated['sameClaim']): boolean => a?.number === b?.number && a?.frequency === b?.frequency;
  return same(one.sameNumber, other?.sameNumber) && same(one.sameClaim, other?.sameClaim);
}

/** What rules have told, by its place in the pieces, without what stands outside of them. The list is emptied. */
function foundBy(piece: Piece, document: X12Document, pieces: readonly Piece[], end: number, told: Finding[]): Found[] {
  if (told.length === 0) return [];
  const start = document.segments.starts[pieces[0].first], stop = document.segments.ends[end - 1];
  const inside = told.filter(({ span }) => span.start >= start && span.start <= stop);
  const found = placed(document, inside).map((finding) => {
    const own = pieceAt(document, pieces, piece, finding.span.start);
    return foundIn(own, document, finding, (span) => pieceAt(document, pieces, piece, span.start));
  });
  told.length = 0;
  return found;
}

/** The piece in which an offset lies: mostly the one that is judged. */
function pieceAt(document: X12Document, pieces: readonly Piece[], usual: Piece, offset: number): Piece {
  const segment = document.segments.at(offset);
  let low = 0;
  for (let high = pieces.length; low + 1 < high;) {
    const middle = (low + high) >> 1;
    if (pieces[middle].first <= segment) low = middle;
    else high = middle;
  }
  return pieces[low].first <= segment ? pieces[low] : usual;
}

function foundIn(piece: Piece, document: X12Document, finding: Finding, pieceOf: (span: Span) => Piece = () => piece): Found {
  const starts = startsOf(document);
  const edited = finding.fixes.flatMap(({ edits }) => edits.map(({ span }) => pieceOf(span)));
  return { piece, finding: shifted(finding, -starts(piece), edited.map((one) => -starts(one))), edited, isByGuide: false, isOfElement: false };
}

/** The finding at its place in the document. */
function moved(document: X12Document, { piece, finding, edited }: Found): Finding {
  const starts = startsOf(document);
  return shifted(finding, starts(piece), edited.map((one) => starts(one)));
}

const startsOf = ({ segments: { starts } }: X12Document) => (piece: Piece): number => (piece === WHOLE ? 0 : starts[piece.first]);

function shifted(finding: Finding, by: number, editsBy: readonly number[]): Finding {
  const move = ({ start, end }: Span, how: number): Span => ({ start: start + how, end: end + how });
  if (finding.fixes.length === 0) return { ...finding, span: move(finding.span, by) };
  let n = 0;
  const fixes = finding.fixes.map((fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span, editsBy[n++]) })) }));
  return { ...finding, span: move(finding.span, by), fixes };
}
