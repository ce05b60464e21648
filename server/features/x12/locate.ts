// The findings of an X12 file with their places: what is known of its pieces, and the others judged anew.
import type { Source } from '../../model/value';
import type { Finding } from '../../rules/rule';
import { type RuleWorld, x12Rules } from '../../rules/run';
import type { Steps } from '../../syntax/steps';
import { checkEnvelopes } from '../../syntax/x12/check-envelopes';
import { readX12, type X12Document } from '../../syntax/x12/read';
import type { X12Problem } from '../../syntax/x12/validate';
import { type JoinedLines, unjoinedFinding } from '../../syntax/x12/wrapped';
import { codeJudge, findingOf } from './check';
import { type Found, foundByGuide, inOrder, NOTHING, saidOf } from './found';
import { type LocatedFinding, MOST, Room } from './located';
import { checkGuide, checkPartLevels } from './piece-guide';
import { checkRules } from './piece-rules';
import { knownOf, type Part } from './pieces';

/** All findings, in the order of the text. */
export function* checkPieces(document: X12Document, source: Source, world: RuleWorld): Steps<Finding[]> {
  return (yield* locateFindings(document, source, world, 0)).map((one) => one.make());
}

/**
 * The same, for whoever wants few of them. `generation` tells whether what the file is judged by is still the same.
 */
export function* locateFindings(document: X12Document, source: Source, world: RuleWorld, generation: number): Steps<LocatedFinding[]> {
  if (document.joined) return yield* findingsOfWrapped(document.joined, source, world, generation);
  const told: Finding[] = [];
  const rules = x12Rules(source, world, told);
  const first = document.interchanges[0]?.groups[0]?.transactions[0];
  const day = first ? rules.dayOf(document, first) : world.today;
  const known = yield* knownOf(document, world, generation, day);

  const judge = codeJudge(world.codes, () => day);
  const judged = (problem: X12Problem): X12Problem => judge.judged(problem, document.text.slice(problem.span.start, problem.span.end));
  const problems: X12Problem[] = [];
  checkEnvelopes(
    document,
    (one) => {
      if (problems.length <= MOST) problems.push(one);
    },
    () => problems.length > MOST,
  );
  let room = new Room();
  for (const part of known.parts) {
    if (!room.isLeft || problems.length > MOST) break;
    room = yield* checkGuide(document, part, { known: judge.known }, judged, room);
    checkPartLevels(document, part, problems);
  }
  yield;
  const others = problems.map((problem) => foundByGuide(judged(problem)));
  others.push(...(yield* checkRules({ document, source, rules, told }, known)));
  yield;
  const said: Found[] = [];
  for (const part of known.parts) addSaid(document, part, said, others);
  return inOrder(said, others);
}

/** What is said of the pieces, one behind the other, and what is said with them of what stands elsewhere. */
function addSaid({ segments: { starts } }: X12Document, { pieces, transaction }: Part, said: Found[], others: Found[]): void {
  for (let n = 0; n < pieces.length; n += 1) {
    const piece = pieces[n];
    const guide = piece.guide ?? NOTHING,
      found = piece.rules?.found ?? NOTHING;
    let { said: own } = piece;
    if (own?.guide !== guide || own.rules !== found)
      own = piece.said = saidOf(piece, guide, found, starts[pieces[n + 1]?.first ?? transaction.end] ?? Infinity);
    // Plain loops make nothing: with a key this is done for thousands of pieces.
    for (let i = 0; i < own.here.length; i += 1) said.push(own.here[i]);
    for (let i = 0; i < own.elsewhere.length; i += 1) others.push(own.elsewhere[i]);
  }
}

/** A wrapped file is judged with its lines joined, and that it is wrapped is told once. */
function* findingsOfWrapped(joined: JoinedLines, source: Source, world: RuleWorld, generation: number): Steps<LocatedFinding[]> {
  const found = yield* locateFindings(readX12(joined.text, undefined, true), { ...source, text: joined.text }, world, generation);
  const wrapped = findingOf(joined.problem);
  const moved = found.map((one) => ({
    rank: one.rank,
    start: joined.original(one.start),
    end: joined.original(one.end),
    make: () => unjoinedFinding(one.make(), joined),
  }));
  return [{ rank: 0, start: wrapped.span.start, end: wrapped.span.end, make: () => wrapped }, ...moved].sort((a, b) => a.start - b.start);
}
