// Sides and parts of the body that stand elsewhere: `Right knee: OA`; `right knee pain … knee swollen`; both sides where the book has one code each.
import { isBodyPart } from '../../../codesets/search/body';
import { singular } from '../../../codesets/search/phrase-words';
import type { NoteWord } from '../../terms/note-sentences';
import type { Statement } from '../../terms/read-note';
import { type Match, bestMatch, isCodable } from './match';
import type { Place } from './place';
import { siblingOnSide } from './siblings';
import { type Side, sideOf } from './side';
import type { Unit } from './units';

/** How many words may stand between a side and its part: left distal radius. */
const MOST_BETWEEN = 2;

/** What a note tells of the parts of the body. */
export interface NotedParts {
  /** Those of which it names one side only, by their names. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Each that is named with its side, in the order of the note. */
  readonly places: readonly { readonly side: NoteWord; readonly part: NoteWord }[];
}

/** The parts of the body that a note names with their sides. */
export function partsIn(statements: readonly Statement[], text: string): NotedParts {
  const sides = new Map<string, Side | undefined>();
  const places: { side: NoteWord; part: NoteWord }[] = [];
  for (const { words } of statements) {
    words.forEach((word, at) => {
      const side = sideOf(word, text);
      const part = side && words.slice(at + 1, at + 2 + MOST_BETWEEN).find(({ low }) => isBodyPart(singular(low)));
      if (!part) return;
      const name = singular(part.low);
      sides.set(name, sides.has(name) && sides.get(name) !== side ? undefined : side);
      places.push({ side: word, part });
    });
  }
  return { sides: new Map([...sides].filter((one): one is [string, Side] => one[1] !== undefined)), places };
}

/** A side and a part that stand elsewhere in the sentence, or a side that the note has told of the part. */
export function withBorrowed(match: Match, units: readonly Unit[], at: number, place: Place): Match {
  if (!/unspecified/i.test(match.entry.title)) return match;
  const others = place.said.flatMap((said, i) => (i === at ? [] : [said]));
  const before = place.said[at - 1] ?? [];
  const near = before.some(namesPart) ? withPartAndSide(match, units, [before], place, partOf) : undefined;
  const placed = near ?? withPartAndSide(match, units, others, place) ?? withPlaceBefore(match, place) ?? match;
  return withSideOf(placed, units, others, place) ?? placed;
}

function withPartAndSide(
  match: Match,
  units: readonly Unit[],
  others: readonly (readonly Unit[])[],
  place: Place,
  partIn: (unit: Unit) => Unit | undefined = (unit) => (unit.kind === 'part' ? unit : undefined),
): Match | undefined {
  const own = units.some((unit) => unit.kind === 'part') || match.units.some(namesPart);
  const parts = distinct(
    others.flat().flatMap((unit) => partIn(unit) ?? []),
    (unit) => unit.said.toLowerCase(),
  );
  // The side of another part of the body is not lent.
  const free = others.filter((said) => !said.some(namesPart) || (!own && parts.length === 1));
  const mine = units.filter((unit) => unit.side);
  const sides =
    mine.length > 0
      ? mine
      : distinct(
          free.flat().filter((unit) => unit.side),
          (unit) => unit.side,
        );
  const extra = [...(sides.length === 1 && !match.units.includes(sides[0]) ? sides : []), ...(parts.length === 1 && !own ? parts : [])];
  if (extra.length === 0) return undefined;
  const must = extra.filter((unit) => !unit.side || parts.length > 0);
  return (
    matchWith(match, extra, must, place) ??
    matchWith(
      match,
      extra,
      must.filter((unit) => !unit.side),
      place,
    )
  );
}

/** How far back a pain may be said to be, in signs: left shoulder tendinitis? Pain with abduction. */
const FAR = 150;

/** A pain of which the sentence does not say where is in the part named last. */
function withPlaceBefore(match: Match, place: Place): Match | undefined {
  if (match.entry.code !== 'R52') return undefined;
  const start = Math.min(...match.units.flatMap((unit) => unit.words.map((word) => word.start)));
  const last = place.noted.places.findLast(({ part }) => part.end < start && start - part.end < FAR);
  const side = last && sideOf(last.side, place.text);
  if (!side) return undefined;
  const part: Unit = { words: [last.part], said: last.part.low, ways: [[singular(last.part.low)]], codes: [], kind: 'part' };
  const found = matchWith(match, [part], [part], place);
  return found && (matchWith(found, [sideUnit(side, { ...part, words: [last.side] })], [], place) ?? found);
}

