// Abbreviations, synonyms and lay words: what is said, what the book calls it, and the code that is usually meant.
import type { CodeSetId } from '../code-set';
import text from '../synonyms.tsv';
import { keyOf } from '../rows';
import { fold } from '../words';
import { alike } from './alike-words';
import services from './services.tsv';

/** One way to read something that is said. */
export interface Meaning {
  readonly words: readonly string[];
  /** Look-up forms of the codes that are meant when nothing else is said. */
  readonly codes: readonly string[];
}

interface Phrase {
  readonly meanings: readonly Meaning[];
}

/** All phrases by their words joined with a blank, and sorted for those that are still being typed. */
export interface Synonyms {
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** The same by their looser form: other words that say the same, in any order. */
  readonly loose: ReadonlyMap<string, Phrase>;
  /** Names of phrases that hold as they are written only. */
  readonly asWritten: ReadonlySet<string>;
  readonly sorted: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly sortedWords: readonly string[];
  readonly longest: number;
}

/** The phrase of these words, two of them in any order. */
export function phraseOf({ phrases, asWritten }: Synonyms, words: readonly string[]): Phrase | undefined {
  const names = words.map(singular);
  const found = phrases.get(names.join(' '));
  if (found || names.length !== 2) return found;
  const turned = `${names[1]} ${names[0]}`;
  return asWritten.has(turned) ? undefined : phrases.get(turned);
}

/** Words that a phrase may have or not: hole in the heart, hole in heart. */
export const FILLERS: ReadonlySet<string> = new Set(['in', 'the', 'of', 'a', 'an', 'on', 'to', 'my']);

const LINKS: ReadonlySet<string> = new Set([
  ...FILLERS, 'with', 'w', 'w/', 'and', 'at', 'from', 'for', 'due', 'by', 'is', 'd/t', '2/2', 'secondary', 'caused', 'because', 'when',
    'i', 'while',
]);

/** The looser form of a phrase: without small words, each word in its common form, in the order of letters. */
export function looseForm(words: readonly string[]): string {
  return words.filter((word) => !LINKS.has(word)).map(alike).sort().join(' ');
}

let loaded: Synonyms | undefined;
/** Sets with phrases of their own in `services.tsv`: a cane is equipment there, and the left side a modifier. */
const loadedForSets = new Map<CodeSetId, Synonyms>();

/** The synonyms of `synonyms.tsv`, read at first use. */
export function synonyms(): Synonyms {
  return (loaded ??= readSynonyms(text.split(/\r?\n/).slice(1)));
}

/** What is said of the codes of a set: services, modifiers and places have phrases of their own, all others those of diagnoses. */
export function synonymsOf(set: CodeSetId): Synonyms {
  let known = loadedForSets.get(set);
  if (!known) {
    const own = services.split('\n').filter((line) => line.startsWith(`${set}\t`)).map((line) => line.slice(set.length + 1));
    loadedForSets.set(set, (known = own.length > 0 ? readSynonyms(own) : synonyms()));
  }
  return known;
}

/** Two vertebrae, of which the second is told by its number: c5-6 is C5 and C6. */
const LEVELS = /\b([ctl])(\d{1,2})[-/](\d{1,2})\b/g;

/** The words of what a coder typed or says: as titles are parted, but short abbreviations with a slash stay whole. */
export function queryWords(query: string): string[] {
  if (/^[a-z0-9 ]+$/.test(query)) return query.split(' ').filter((word) => word !== '');
  return fold(query).replace(LEVELS, '$1$2 $1$3').match(/(?<![a-z0-9/])[a-z0-9]{1,2}\/[a-z]{0,2}(?![a-z0-9/])|[a-z0-9]+/g) ?? [];
}

/** The form in which a word of a phrase is compared: singular. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** Thousands of phrases stay in memory: those of a line share what they mean, and every word is kept once. */
function readSynonyms(lines: readonly string[]): Synonyms {
  const phrases = new Map<string, Phrase>();
  const asWritten = new Set<string>();
  const words = new Set<string>();
  const kept = new Map<string, string>();
  const once = (word: string): string => {
    const known = kept.get(word);
    if (known === undefined) kept.set(word, word);
    return known ?? word;
  };
  let longest = 1;
  const add = (name: string, phrase: Phrase): void => {
    const known = phrases.get(name);
    phrases.set(name, known ? { meanings: [...known.meanings, ...phrase.meanings] } : phrase);
  };
  for (const line of lines) {
    const [sayings, means, written] = line.split('\t');
    if (!sayings || sayings.startsWith('#')) continue;
    const codes = (written ?? '').trim().split(' ').map(keyOf).filter((key) => key !== '').map(once);
    const meanings = (means ?? '').split('|').map((meaning) => queryWords(meaning).map(once)).filter((meant) => meant.length > 0);
    const phrase: Phrase = { meanings: meanings.map((meant) => ({ words: meant, codes })) };
    for (const way of sayings.split('|')) {
      // A saying behind = holds as it is written only: feet burn is no burn of the foot.
      const said = queryWords(way.replace('=', '')).map(once);
      const name = said.map(singular).join(' ');
      if (way.startsWith('=')) asWritten.add(name);
      longest = Math.max(longest, said.length);
      for (const part of said) words.add(part);
      add(name, meanings.length > 0 ? phrase : { meanings: codes.length > 0 ? [{ words: said, codes }] : [] });
    }
  }
  for (const [name, phrase] of [...phrases]) {
    const bare = name.split(' ').filter((word) => !FILLERS.has(word));
    if (bare.length > 1 && !phrases.has(bare.join(' '))) phrases.set(bare.join(' '), phrase);
  }
  const loose = new Map<string, Phrase>();
  for (const [name, phrase] of phrases) {
    if (asWritten.has(name)) continue;
    const form = looseForm(name.split(' '));
    if (form.includes(' ') && !loose.has(form)) loose.set(form, phrase);
  }
  return { phrases, loose, asWritten, sorted: [...phrases.keys()].sort(), words, sortedWords: [...words].sort(), longest };
}
