// What the title of a code says: its words, what makes it a case of its own, and in which way it says a thing that a note names.
import type { CodeEntry } from '../../../codesets/code-set';
import { keyOf } from '../../../codesets/rows';
import { isBodyPart } from '../../../codesets/search/body';
import { FILLERS, singular } from '../../../codesets/search/phrase-words';
import { editDistance } from '../../../codesets/search/rescue';
import { wordWeight } from '../../../codesets/search/weights';
import { digitOfRoman, stemOf, wordsOf } from '../../../codesets/words';
import type { Side } from './side';
import type { Unit } from './units';

const LONG_WORD = 6;
const BEGINNING = 5;
/** Words of this weight make a title a special case. */
const SPECIAL = 1.5;
/** But for these, which only say that it is not the plain one. */
export const PLAIN: ReadonlySet<string> = new Set(['other', 'specified']);

/** The words of a title. */
export interface Title {
  /** Without what the title says is not there. */
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly stemOf: ReadonlyMap<string, string>;
  /** What makes it a case of its own: parts of the body, what it comes with. */
  readonly special: ReadonlySet<string>;
  /** The whole of it in small letters. */
  readonly whole: string;
}

/** By what is printed: every search gives entries of its own. */
const titles = new Map<string, Title>();
const MOST_TITLES = 3000;

/** The words of a code's title, read once. */
export function titleOf(entry: CodeEntry): Title {
  let title = titles.get(entry.title);
  if (!title) {
    if (titles.size >= MOST_TITLES) titles.clear();
    const words = wordsOf(entry.title.replace(/\b(?:without|not|except) (?:(?! (?:with|without|of|in|on|due)\b)[^,;])*/gi, ' '));
    const comesWith = new Set(wordsOf(/\bwith\b(.*)/i.exec(entry.title)?.[1] ?? ''));
    const special = new Set(
      words.filter((word) => (wordWeight(word) >= SPECIAL && !PLAIN.has(word)) || isBodyPart(singular(word)) || comesWith.has(word)),
    );
    const stems = new Map(words.map((word) => [word, stemOf(word)]));
    titles.set(entry.title, (title = { words, special, stemOf: stems, stems: new Set(stems.values()), whole: entry.title.toLowerCase() }));
  }
  return title;
}

/** The way in which a title says a thing: the words of it, or none where only the code is meant by it. */
export function sayingOf(unit: Unit, entry: CodeEntry, title: Title): readonly string[] | undefined {
  const denied = unit.ways.find((way) => way[0] === 'without' && denies(title.whole, way.slice(1)));
  const way =
    denied ??
    wayIn(
      unit.ways.filter((one) => one[0] !== 'without'),
      title,
    );
  if (way) return way;
  const key = keyOf(entry.code);
  return unit.codes.some((code) => code === key || isKin(code, key)) ? title.words : undefined;
}

/** Do two codes differ in their last sign only, such as the side? */
export function isKin(code: string, key: string): boolean {
  return code.length > FAMILY && code.length === key.length && !/^[RZ]/.test(code) && code.slice(0, -1) === key.slice(0, code.length - 1);
}

/** Of some ways the one that a title has and that says most: forearm laceration, rather than laceration. */
export function wayIn(ways: readonly (readonly string[])[], title: Title): readonly string[] | undefined {
  let best: { readonly way: readonly string[]; readonly needed: number } | undefined;
  for (const way of ways) {
    const needed = neededWords(way);
    if (needed.length > (best?.needed ?? 0) && needed.every(({ word, stem }) => says(title, word, stem)))
      best = { way, needed: needed.length };
  }
  return best?.way.flatMap((word) => wordsOf(word));
}

const FAMILY = 4;
const EMPTY: ReadonlySet<string> = new Set(['with', 'and', 'due', 'by', 'for', 'type', 'unspecified']);

/** Does a title say that it is without this? */
function denies(whole: string, words: readonly string[]): boolean {
  return [...whole.matchAll(/\bwithout\b[^,;]*/g)].some(([part]) => words.every((word) => part.includes(word)));
}

interface Needed {
  readonly word: string;
  readonly stem: string;
}

const neededCache = new WeakMap<readonly string[], readonly Needed[]>();

/** The words of a way that a title must have, digits for Roman numerals. */
function neededWords(way: readonly string[]): readonly Needed[] {
  let needed = neededCache.get(way);
  if (!needed) {
    const words = way.flatMap((word) => wordsOf(word)).filter((word) => !FILLERS.has(word) && !EMPTY.has(word));
    needed = words.map((written, i) => {
      const word = digitOfRoman(written, words[i - 1] ?? '') ?? written;
      return { word, stem: stemOf(word) };
    });
    neededCache.set(way, needed);
  }
  return needed;
}

function says({ words, stems }: Title, word: string, stem: string): boolean {
  if (stems.has(stem) || words.includes(word)) return true;
  if (/\d/.test(word)) return words.some((one) => digitOfRoman(one, 'stage') === word);
  if (word.length < BEGINNING) return false;
  const stump = stem.length >= LONG_WORD ? stem.slice(0, LONG_WORD) : undefined;
  return words.some(
    (one) =>
      one.startsWith(word) ||
      (stump !== undefined && one.startsWith(stump)) ||
      (word.length >= LONG_WORD && one.length >= LONG_WORD && Math.abs(one.length - word.length) < 2 && editDistance(word, one, 1) <= 1),
  );
}

/** Does a title name the other side only? */
export function otherSideIn(side: Side, words: readonly string[]): boolean {
  return side === 'right'
    ? words.includes('left') && !words.includes('right')
    : side === 'left'
      ? words.includes('right') && !words.includes('left')
      : false;
}
