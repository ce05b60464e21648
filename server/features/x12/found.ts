// Findings by their place in a piece of an X12 file, and all of them in the order of the text.
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Fix, Severity } from '../../rules/rule';
import type { Span } from '../../syntax/tree';
import type { X12Document } from '../../syntax/x12/read';
import type { X12Problem } from '../../syntax/x12/validate';
import { findingOf, placed } from './check';
import { type Piece, pieceAt } from './pieces';

/** A finding that knows its place, but is not made before it is wanted: a file may have thousands. */
export interface LocatedFinding {
  /** As it was last shown. */
  drawn?: Diagnostic;
  /** 0 for an error, then upwards. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
  make(): Finding;
}

export const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Is it by the guide, and of an element? */
type Origin = 'rule' | 'guide' | 'guide, of an element';

/** A finding by its place in a piece, and where that is in the text as it was when it was last located: nothing is made anew with a key. */
export class Found implements LocatedFinding {
  readonly rank: number;
  drawn: Diagnostic | undefined = undefined;
  start = 0;
  end = 0;
  private starts: Uint32Array = NOWHERE;

  /**
   * `piece`: undefined for what is found anew each time, whose place is that in the document. `edited`: pieces in which the edits of its
   * fixes stand, in their order.
   */
  constructor(
    private readonly piece: Piece | undefined,
    readonly finding: Finding,
    private readonly edited: readonly (Piece | undefined)[],
    readonly origin: Origin,
  ) {
    this.rank = RANKS[finding.severity];
  }

  /** Finds its place, by where segments start now. */
  locate(starts: Uint32Array): void {
    const { span } = this.finding;
    this.starts = starts;
    this.start = span.start + startOf(this.piece, starts);
    this.end = this.start + span.end - span.start;
  }

  isBefore({ start, end }: Found): boolean {
    return this.start < start || (this.start === start && this.end < end);
  }

  /** What stands above several claims may be judged with each of them. */
  isLike({ finding, origin, start, end }: Found): boolean {
    if (start !== this.start || end !== this.end || origin !== 'rule' || this.origin !== 'rule') return false;
    return finding.rule === this.finding.rule && finding.message === this.finding.message;
  }

  make(): Finding {
    return shifted(
      this.finding,
      startOf(this.piece, this.starts),
      this.edited.map((one) => startOf(one, this.starts)),
    );
  }
}

const NOWHERE = new Uint32Array(0);

function startOf(piece: Piece | undefined, starts: Uint32Array): number {
  return piece ? starts[piece.first] : 0;
}

/** What the guide says, in a piece or in the document. */
export function foundByGuide(document: X12Document, problem: X12Problem, piece?: Piece): Found {
  const {
    span: { start, end },
    element,
  } = problem;
  const origin = end > start && element !== undefined ? 'guide, of an element' : 'guide';
  return foundIn(document, piece, findingOf(problem), () => piece, origin);
}

/** What rules say, in the document. */
export function foundByRule(document: X12Document, finding: Finding): Found {
  return foundIn(document, undefined, finding, () => undefined);
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
  return placed(document, inside).map((finding) => foundIn(document, at(finding.span.start), finding, (span) => at(span.start)));
}

function foundIn(
  { segments: { starts } }: X12Document,
  piece: Piece | undefined,
  finding: Finding,
  pieceOf: (edit: Span) => Piece | undefined,
  origin: Origin = 'rule',
): Found {
  const edited = finding.fixes.flatMap(({ edits }) => edits.map(({ span }) => pieceOf(span)));
  return new Found(
    piece,
    shifted(
      finding,
      -startOf(piece, starts),
      edited.map((one) => -startOf(one, starts)),
    ),
    edited,
    origin,
  );
}

function shifted(finding: Finding, by: number, editsBy: readonly number[]): Finding {
  const move = ({ start, end }: Span, how: number): Span => ({ start: start + how, end: end + how });
  if (finding.fixes.length === 0) return { ...finding, span: move(finding.span, by) };
  let n = 0;
  const fixes = finding.fixes.map(
    (fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span, editsBy[n++]) })) }),
  );
  return { ...finding, span: move(finding.span, by), fixes };
}

/** With a key this is done for thousands of pieces: a plain loop makes nothing. */
export function addTo(all: Found[], some: readonly Found[]): void {
  for (let i = 0; i < some.length; i += 1) all.push(some[i]);
}

/** How many findings of one file are kept: nobody reads more. */
export const MOST = 10_000;
const FURTHER = 'There are more problems than are shown: correct these first';

/** All of them by their places, told once. */
export function inOrder({ segments: { starts } }: X12Document, byGuide: Found[], byRules: Found[]): LocatedFinding[] {
  const once: Found[] = [];
  locateAll(byGuide, starts);
  locateAll(byRules, starts);
  let n = 0;
  for (const found of byRules) {
    for (; n < byGuide.length && !found.isBefore(byGuide[n]); n += 1) once.push(byGuide[n]);
    if (!isSaid(once, found)) once.push(found);
  }
  for (; n < byGuide.length; n += 1) once.push(byGuide[n]);
  if (once.length <= MOST) return once;
  const last = once[MOST - 1];
  return [
    ...once.slice(0, MOST),
    {
      rank: RANKS.information,
      start: last.start,
      end: last.end,
      make: () => ({ ...last.make(), rule: 'x12/further-problems', severity: 'information', message: FURTHER, fixes: [] }),
    },
  ];
}

/** Finds their places, and puts them in order where they are not: from piece to piece they mostly are. */
function locateAll(all: Found[], starts: Uint32Array): void {
  let isOrdered = true;
  for (let i = 0; i < all.length; i += 1) {
    all[i].locate(starts);
    if (i > 0 && all[i].isBefore(all[i - 1])) isOrdered = false;
  }
  if (!isOrdered) all.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Is what a rule says said already? What the guide says of an element is enough: a rule would say the same in other words. */
function isSaid(said: readonly Found[], found: Found): boolean {
  for (let i = said.length - 1; i >= 0 && said[i].start === found.start && said[i].end === found.end; i -= 1) {
    if (said[i].origin === 'guide, of an element' || found.isLike(said[i])) return true;
  }
  return false;
}
