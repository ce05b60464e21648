// What rules say of an X12 file: piece by piece, or of a transaction as a whole where they must. What is known is not asked again.
import { type ClaimMark, type ClaimOrder, EarlierClaims, NEW, type Repeated } from '../../model/earlier-claims';
import { madeOn } from '../../model/x12-names';
import { Pace, type Steps } from '../../syntax/steps';
import { placed } from './check';
import { type Found, foundByRule, foundByRules, NOTHING } from './found';
import { Room, tallyOf } from './located';
import { type Asked, ofPieces, PieceJudge } from './piece-judge';
import { type Above, isClaimFile, type Known, NONE, type Part, type Piece } from './pieces';

/** Asks the rules about all transactions that have a guide, and gives what they say of envelopes and of transactions as a whole. */
export function* checkRules(asked: Asked, known: Known): Steps<Found[]> {
  const { document, rules } = asked;
  const parts = known.parts.filter(({ guide }) => guide).map((part) => ({ part, day: rules.dayOf(document, part.transaction) }));
  yield* checkClaims(
    asked,
    known,
    parts.filter(({ part }) => isClaimFile(part)),
  );
  const all: Found[] = [],
    room = new Room();
  for (const { part, day } of parts) {
    if (!room.isLeft) break;
    all.push(...room.take(ofEnvelopes(asked, part, day)));
    if (!isClaimFile(part)) all.push(...room.take(yield* ofOther(asked, part, day)));
    // Behind the last part nobody asks what room is left.
    if (part !== parts[parts.length - 1].part) for (const { rules: said } of part.pieces) if (said) room.add(said);
  }
  return all;
}

/** What rules of transactions say of the envelopes, which is asked with a glance at the transaction only. That they say nothing is kept. */
function ofEnvelopes({ document, rules, told }: Asked, part: Part, day: string): Found[] {
  if (part.enclosedWell === day) return [];
  const { first, end } = part.transaction;
  rules.transaction(document, { ...part.transaction, end: Math.min(end, first + 1) }, day);
  const start = document.segments.starts[first],
    stop = document.segments.ends[end - 1];
  const outside = told.filter(({ span }) => span.start < start || span.start > stop);
  told.length = 0;
  if (outside.length === 0) part.enclosedWell = day;
  return placed(document, outside).map(foundByRule);
}

/** Transactions other than claim files: asks piece by piece where rules look at no more than that, and gives what they say of the whole. */
function* ofOther(asked: Asked, part: Part, day: string): Steps<readonly Found[]> {
  const { document, source, rules, told } = asked;
  const { transaction, pieces } = part;
  const made = madeOn(document, transaction, source);
  for (let n = 0; n < pieces.length; n += 1) {
    if (pieces[n].rules?.day === day) continue;
    const said = ofPieces(asked, part, n, (stretch) => rules.stretch(document, stretch, day, made));
    for (const [i, findings] of said.entries()) {
      const piece = pieces[n + i];
      const found = findings ? foundByRules(document, pieces, piece, transaction.end, findings) : NOTHING;
      piece.rules = { found, ...tallyOf(found), above: NOBODY, day, repeated: undefined };
    }
    n += said.length - 1;
    yield;
  }
  if (part.whole?.day !== day) {
    rules.whole(document, transaction, day);
    part.whole = { found: foundByRules(document, pieces, pieces[0], transaction.end, told), day };
    yield;
  }
  return part.whole.found;
}

const NOBODY: Above = { head: undefined, provider: undefined, holder: undefined };

interface ClaimPart {
  readonly part: Part;
  readonly day: string;
}

/** Up to so many pieces are judged for themselves first, in the hope that their claims have nothing to do with those of others. */
const FEW = 100;

/**
 * Judges the claims that have to be. A claim is told which earlier ones it repeats: all of them are looked through in their order for that,
 * unless few have changed and none of these repeats another, or did so before.
 */
function* checkClaims(asked: Asked, known: Known, parts: readonly ClaimPart[]): Steps<void> {
  if (known.repeats) yield* judgeClaims(asked, known, parts, undefined);
  if (known.repeats) return;
  yield* judgeClaims(asked, known, parts, new EarlierClaims(known.marks.count));
  known.repeats = true;
}

/** What stands above the pieces of a part, which come one after another. */
class LevelsAbove {
  private head: Piece | undefined;
  private provider: Piece | undefined;
  private holder: Piece | undefined;
  private told: Above | undefined;

  /** `pieces`: those before the ones that come. */
  constructor(pieces: readonly Piece[], count: number) {
    if (count > 0) this.head = pieces[0];
    for (let n = count - 1; n > 0 && !this.provider; n -= 1) {
      if (pieces[n].level === '20') this.provider = pieces[n];
      else if (pieces[n].level === '22') this.holder ??= pieces[n];
    }
  }

  /** What stood above is gone with the next level of its kind, or of a higher one. */
  come({ level }: Piece): void {
    if (level === '20') this.provider = this.holder = undefined;
    else if (level === '22') this.holder = undefined;
  }

