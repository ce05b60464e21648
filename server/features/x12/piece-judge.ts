// Asks the rules about one piece of a claim file after another.
import { type ClaimOrder, NEW } from '../../model/earlier-claims';
import { type ClaimReader, claimReader } from '../../model/lower-837';
import type { Source } from '../../model/value';
import type { Finding } from '../../rules/rule';
import type { X12Rules } from '../../rules/run';
import { STEP } from '../../syntax/steps';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import { type Found, foundByRules } from './found';
import { type Above, type Part, pieceAt } from './pieces';

/** The rules of a file, and the list to which they tell their findings. */
export interface Asked {
  readonly document: X12Document;
  readonly source: Source;
  readonly rules: X12Rules;
  readonly told: Finding[];
}

/** Of so many pieces rules about segments are asked at once. */
const PIECES_AT_ONCE = 32;

/** What is said of a piece and some that follow it, apart for each (undefined: nothing), where these have to be judged, too. */
export function ofPieces(
  { document, told }: Asked,
  { transaction, pieces }: Part,
  n: number,
  ask: (stretch: Transaction) => void,
): (Finding[] | undefined)[] {
  let to = n + 1;
  while (to < pieces.length && to < n + PIECES_AT_ONCE && !pieces[to].rules) to += 1;
  ask({ ...transaction, first: pieces[n].first, end: pieces[to]?.first ?? transaction.end });
  const said = new Array<Finding[] | undefined>(to - n).fill(undefined);
  for (const finding of told) {
    const at = Math.max(0, pieces.indexOf(pieceAt(document, pieces, pieces[n], finding.span.start), n) - n);
    if (at < said.length) (said[at] ??= []).push(finding);
  }
  told.length = 0;
  return said;
}

/** Judges pieces of a part, from one to the next where they follow each other. A class: a file may have thousands of parts. */
export class PieceJudge {
  /** How many segments it took last. */
  taken = 0;
  private reader: ClaimReader | undefined = undefined;
  private order: ClaimOrder | undefined = undefined;
  private last = -1;
  private at = 0;
  private end = 0;
  /** What rules say of segments, asked for several pieces at once: of those from one number on. */
  private ofSegments: readonly (readonly Finding[] | undefined)[] = [];
  private from = 0;

  constructor(
    private readonly asked: Asked,
    private readonly part: Part,
    private readonly day: string,
  ) {}

  /** `above`: what stands above the piece. `order`: hears its claims. */
  open(n: number, above: Above, order: ClaimOrder): void {
    const {
      asked: { document, rules, told },
      part,
      part: { pieces },
      day,
    } = this;
    if (n < this.from || n >= this.from + this.ofSegments.length) {
      this.ofSegments = ofPieces(this.asked, part, n, (stretch) => rules.transaction(document, stretch, day));
      this.from = n;
    }
    const own = this.ofSegments[n - this.from];
    if (own) told.push(...own);
    this.order = order;
    if (!this.reader || this.last !== n - 1) {
      this.reader = this.newReader();
      for (const one of [above.head, above.provider, above.holder]) if (one) this.reader.recall(one.first, this.endOf(pieces.indexOf(one)));
    }
    this.last = n;
    this.at = pieces[n].first;
    this.end = this.endOf(n);
  }

  /** Takes some of the piece's segments. Were these the last ones? */
  goOn(): boolean {
    const to = Math.min(this.at + STEP, this.end);
    this.reader?.take(this.at, to);
    this.taken = to - this.at;
    this.at = to;
    return to >= this.end;
  }

  close(): readonly Found[] {
    const {
      asked: { document, told },
      part: { pieces },
    } = this;
    this.reader?.finish(this.end);
    return foundByRules(document, pieces, pieces[this.last], this.end, told);
  }

  private newReader(): ClaimReader {
    const { document, source, rules } = this.asked;
    const order: ClaimOrder = { add: (mark) => this.order?.add(mark) ?? NEW };
    return claimReader(document, this.part.transaction, source, rules.sink(this.day), rules.options, order);
  }

  private endOf(n: number): number {
    const { pieces, transaction } = this.part;
    return pieces[n + 1]?.first ?? transaction.end;
  }
}
