// The three lists and the everyday words as look-up structures, built when they are first asked for.
import abbreviationText from './abbreviations.tsv';
import everydayText from './everyday-words.txt';
import glossaryText from './glossary.tsv';
import partText from './word-parts.tsv';
import type { PartKind } from './explanation';
import { keyOf } from './words';

/** A row of `glossary.tsv`. */
export interface GlossaryEntry {
  readonly term: string;
  readonly forms: readonly string[];
  readonly category: string;
  readonly definition: string;
}

/** A row of `abbreviations.tsv`: one meaning of an abbreviation. */
export interface AbbreviationEntry {
  readonly abbreviation: string;
  readonly meaning: string;
  /** Words or phrases (look-up spelling) that speak for this meaning when they stand nearby. */
  readonly context: readonly string[];
  readonly doNotUse: boolean;
  /** The meaning to assume when nothing nearby tells. */
  readonly usual: boolean;
  readonly caution: string;
}

/** A row of `word-parts.tsv`. */
export interface WordPartEntry {
  readonly part: string;
  readonly kind: PartKind;
  readonly meaning: string;
  /** `ending`: a suffix without sense of its own (-al). `shared`: everyday words have it too (re-, -gram), so it proves nothing. */
  readonly use: 'ending' | 'shared' | '';
}

/** The data rows of a list: its first line names the columns. */
export function rowsOf(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

export const glossary = once((): ReadonlyMap<string, GlossaryEntry> => {
  const entries = rowsOf(glossaryText).map(([term = '', forms = '', category = '', definition = '']) => ({
    term,
    forms: list(forms),
    category,
    definition,
  }));
  const byKey = new Map<string, GlossaryEntry>();
  for (const entry of entries) byKey.set(keyOf(entry.term), entry);
  for (const entry of entries) {
    for (const form of [entry.term, ...entry.forms]) {
      for (const key of spellings(form)) if (!byKey.has(key)) byKey.set(key, entry);
    }
  }
  return byKey;
});

export const abbreviations = once((): ReadonlyMap<string, readonly AbbreviationEntry[]> => {
  const byKey = new Map<string, AbbreviationEntry[]>();
  for (const [abbreviation = '', meaning = '', context = '', flags = '', caution = ''] of rowsOf(abbreviationText)) {
    const entry = {
      abbreviation,
      meaning,
      caution,
      context: list(context).map(keyOf),
      doNotUse: flags.includes('do-not-use'),
      usual: flags.includes('usual'),
    };
    const key = keyOf(abbreviation);
    const known = byKey.get(key);
    if (known) known.push(entry);
    else byKey.set(key, [entry]);
  }
  return byKey;
});

/** The first words of listed phrases, with the number of words of the longest phrase that begins so. */
export const phraseStarts = once((): ReadonlyMap<string, number> => {
  const longest = new Map<string, number>();
  for (const keys of [glossary().keys(), abbreviations().keys()]) {
    for (const key of keys) {
      const words = key.split(/[ /&]/);
      const first = words[0] ?? '';
      if (words.length > 1) longest.set(first, Math.max(words.length, longest.get(first) ?? 0));
    }
  }
  return longest;
});

/** Word parts by their letters alone; a root stands under both of its spellings, with and without its vowel. */
export const wordParts = once((): ReadonlyMap<string, readonly WordPartEntry[]> => {
  const byLetters = new Map<string, WordPartEntry[]>();
  for (const [part = '', kind = '', meaning = '', use = ''] of rowsOf(partText)) {
    const entry: WordPartEntry = { part, kind: kindOf(kind), meaning, use: use === 'ending' || use === 'shared' ? use : '' };
    const bare = part.replace(/-/g, '').replace(/\/.*$/, '');
    const letters = part.includes('/') ? [bare, part.replace('/', '')] : [bare];
    for (const spelling of letters) {
      const known = byLetters.get(spelling);
      if (known) known.push(entry);
      else byLetters.set(spelling, [entry]);
    }
  }
  return byLetters;
});

/** Plain English words that are never taken for an abbreviation, a misspelling or a composed word. */
export const everydayWords = once((): ReadonlySet<string> => new Set(everydayText.split(/\s+/).filter((word) => word !== '')));

function kindOf(text: string): PartKind {
  return text === 'prefix' || text === 'suffix' ? text : 'root';
}

function list(text: string): string[] {
  return text.split(/;\s*/).filter((item) => item !== '');
}

/** The ways in which people write a listed phrase: as listed, hyphens closed up, possessive without its sign. */
function spellings(phrase: string): string[] {
  if (!/[-'’]/.test(phrase)) return [keyOf(phrase)];
  const closed = keyOf(phrase.replace(/(?<=\p{L})-(?=\p{L})/gu, ''));
  return [keyOf(phrase), closed, keyOf(phrase.replace(/['’]s\b/g, 's'))];
}

/** Builds a value at its first use and keeps it. */
function once<T>(build: () => T): () => T {
  let value: { readonly built: T } | undefined;
  return () => (value ??= { built: build() }).built;
}