  leave(piece: Piece): void {
    if (!this.head) this.head = piece;
    else if (piece.level === '20') this.provider = piece;
    else if (piece.level === '22') this.holder = piece;
  }

  /** Does what rules say of a piece still stand on the same? */
  isSameFor({ rules }: Piece, day: string): boolean {
    return (
      rules !== undefined &&
      rules.day === day &&
      rules.above.head === this.head &&
      rules.above.provider === this.provider &&
      rules.above.holder === this.holder
    );
  }

  /** The same object as long as nothing else stands above: there is one for each piece. */
  now(): Above {
    const { head, provider, holder, told } = this;
    if (told && told.head === head && told.provider === provider && told.holder === holder) return told;
    return (this.told = { head, provider, holder });
  }
}

/** `earlier`: undefined where few claims are judged as if they repeated none. That they may, or are not few, is noted. */
function* judgeClaims(asked: Asked, known: Known, parts: readonly ClaimPart[], earlier: EarlierClaims | undefined): Steps<void> {
  /** The number of a piece's first claim among those of the file. */
  let at = 0,
    due = 0;
  const room = new Room(),
    pace = new Pace();
  for (const { part, day } of parts) {
    const { pieces } = part;
    // Which ones are repeated is asked of all.
    const from = earlier ? 0 : Math.min(part.due.from, pieces.length),
      to = earlier ? pieces.length : Math.min(part.due.to, pieces.length);
    const above = new LevelsAbove(pieces, from);
    const judge = new PieceJudge(asked, part, day);
    let n = 0;
    for (; n < from; n += 1) pass(pieces[n]);
    for (; n < to && room.isLeft; n += 1) {
      const piece = pieces[n];
      above.come(piece);
      const stands = above.isSameFor(piece, day);
      const answers = stands && earlier ? repetitions(known, at, piece.claims, earlier) : undefined;
      if (!stands || (earlier && !isAlike(piece.rules?.repeated, answers))) {
        due += 1;
        if (!earlier && due > FEW) {
          known.repeats = false;
          return;
        }
        const order = new Heard(stands ? undefined : earlier, answers);
        judge.open(n, above.now(), order);
        for (let isDone = false; !isDone; ) {
          isDone = judge.goOn();
          if (pace.isOver(judge.taken)) yield;
        }
        const said = room.take(judge.close());
        const { errors, others } = tallyOf(said);
        piece.rules = { found: said, errors, others, above: above.now(), day, repeated: order.repeated() };
        if (!earlier && hasTwins(known, at, piece.claims)) known.repeats = false;
        known.marks.replace(at, piece.claims, order.marks);
        piece.claims = order.marks.length;
        if (!earlier && hasTwins(known, at, piece.claims)) known.repeats = false;
      } else if (piece.rules) room.add(piece.rules);
      at += piece.claims;
      above.leave(piece);
    }
    if (n < to) continue;
    part.due = NONE;
    // Behind the last part nobody asks how many claims and findings there were.
    if (part !== parts[parts.length - 1].part) for (; n < pieces.length; n += 1) pass(pieces[n]);
  }

  function pass({ claims, rules }: Piece): void {
    at += claims;
    if (rules) room.add(rules);
  }
}

/** Hears the claims of a piece, and tells which ones they repeat: as is known already, or by the claims before. */
class Heard implements ClaimOrder {
  readonly marks: ClaimMark[] = [];
  private readonly answers: Repeated[] = [];

  constructor(
    private readonly earlier: EarlierClaims | undefined,
    private readonly known: readonly Repeated[] | undefined,
  ) {}

  add(mark: ClaimMark): Repeated {
    const answer = this.earlier ? this.earlier.add(mark) : (this.known?.[this.marks.length] ?? NEW);
    this.marks.push(mark);
    this.answers.push(answer);
    return answer;
  }

  repeated(): readonly Repeated[] | undefined {
    return this.answers.every((one) => one === NEW) ? undefined : this.answers;
  }
}

/** What the claims of a piece repeat; undefined where they repeat none. */
function repetitions({ marks }: Known, from: number, count: number, earlier: EarlierClaims): Repeated[] | undefined {
  let all: Repeated[] | undefined;
  for (let i = 0; i < count; i += 1) {
    const answer = marks.addTo(earlier, from + i);
    if (answer !== NEW) (all ??= new Array<Repeated>(count).fill(NEW))[i] = answer;
  }
  return all;
}

function isAlike(one: readonly Repeated[] | undefined, other: readonly Repeated[] | undefined): boolean {
  if (!one || !other) return one === other;
  const same = (a: Repeated['sameClaim'], b: Repeated['sameClaim']): boolean => a?.number === b?.number && a?.frequency === b?.frequency;
  return (
    one.length === other.length &&
    one.every(({ sameNumber, sameClaim }, i) => same(sameNumber, other[i].sameNumber) && same(sameClaim, other[i].sameClaim))
  );
}

/** Are there claims in the file that have the number of one of these, or say the same? */
function hasTwins({ marks }: Known, from: number, count: number): boolean {
  for (let i = from; i < from + count; i += 1) if (marks.hasTwin(i)) return true;
  return false;
}
