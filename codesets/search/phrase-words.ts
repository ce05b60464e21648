// The words of a phrase, and the forms in which they are compared: when phrases are packed, and when a query is read.
import { fold } from '../words';
import { alike } from './alike-words';
import { TALK } from './small-words';

/** The base in which packed phrases number their meanings: shorter than in tens, for there are many. */
export const RADIX = 36;

/** Words that a phrase may have or not: hole in the heart, hole in heart. */
export const FILLERS: ReadonlySet<string> = new Set(['in', 'the', 'of', 'a', 'an', 'on', 'to', 'my']);

const LINKS: ReadonlySet<string> = new Set([
  ...FILLERS,
  'with',
  'w',
  'w/',
  'and',
  'at',
  'from',
  'for',
  'due',
  'by',
  'is',
  'd/t',
  '2/2',
  'secondary',
  'caused',
  'because',
  'when',
  'i',
  'im',
  'ive',
  'he',
  'hes',
  'she',
  'shes',
  'his',
  'her',
  'him',
  'me',
  'it',
  'its',
  'am',
  'are',
  'was',
  'were',
  'been',
  'have',
  'has',
  'had',
  'while',
]);

/** The looser form of a phrase: without small words, each word in its common form, in the order of letters. */
export function looseForm(words: readonly string[]): string {
  const telling = words.filter((word) => !LINKS.has(word));
  const plain = telling.filter((word) => !TALK.has(word));
  return (plain.length > 1 ? plain : telling).map(alike).sort().join(' ');
}

/** Two vertebrae, of which the second is told by its number: c5-6 is C5 and C6. */
const LEVELS = /\b([ctl])(\d{1,2})[-/](\d{1,2})\b/g;

/** The words of what a coder typed or says: as titles are parted, but short abbreviations with a slash stay whole. */
export function queryWords(query: string): string[] {
  if (/^[a-z0-9 ]+$/.test(query)) return query.split(' ').filter((word) => word !== '');
  return (
    fold(query)
      .replace(LEVELS, '$1$2 $1$3')
      .match(/(?<![a-z0-9/])[a-z0-9]{1,2}\/[a-z]{0,2}(?![a-z0-9/])|[a-z0-9]+/g) ?? []
  );
}

/** The form in which a word of a phrase is compared: singular. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
