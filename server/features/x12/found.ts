// Findings by their place in a piece of an X12 file, and all of them in the order of the text.
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../../rules/rule';
import type { Span } from '../../syntax/tree';
import type { X12Document } from '../../syntax/x12/read';
import type { X12Problem } from '../../syntax/x12/validate';
import { findingOf, placed } from './check';
import { furtherProblems, gravest, type LocatedFinding, MOST, RANKS } from './located';
import { type Piece, pieceAt } from './pieces';

/** Is it by the guide, and of an element? */
type Origin = 'rule' | 'guide' | 'guide, of an element';

/** A finding by its place in a piece, which moves with the text before it: nothing is made anew with a key. */
export class Found implements LocatedFinding {
  readonly rank: number;
  drawn: Diagnostic | undefined = undefined;

  /**
   * `piece`: undefined for what is found anew each time, whose place is that in the document. `edited`: pieces in which the edits of its
   * fixes stand, in their order. `unread`: of which segment rules are not to speak, by its place in the piece.
   */
  constructor(
    private readonly piece: Piece | undefined,
    readonly finding: Finding,
    private readonly edited: readonly (Piece | undefined)[],
    readonly origin: Origin,
    private readonly unread?: Span,
  ) {
    this.rank = RANKS[finding.severity];
  }

  get start(): number {
    return this.finding.span.start + startOf(this.piece);
  }

  get end(): number {
    return this.finding.span.end + startOf(this.piece);
  }

  get isCovering(): boolean {
    return this.unread !== undefined;
  }

  /** Does the guide say that what a rule has read there is something else? */
  covers({ start, end, origin }: Found): boolean {
    const { unread } = this;
    if (!unread || origin !== 'rule') return false;
    const from = startOf(this.piece);
    return start >= unread.start + from && end <= unread.end + from;
  }

  /** What stands above several claims may be judged with each of them. */
  isLike({ finding, origin }: Found): boolean {
    return origin === 'rule' && this.origin === 'rule' && finding.rule === this.finding.rule && finding.message === this.finding.message;
  }

  make(): Finding {
    return shifted(this.finding, startOf(this.piece), this.edited.map(startOf));
  }
}

function startOf(piece: Piece | undefined): number {
  return piece ? piece.offsets.starts[piece.first] : 0;
}

/** What the guide says, in a piece or in the document. */
export function foundByGuide(problem: X12Problem, piece?: Piece): Found {
  const {
    span: { start, end },
    element,
    unread,
  } = problem;
  const origin = end > start && element !== undefined ? 'guide, of an element' : 'guide';
  return foundIn(piece, findingOf(problem), () => piece, origin, unread && move(unread, -startOf(piece)));
}

/** What rules say, in the document. */
export function foundByRule(finding: Finding): Found {
  return foundIn(undefined, finding, () => undefined, 'rule');
}

export const NOTHING: readonly Found[] = [];

/** What rules have told of one of some pieces up to before a segment, by its places in them; what lies outside is left out. The list is emptied. */
export function foundByRules(
  document: X12Document,
  pieces: readonly Piece[],
  piece: Piece,
  end: number,
  told: Finding[],
): readonly Found[] {
  if (told.length === 0) return NOTHING;
  const { starts, ends } = document.segments;
  const start = starts[pieces[0].first],
    stop = ends[end - 1];
  // In their order: all findings of a file are put in order with each key.
  const inside = told.filter(({ span }) => span.start >= start && span.start <= stop).sort((a, b) => a.span.start - b.span.start);
  told.length = 0;
  const at = (offset: number): Piece => pieceAt(document, pieces, piece, offset);
  return placed(document, inside).map((finding) => foundIn(at(finding.span.start), finding, (span) => at(span.start), 'rule'));
}

const NOTHING_EDITED: readonly never[] = [];

function foundIn(
  piece: Piece | undefined,
  finding: Finding,
  pieceOf: (edit: Span) => Piece | undefined,
  origin: Origin,
  unread?: Span,
): Found {
  if (finding.fixes.length === 0)
    return new Found(piece, shifted(finding, -startOf(piece), NOTHING_EDITED), NOTHING_EDITED, origin, unread);
  const edited = finding.fixes.flatMap(({ edits }) => edits.map(({ span }) => pieceOf(span)));
  const inPiece = shifted(
    finding,
    -startOf(piece),
    edited.map((one) => -startOf(one)),
  );
  return new Found(piece, inPiece, edited, origin, unread);
}

