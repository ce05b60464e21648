// Findings by their place in a piece of an X12 file, and all of them in the order of the text.
import type { Finding, Fix, Severity } from '../rules/rule';
import type { Span } from '../syntax/tree';
import type { X12Document } from '../syntax/x12/read';
import type { X12Problem } from '../syntax/x12/validate';
import { findingOf, placed } from './check-x12';
import { type Piece, pieceAt } from './x12-pieces';

/** A finding by its place in a piece. */
export interface Found {
  /** Undefined for what is found anew each time: its place is that in the document. */
  readonly piece: Piece | undefined;
  readonly finding: Finding;
  /** Pieces in which the edits of its fixes stand, in their order. */
  readonly edited: readonly (Piece | undefined)[];
  readonly isByGuide: boolean;
  /** The guide says this of an element. */
  readonly isOfElement: boolean;
}

/** What the guide says, in a piece or in the document. */
export function foundByGuide(document: X12Document, problem: X12Problem, piece?: Piece): Found {
  const { span: { start, end }, element } = problem;
  return { ...foundIn(document, piece, findingOf(problem), () => piece), isByGuide: true, isOfElement: end > start && element !== undefined };
}

/** What rules say, in the document. */
export function foundByRule(document: X12Document, finding: Finding): Found {
  return foundIn(document, undefined, finding, () => undefined);
}

/** What rules have told of one of some pieces up to before a segment, by its places in them; what lies outside is left out. The list is emptied. */
export function foundByRules(document: X12Document, pieces: readonly Piece[], piece: Piece, end: number, told: Finding[]): Found[] {
  if (told.length === 0) return [];
  const { starts, ends } = document.segments;
  const start = starts[pieces[0].first], stop = ends[end - 1];
  const inside = told.filter(({ span }) => span.start >= start && span.start <= stop);
  told.length = 0;
  const at = (offset: number): Piece => pieceAt(document, pieces, piece, offset);
  return placed(document, inside).map((finding) => foundIn(document, at(finding.span.start), finding, (span) => at(span.start)));
}

function foundIn(document: X12Document, piece: Piece | undefined, finding: Finding, pieceOf: (edit: Span) => Piece | undefined): Found {
  const start = starter(document);
  const edited = finding.fixes.flatMap(({ edits }) => edits.map(({ span }) => pieceOf(span)));
  return { piece, finding: shifted(finding, -start(piece), edited.map((one) => -start(one))), edited, isByGuide: false, isOfElement: false };
}

const starter = ({ segments: { starts } }: X12Document) => (piece: Piece | undefined): number => (piece ? starts[piece.first] : 0);

function shifted(finding: Finding, by: number, editsBy: readonly number[]): Finding {
  const move = ({ start, end }: Span, how: number): Span => ({ start: start + how, end: end + how });
  if (finding.fixes.length === 0) return { ...finding, span: move(finding.span, by) };
  let n = 0;
  const fixes = finding.fixes.map((fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span, editsBy[n++]) })) }));
  return { ...finding, span: move(finding.span, by), fixes };
}

/** How many findings of one file are kept: nobody reads more. */
export const MOST = 10_000;
const FURTHER = 'There are more problems than are shown: correct these first';

/** A finding that knows its place, but is not made before it is wanted: a file may have thousands. */
export interface LocatedFinding {
  /** 0 for an error, then upwards. */
  readonly rank: number;
  readonly start: number;
  make(): Finding;
}

/** All of them by their places. What the guide says of an element is enough: a rule would say the same in other words. */
export function inOrder(document: X12Document, byGuide: readonly Found[], byRules: readonly Found[]): LocatedFinding[] {
  const { starts } = document.segments;
  const enough = new Set<number>();
  const all: Located[] = [];
  for (const found of byGuide) {
    const one = new Located(document, found, starts);
    if (found.isOfElement) enough.add(one.place());
    all.push(one);
  }
  for (const found of byRules) {
    const one = new Located(document, found, starts);
    if (enough.size === 0 || !enough.has(one.place())) all.push(one);
  }
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  const once = all.filter((one, i) => i === 0 || !one.isLike(all[i - 1]));
  if (once.length <= MOST) return once;
  const last = once[MOST - 1];
  return [...once.slice(0, MOST), {
    rank: RANKS.information, start: last.start,
    make: () => ({ ...last.make(), rule: 'x12/further-problems', severity: 'information', message: FURTHER, fixes: [] }),
  }];
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** A class, since there are thousands of them. */
class Located implements LocatedFinding {
  readonly start: number;
  readonly end: number;
  readonly rank: number;

  constructor(private readonly document: X12Document, private readonly found: Found, starts: Uint32Array) {
    const { piece, finding: { span, severity } } = found;
    this.start = span.start + (piece ? starts[piece.first] : 0);
    this.end = this.start + span.end - span.start;
    this.rank = RANKS[severity];
  }

  /** The span as one number. */
  place(): number {
    return this.start * 8192 + Math.min(this.end - this.start, 8191);
  }

  /** What stands above several claims may be judged with each of them. */
  isLike({ found, start, end }: Located): boolean {
    const { rule, message } = this.found.finding;
    if (start !== this.start || end !== this.end || found.isByGuide || this.found.isByGuide) return false;
    return found.finding.rule === rule && found.finding.message === message;
  }

  make(): Finding {
    const { piece, finding, edited } = this.found;
    const start = starter(this.document);
    return shifted(finding, start(piece), edited.map(start));
  }
}
