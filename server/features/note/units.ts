// The things that a statement of a note says: conditions, parts of the body, sides, stages; each with the words that say it.
import type { NoteWord } from '../../terms/note-sentences';
import type { Statement } from '../../terms/read-note';
import { SIDES, type Side } from './side';
import { thingAt } from './things';

/** One thing said. */
export interface Unit {
  readonly words: readonly NoteWord[];
  /** What the codes are asked for: the words, or what an abbreviation stands for here. */
  readonly said: string;
  /** Ways in which a title may say it, each all of its words. */
  readonly ways: readonly (readonly string[])[];
  /** Look-up forms of the codes that are meant where nothing else is said. */
  readonly codes: readonly string[];
  /** `condition` can be coded by itself; `procedure` only as past; everything else narrows a condition. */
  readonly kind: 'condition' | 'procedure' | 'part' | 'side' | 'detail';
  readonly side?: Side;
  /** Of a part of the body: the regions that hold it, by which a title may name it. */
  readonly wider?: readonly (readonly string[])[];
}

/** The things said in a statement, in order; words that say nothing about a code are left out. `text` is the whole note. */
export function unitsOf(statement: Pick<Statement, 'words'>, text: string): Unit[] {
  const units: Unit[] = [];
  const words = withSidesFirst(statement.words.filter((word, at, all) => !(word.low === 'secondary' && all[at + 1]?.low === 'to')));
  for (let at = 0; at < words.length; ) {
    const { unit, length } = thingAt(words, at, text, units.at(-1));
    if (unit) units.push(unit);
    at += length;
  }
  const told = units.filter((unit, at) => !isVaccine(units[at + 1]) || unit.kind !== 'condition');
  return withBothSides(withSecondary(told));
}

const HOW: ReadonlySet<string> = new Set(['acute', 'chronic', 'recurrent', 'mild', 'moderate', 'severe', 'subacute']);

/** A side in the middle of a name stands before it: acute left otitis media. */
function withSidesFirst(words: readonly NoteWord[]): readonly NoteWord[] {
  const at = words.findIndex((word, i) => i > 0 && SIDES.has(word.low) && HOW.has(words[i - 1].low) && i + 1 < words.length);
  return at < 0 ? words : [...words.slice(0, at - 1), words[at], words[at - 1], ...words.slice(at + 1)];
}

/** That something is secondary is said of what follows only: CKD with secondary hyperparathyroidism. */
function withSecondary(units: readonly Unit[]): readonly Unit[] {
  return units.flatMap((unit, at) => {
    const [before, next] = [units[at - 1], units[at + 1] as Unit | undefined];
    const isFirst = (one: Unit | undefined) => one?.kind === 'detail' && one.said.toLowerCase() === 'secondary';
    if (isFirst(unit) && next?.kind === 'condition') return [];
    if (!isFirst(before) || unit.kind !== 'condition') return [unit];
    const ways = unit.ways.map((way) => ['secondary', ...way]);
    return [{ ...unit, words: [...before.words, ...unit.words], said: `secondary ${unit.said}`, ways, codes: [] }];
  });
}

/** What a vaccine is against is not there: shingles vaccine. */
function isVaccine(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.words.length === 1 && unit.codes.includes('Z23');
}

/** Two sides beside one another are both: right > left. */
function withBothSides(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit, at) => {
    const next = units[at + 1],
      before = units[at - 1];
    if (before && unit.side && before.side && before.side !== unit.side && unit.kind === 'side' && before.kind === 'side') return [];
    return unit.kind === 'side' && unit.side && next?.kind === 'side' && next.side && next.side !== unit.side
      ? [{ ...unit, words: [...unit.words, ...next.words], side: 'bilateral', said: 'bilateral', ways: [['bilateral']] }]
      : [unit];
  });
}

const IN_THE_ABDOMEN = /quadrant|epigastric|umbilical|suprapubic|flank|pelvic/i;

/** Where the place in the abdomen is said, titles leave the abdomen out: left upper quadrant pain. */
export function placed(units: readonly Unit[]): Unit[] {
  return units.map((unit) => {
    if (!unit.ways.some((way) => way.includes('abdominal') && way.includes('pain'))) return unit;
    const place = units.find((other) => other !== unit && IN_THE_ABDOMEN.test([other.said, ...other.ways.flat()].join(' ')));
    return place ? { ...unit, said: 'pain', ways: [['pain'], ...unit.ways] } : unit;
  });
}