/** A part with its side, where the title names that part as well: plantar fasciitis left foot, heel spur. */
function withSideOf(match: Match, units: readonly Unit[], others: readonly (readonly Unit[])[], place: Place): Match | undefined {
  if ([...units, ...match.units].some((unit) => unit.side)) return undefined;
  for (const said of others) {
    const part = said.find((unit) => unit.kind === 'part') ?? said.find((unit) => unit.kind === 'condition');
    const side = said.find((unit) => unit.side);
    const region = part && partOf(part);
    const found = side && region ? matchWith(match, [side, region], [side, region], place) : undefined;
    if (found) return found;
  }
  const own = match.units.map(partOf).find((part) => part !== undefined);
  const name = own ? singular(own.words[own.words.length - 1].low) : '';
  const near = match.entry.code.startsWith('S') ? sideNear(name, place.noted) : undefined;
  const side = place.noted.sides.get(name) ?? near ?? (own && pairIn(own) ? 'bilateral' : undefined);
  return own && side && matchWith(match, [sideUnit(side, own)], [], place);
}

/** Of what everybody has two the plural means both: OA of the knees. */
function pairIn({ words }: Unit): boolean {
  return words.some(({ low }) => PAIRS.test(low));
}

const PAIRS = /^(knees|hips|shoulders|elbows|wrists|ankles|feet|hands|eyes|ears|heels|legs|arms|thumbs)$/;

/** Bones and parts beside one another: who landed on the left wrist broke the left radius. */
const NEIGHBOURS = [
  'wrist radius ulna forearm hand',
  'ankle fibula tibia shin leg',
  'foot metatarsal toe heel ankle',
  'hand metacarpal finger thumb',
  'hip femur thigh',
  'knee patella',
  'shoulder clavicle humerus arm',
].map((group) => group.split(' '));

/** The side of a part beside one, where the note names no other side at all. */
function sideNear(part: string, { sides }: NotedParts): Side | undefined {
  const near = NEIGHBOURS.filter((group) => group.includes(part)).flat();
  return new Set(sides.values()).size === 1 ? near.map((one) => sides.get(one)).find((side) => side !== undefined) : undefined;
}

function sideUnit(side: Side, { words }: Unit): Unit {
  return { words, side, said: side, ways: [[side]], codes: [], kind: 'side' };
}

function distinct<T>(all: readonly T[], key: (one: T) => unknown): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

function namesPart(unit: Unit): boolean {
  return unit.kind === 'part' || unit.words.some((word) => isBodyPart(singular(word.low)));
}

/** The part of the body that a unit names, also inside of a phrase: of shoulder pain the shoulder. */
function partOf(unit: Unit): Unit | undefined {
  if (unit.kind === 'part') return unit;
  const word = unit.words.find((one) => isBodyPart(singular(one.low)));
  return word && { words: [word], said: word.low, ways: [[singular(word.low)]], codes: [], kind: 'part' };
}

/** The match with more things said, if it keeps its conditions, says some of what was added and all that it must. */
export function matchWith(match: Match, added: readonly Unit[], must: readonly Unit[], { date, codes }: Place): Match | undefined {
  const better = bestMatch([...match.units, ...added], date, codes);
  const keeps =
    better &&
    match.units.filter(isCodable).every((unit) => better.units.includes(unit)) &&
    added.some((unit) => better.units.includes(unit)) &&
    must.every((unit) => better.units.includes(unit));
  return keeps ? better : undefined;
}

/** The side told shortly before of the part that the title names: hearing loss right ear; tinnitus. */
function sideBefore({ entry, units }: Match, { sides, places }: NotedParts): Unit | undefined {
  const name = /\bunspecified (\w+)/i.exec(entry.title)?.[1].toLowerCase() ?? '';
  const side = sides.get(name);
  const start = Math.min(...units.flatMap((unit) => unit.words.map((word) => word.start)));
  const last = places.findLast(({ part }) => singular(part.low) === name && part.end < start && start - part.end < FAR);
  return side && last ? { words: [last.side], side, said: side, ways: [[side]], codes: [], kind: 'side' } : undefined;
}

const TELLS_SIDE = /\b(right|left|bilateral)\b/i;

/** A side that was said and that the title leaves open; both sides are the book's code for both, else one for each. */
export function onSides(match: Match, units: readonly Unit[], { date, codes, noted }: Place): Match[] {
  const pair = /unspecified/i.test(match.entry.title) ? units.filter((unit) => match.units.includes(unit)).find(pairIn) : undefined;
  const said = units.find((unit) => unit.side) ?? sideBefore(match, noted) ?? (pair && sideUnit('bilateral', pair));
  if (!said?.side || match.units.includes(said)) return [match];
  const on = (side: Side): Match[] => {
    const entry = siblingOnSide(match.entry, side, date, codes);
    return entry ? [{ ...match, entry, units: [...match.units, said] }] : [];
  };
  const one = TELLS_SIDE.test(match.entry.title) && said.side !== 'bilateral' ? [] : on(said.side);
  const each = one.length === 0 && said.side === 'bilateral' ? [...on('right'), ...on('left')] : [];
  return one.length > 0 ? one : each.length > 1 ? each : [match];
}
