// Reads free text as words with what stands between them, and gives each word and phrase one spelling to look up.
import type { Span } from '../syntax/tree';

/** A word of a text: `key` is its look-up spelling (lower case, no dots, no possessive). */
export interface Word extends Span {
  readonly raw: string;
  readonly key: string;
  /** How it hangs on the word before it; `break` when a phrase cannot run over the gap. */
  readonly joint: Joint;
}

export type Joint = ' ' | '-' | '/' | '&' | 'break';

const WORD = /(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}{1,2}(?!\p{L}))?|[%@<>°]/gu;

/** The words of a text, left to right. */
export function readWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  const part = text.slice(from, to);
  let last = 0;
  for (const match of part.matchAll(WORD)) {
    const start = match.index;
    const joint = words.length === 0 ? 'break' : jointOf(part.slice(last, start), words.at(-1)?.raw ?? '', match[0]);
    last = start + match[0].length;
    words.push({ start: from + start, end: from + last, raw: match[0], key: keyOfWord(match[0]), joint });
  }
  return words;
}

/** The look-up spelling of consecutive words. Hyphens count as blanks, or as nothing when `joined`. */
export function phraseKey(words: readonly Word[], joined = false): string {
  let key = '';
  words.forEach((word, index) => {
    const joint = word.joint === '-' ? (joined ? '' : ' ') : word.joint === 'break' ? ' ' : word.joint;
    key += (index === 0 ? '' : joint) + word.key;
  });
  return key;
}

/** The look-up spelling of a whole phrase such as a glossary entry. */
export function keyOf(phrase: string): string {
  // Plain phrases, which are nearly all, need no reading.
  if (/^[a-z0-9]+(?:[ -][a-z0-9]+)*$/i.test(phrase)) return phrase.toLowerCase().replaceAll('-', ' ');
  return phraseKey(readWords(phrase));
}

function keyOfWord(raw: string): string {
  const lower = raw.toLowerCase().replace(/’/g, "'");
  return lower.replace(/'s$/, '').replace(/\./g, '');
}

function jointOf(gap: string, before: string, after: string): Joint {
  if (gap === '') return ' ';
  // the genus of a germ: E. coli
  if (gap === '. ' && /^\p{Lu}$/u.test(before) && /^\p{Ll}/u.test(after)) return ' ';
  // what belongs to a name in s: Colles' fracture
  if (/s$/.test(before) && /^['’] $/.test(gap)) return ' ';
  if (/^[-‐‑]$/.test(gap)) return '-';
  if (/^ ?\/ ?$/.test(gap)) return '/';
  if (/^ ?& ?$/.test(gap)) return '&';
  return /^[ \t\u00a0]*(?:\r?\n)?[ \t\u00a0]*$/.test(gap) ? ' ' : 'break';
}
