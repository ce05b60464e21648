// What the guide says of an X12 file, piece by piece: a piece that is known is not walked again.
import { Pace, STEP, type Steps } from '../../syntax/steps';
import type { X12Document } from '../../syntax/x12/read';
import { GuideCheck } from '../../syntax/x12/check-guide';
import { checkLevels, type Level } from '../../syntax/x12/check-levels';
import type { ValidateOptions, X12Problem } from '../../syntax/x12/validate';
import { foundByGuide, NOTHING } from './found';
import { MOST, Room } from './located';
import { isClaimFile, type Part, type Piece, unite } from './pieces';

/** Asks the guide about the pieces of which it is not known what it says. Gives what room is left for others, of that which there was `before`. */
export function* checkGuide(
  document: X12Document,
  part: Part,
  options: ValidateOptions,
  judged: (problem: X12Problem) => X12Problem,
  before: Room,
): Steps<Room> {
  const { transaction, guide, pieces } = part;
  const problems: X12Problem[] = [];
  const pace = new Pace();
  let check: GuideCheck | undefined;
  let room = before.copy();
  for (let n = 0; n < pieces.length && room.isLeft; n += 1) {
    const piece = pieces[n];
    if (piece.guide) {
      room.count(piece.guide);
      check = undefined;
      continue;
    }
    const next = pieces[n + 1];
    check ??= new GuideCheck(document, transaction, guide, problems, options.known, n === 0 ? undefined : piece.state);
    // A lead closes what stands before it: it is checked with the piece before.
    const end = next ? next.first + 1 : transaction.end;
    for (let at = piece.first + (n === 0 ? 0 : 1); at < end && problems.length <= MOST; at += STEP) {
      const to = Math.min(at + STEP, end);
      check.take(at, to);
      if (pace.isOver(to - at)) yield;
    }
    if (!next) check.finish(transaction.end);
    if (check.isLate() && pieces.length > 1) {
      // So much out of order that one piece decides what is said of another: then all of them are one.
      unite(part);
      problems.length = 0;
      room = before.copy();
      check = undefined;
      n = -1;
      continue;
    }
    piece.guide = problems.length === 0 ? NOTHING : room.take(problems.map((problem) => foundByGuide(judged(problem), piece)));
    keepLevels(part, piece, check.levels);
    problems.length = 0;
    check.levels.length = 0;
    if (!next || (next.state && check.isAt(next.state))) continue;
    const state = piece.state && check.isAt(piece.state) ? piece.state : check.state();
    if (!state) continue;
    next.state = state;
    next.guide = undefined;
    // Where its findings stand, by loop, is told by the walk; claims know their loops themselves.
    if (!isClaimFile(part)) next.rules = undefined;
  }
  return room;
}

function keepLevels(part: Part, piece: Piece, found: readonly Level[]): void {
  const before = piece.levels;
  const levels = found.map((level) => movedLevel(level, -piece.first));
  let same = levels.length === before.length;
  for (let i = 0; same && i < levels.length; i += 1) same = isSameLevel(levels[i], before[i]);
  piece.levels = levels;
  if (!same) part.levelsHold = false;
}

/** Written out: copying with a rest is many times slower. */
function movedLevel({ segment, number, above, more, isRead, loop, depth }: Level, by: number): Level {
  return { segment: segment + by, number, above, more, isRead, loop, depth };
}

function isSameLevel(one: Level, other: Level): boolean {
  return (
    one.number === other.number &&
    one.above === other.above &&
    one.more === other.more &&
    one.isRead === other.isRead &&
    one.loop === other.loop &&
    one.depth === other.depth
  );
}

/** The numbers of levels: what is wrong with them is found anew each time, that nothing is wrong is kept. */
export function checkPartLevels(document: X12Document, part: Part, problems: X12Problem[]): void {
  if (part.levelsHold) return;
  const levels: Level[] = [],
    from: number[] = [];
  for (const piece of part.pieces) for (const level of piece.levels) from[levels.push(level) - 1] = piece.first;
  const before = problems.length;
  checkLevels(document, part.transaction, levels, problems, from);
  part.levelsHold = problems.length === before;
}