/** A finding in another place; `editsBy`: how far the edits of its fixes move, in their order. Written out: copying with a rest is many times slower. */
export function shifted(finding: Finding, by: number, editsBy: readonly number[] | number): Finding {
  const { rule, severity, span, message, fixes, paper, transaction } = finding;
  let n = 0;
  const own = (): number => (typeof editsBy === 'number' ? editsBy : editsBy[n++]);
  const moved =
    fixes.length === 0
      ? fixes
      : fixes.map((fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span, own()) })) }));
  return { rule, severity, span: move(span, by), message, fixes: moved, paper, transaction };
}

const move = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** What is said of a piece, each once and in the order of the text, and what is said with it of what stands elsewhere. */
export interface Said {
  /** What it was put together from. */
  readonly guide: readonly Found[];
  readonly rules: readonly Found[];
  readonly here: readonly Found[];
  readonly elsewhere: readonly Found[];
}

const NOTHING_SAID: Said = { guide: NOTHING, rules: NOTHING, here: NOTHING, elsewhere: NOTHING };

/** Puts together what the guide and what rules say of a piece, which ends before an offset. */
export function saidOf(piece: Piece, guide: readonly Found[], rules: readonly Found[], end: number): Said {
  if (guide.length === 0 && rules.length === 0) return NOTHING_SAID;
  const start = startOf(piece);
  const isHere = (one: Found): boolean => one.start >= start && one.start < end;
  const here = merged(guide.filter(isHere).sort(byPlace), rules.filter(isHere).sort(byPlace));
  const elsewhere = guide.length + rules.length === here.length ? NOTHING : [...guide, ...rules].filter((one) => !isHere(one));
  return { guide, rules, here, elsewhere };
}

/** `said`: in the order of the text. `others` are told once among them; the list is put in order. */
export function inOrder(said: Found[], others: Found[]): LocatedFinding[] {
  const once = others.length === 0 ? said : merged(said, others.sort(byPlace));
  if (once.length <= MOST) return once;
  const told = gravest(once, MOST),
    last = told[MOST - 1];
  return [...told, { rank: RANKS.information, start: last.start, end: last.end, make: () => furtherProblems(last.make()) }];
}

/**
 * By place; at one place what the guide says comes first, and there what is wrong with a segment before what is missing behind it. That order
 * does not depend on when something was found, but for what is missing: this stands in the order of the guide.
 */
function byPlace(one: Found, other: Found): number {
  return (
    one.start - other.start ||
    one.end - other.end ||
    Number(one.origin === 'rule') - Number(other.origin === 'rule') ||
    atOnePlace(one.finding, other.finding)
  );
}

function atOnePlace(one: Finding, other: Finding): number {
  const missing = Number(isMissing(one)),
    also = Number(isMissing(other));
  if (missing + also > 0) return missing - also;
  return compare(one.rule, other.rule) || compare(one.message, other.message);
}

const isMissing = ({ rule }: Finding): boolean => rule === 'x12/missing-segment' || rule === 'x12/missing-loop';
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Two lists in their order as one, in which what is said already is not said again. */
function merged(one: readonly Found[], other: readonly Found[]): Found[] {
  const all: Found[] = [],
    rest = uncovered(other, one);
  for (let i = 0, n = 0; i < one.length || n < rest.length; ) {
    const isNext = n === rest.length || (i < one.length && byPlace(one[i], rest[n]) <= 0);
    const found = isNext ? one[i++] : rest[n++];
    if (found.origin !== 'rule' || !isSaid(all, found)) all.push(found);
  }
  return all;
}

/** Without those of which the guide says that a rule has read something else. */
function uncovered(some: readonly Found[], said: readonly Found[]): readonly Found[] {
  const covering = said.filter(({ isCovering }) => isCovering);
  return covering.length === 0 ? some : some.filter((found) => !covering.some((one) => one.covers(found)));
}

/** Is what a rule says said already? What the guide says of an element is enough: a rule would say the same in other words. */
function isSaid(said: readonly Found[], found: Found): boolean {
  const { start, end } = found;
  for (let i = said.length - 1; i >= 0 && said[i].start === start && said[i].end === end; i -= 1) {
    if (said[i].origin === 'guide, of an element' || found.isLike(said[i])) return true;
  }
  return false;
}
