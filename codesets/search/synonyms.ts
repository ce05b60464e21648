// Abbreviations, synonyms and lay words: what is said, what the book calls it, and the code that is usually meant.
import type { CodeSetId } from '../code-set';
import packed from '../../out/starter.packed';
import { RADIX, singular } from './phrase-words';

/** One way to read something that is said. */
export interface Meaning {
  readonly words: readonly string[];
  /** Look-up forms of the codes that are meant when nothing else is said. */
  readonly codes: readonly string[];
}

/** Something that is said, with all that it may mean. */
export interface Phrase {
  readonly meanings: readonly Meaning[];
}

/** The phrases of a set. Names are words in singular, joined with a blank. */
export interface Synonyms {
  phrase(name: string): Phrase | undefined;
  /** By the looser form: other words that say the same, in any order. */
  loose(form: string): Phrase | undefined;
  /** The first phrase in the order of letters that begins so. */
  begun(text: string): Phrase | undefined;
  /** Whether a phrase holds as it is written only. */
  asWritten(name: string): boolean;
  hasWord(word: string): boolean;
  /** Whether a word is the beginning of one, and long enough to tell so. */
  isBegun(word: string): boolean;
  /** All words of the phrases, sorted. */
  readonly words: readonly string[];
  /** So many words has the longest phrase. */
  readonly longest: number;
}

/** A shorter word may be the beginning of too many. */
export const LEAST_TO_COMPLETE = 4;

/** The phrase of these words, two of them in any order. */
export function phraseOf(known: Synonyms, words: readonly string[]): Phrase | undefined {
  const names = words.map(singular);
  const found = known.phrase(names.join(' '));
  if (found || names.length !== 2) return found;
  const turned = `${names[1]} ${names[0]}`;
  return known.asWritten(turned) ? undefined : known.phrase(turned);
}

/** The first place in sorted texts whose text is not before the one given. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By set: one with phrases of its own has those only; a cane is equipment there, and the left side a modifier. */
const opened = new Map<CodeSetId, Synonyms>();

/** What is said of diagnoses. */
export function synonyms(): Synonyms {
  return synonymsOf('icd-10-cm');
}

/** What is said of the codes of a set: services, modifiers and places have phrases of their own, all others those of diagnoses. */
export function synonymsOf(set: CodeSetId): Synonyms {
  let known = opened.get(set);
  if (!known) {
    const head = `\nsynonyms ${set}#`;
    const all = packed(),
      start = all.indexOf(head);
    known = start < 0 ? synonyms() : openSynonyms(all.slice(start + head.length, endOfLine(all, start + 1)));
    opened.set(set, known);
  }
  return known;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The phrases of a set as `pack-synonyms.ts` writes them: only parted here, each is read when it is asked for. */
function openSynonyms(line: string): Synonyms {
  const [longest, ...parts] = line.split('#');
  const [phrases, loose, words, meanings] = parts.map((part) => part.split('|'));
  const read = new Map<string, Phrase>();
  const numbersOf = (table: readonly string[], name: string): string | undefined => {
    const row = table[firstFrom(table, `${name}\t`)];
    return row?.startsWith(`${name}\t`) ? row.slice(name.length + 1) : undefined;
  };
  const phraseFor = (numbers: string | undefined): Phrase | undefined => {
    if (numbers === undefined) return undefined;
    let phrase = read.get(numbers);
    if (!phrase) {
      const lines = numbers
        .replace('=', '')
        .split(' ')
        .filter((number) => number !== '');
      read.set(numbers, (phrase = { meanings: lines.flatMap((number) => meaningsOf(meanings[parseInt(number, RADIX)])) }));
    }
    return phrase;
  };
  return {
    words,
    longest: Number(longest),
    phrase: (name) => phraseFor(numbersOf(phrases, name)),
    loose: (form) => phraseFor(numbersOf(loose, form)),
    begun(text) {
      const row = phrases[firstFrom(phrases, text)];
      return row?.startsWith(text) ? phraseFor(row.slice(row.indexOf('\t') + 1)) : undefined;
    },
    asWritten: (name) => numbersOf(phrases, name)?.startsWith('=') ?? false,
    hasWord: (word) => words[firstFrom(words, word)] === word,
    isBegun: (word) => word.length > LEAST_TO_COMPLETE && words[firstFrom(words, word)]?.startsWith(word) === true,
  };
}

function meaningsOf(line: string): Meaning[] {
  const [ways, written] = line.split('=');
  const codes = written === '' ? [] : written.split(' ');
  return ways.split(',').map((way) => ({ words: way.split(' '), codes }));
}
