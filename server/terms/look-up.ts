// Finds the glossary term or abbreviation that a run of words stands for, and chooses among an abbreviation's meanings.
import type { Explanation } from './explanation';
import { analyseWord } from './analyse-word';
import { abbreviations, everydayWords, glossary } from './tables';
import type { AbbreviationEntry, GlossaryEntry } from './tables';
import { keyOf, phraseKey, readWords } from './words';
import type { Word } from './words';
import { baseForms } from './word-forms';

/** Text around a term, the closest first: what stands nearer tells more. */
export type Surroundings = readonly string[];

/** The explanation of a run of words, if it is a known term or abbreviation as a whole. */
export function findPhrase(words: readonly Word[], surroundings: Surroundings): Explanation | undefined {
  const [first] = words;
  if (!first) return undefined;
  const raw = words.length === 1 ? first.raw : phraseKey(words);
  const capitals = words.every((word) => word.raw === word.raw.toUpperCase() && /\p{L}/u.test(word.raw));
  const keys = [phraseKey(words)];
  if (words.slice(1).some((word) => word.joint === '-')) keys.push(phraseKey(words, true));
  for (const key of keys) {
    const term = glossary().get(key);
    const rows = abbreviations().get(key);
    const short = rows && mayAbbreviate(key, words, rows, surroundings) ? explainAbbreviation(rows, spelledAs(words), surroundings) : undefined;
    const found = capitals || !term ? short ?? (term && explainEntry(term)) : explainEntry(term);
    if (found) return found;
  }
  for (const key of inflections(words)) {
    const term = glossary().get(key);
    if (term) return explainEntry(term);
  }
  const singular = words.length === 1 && /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}]+s$/u.test(raw) ? raw.slice(0, -1) : undefined;
  const rows = singular ? abbreviations().get(keyOf(singular)) : undefined;
  return rows && singular ? explainAbbreviation(rows, singular, surroundings) : undefined;
}

/** The glossary entry as an explanation, with the parts of a composed word. */
function explainEntry(entry: GlossaryEntry): Explanation {
  return {
    term: entry.term, kind: 'term', category: entry.category, meaning: entry.definition,
    alternatives: [], parts: analyseWord(entry.term) ?? [],
  };
}

function explainAbbreviation(rows: readonly AbbreviationEntry[], spelling: string, surroundings: Surroundings): Explanation {
  const ranked = rankMeanings(rows, spelling, surroundings);
  const [best] = ranked;
  const detail = glossary().get(keyOf(best.meaning.replace(/ \(.*\)$/, '')));
  return {
    term: best.abbreviation, kind: 'abbreviation', meaning: best.meaning,
    ...(detail ? { detail: detail.definition } : {}),
    alternatives: [...new Set(ranked.slice(1).map((row) => row.meaning))].filter((meaning) => meaning !== best.meaning),
    ...(best.doNotUse ? { caution: best.caution } : {}),
    parts: [],
  };
}

/** The meanings of an abbreviation, the one that the surroundings suggest first. */
function rankMeanings(rows: readonly AbbreviationEntry[], spelling: string, surroundings: Surroundings): [AbbreviationEntry, ...AbbreviationEntry[]] {
  const rings = rows.length > 1 ? surroundings.map(contextWords) : [];
  const scored = rows.map((row) => ({ row, score: scoreOf(row, spelling, rings) }));
  scored.sort((left, right) => right.score - left.score);
  const [best, ...rest] = scored.map(({ row }) => row);
  return [best ?? rows[0]!, ...rest];
}

function scoreOf(row: AbbreviationEntry, spelling: string, rings: readonly ContextWords[]): number {
  let score = (row.usual ? 0.75 : 0) + (row.abbreviation === spelling ? 1.5 : 0);
  for (const clue of row.context) {
    const ring = rings.findIndex((words) => holds(words, clue));
    if (ring >= 0) score += rings.length - ring;
  }
  return score;
}

interface ContextWords {
  readonly words: ReadonlySet<string>;
  readonly phrase: string;
}

function contextWords(text: string): ContextWords {
  const read = readWords(text);
  const words = new Set<string>();
  for (const { key } of read) {
    words.add(key);
    if (key.length > 3 && key.endsWith('s')) words.add(key.slice(0, -1));
  }
  return { words, phrase: ` ${phraseKey(read)} ` };
}

function holds(context: ContextWords, clue: string): boolean {
  return /[^\p{L}\p{N}%]/u.test(clue) ? context.phrase.includes(` ${clue} `) : context.words.has(clue);
}

/** An everyday word in small letters, or among shouted words, is not an abbreviation unless it is listed just so. */
function mayAbbreviate(key: string, words: readonly Word[], rows: readonly AbbreviationEntry[], surroundings: Surroundings): boolean {
  if (words.length > 1 || !everydayWords().has(key)) return true;
  const spelling = spelledAs(words);
  if (!rows.some((row) => row.abbreviation === spelling)) return false;
  const near = surroundings[1] ?? surroundings[0] ?? '';
  const shouted = readWords(near).length > 2 && !/\p{Ll}/u.test(near);
  if (!shouted) return true;
  const ring = contextWords(near);
  return rows.some((row) => row.context.some((clue) => holds(ring, clue)));
}

function spelledAs(words: readonly Word[]): string {
  return words.map((word, index) => (index > 0 && word.joint !== 'break' ? word.joint : '') + word.raw.replace(/['’]s$/, '')).join('');
}

/** Spellings in which the last word, or the first, is brought back to its dictionary form. */
function* inflections(words: readonly Word[]): Generator<string> {
  const last = words.length - 1;
  const key = phraseKey(words);
  const tail = words[last]?.key ?? '';
  for (const form of baseForms(tail)) yield key.slice(0, key.length - tail.length) + form;
  if (last === 0) return;
  const head = words[0]?.key ?? '';
  for (const form of baseForms(head)) yield form + key.slice(head.length);
}
