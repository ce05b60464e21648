// Finds the glossary term or abbreviation that a run of words stands for, and chooses among an abbreviation's meanings.
import type { Explanation } from './explanation';
import { analyseWord } from './analyse-word';
import { abbreviations, everydayWords, glossary } from './tables';
import type { AbbreviationEntry, GlossaryEntry } from './tables';
import { isShouted, neighbours, noNeighbours, weightOf } from './context';
import type { Place } from './context';
import { keyOf, phraseKey } from './words';
import type { Word } from './words';
import { baseForms, singularForms } from './word-forms';

/** What weighs against the words nearby: the usual meaning a little, the exact spelling more than any of them. */
const USUAL_WEIGHT = 0.4;
const SPELLING_WEIGHT = 20;

/** What an abbreviation may stand for, the usual meaning first. */
export function meaningsOf(abbreviation: string): string[] {
  const rows = abbreviations().get(keyOf(abbreviation)) ?? [];
  return [...rows].sort((one, other) => Number(other.usual) - Number(one.usual)).map((row) => row.meaning);
}

/** The explanation of a run of words, if it is a known term or abbreviation as a whole. */
export function findPhrase(words: readonly Word[], place?: Place): Explanation | undefined {
  const [first] = words;
  if (!first) return undefined;
  const raw = words.length === 1 ? first.raw : phraseKey(words);
  const capitals = words.every((word) => word.raw === word.raw.toUpperCase() && /\p{L}/u.test(word.raw));
  const keys = [phraseKey(words)];
  if (words.slice(1).some((word) => word.joint === '-')) keys.push(phraseKey(words, true));
  for (const key of keys) {
    const term = glossary().get(key);
    const rows = abbreviations().get(key);
    const short = rows && mayAbbreviate(key, words, rows, place) ? explainAbbreviation(rows, spelledAs(words), place) : undefined;
    const found = capitals || !term ? (short ?? (term && explainEntry(term))) : explainEntry(term);
    if (found) return found;
  }
  for (const key of inflections(words)) {
    const term = glossary().get(key);
    if (term) return explainEntry(term);
  }
  const singular = words.length === 1 && /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\p{N}]+s$/u.test(raw) ? raw.slice(0, -1) : undefined;
  const rows = singular ? abbreviations().get(keyOf(singular)) : undefined;
  return rows && singular ? explainAbbreviation(rows, singular, place) : undefined;
}

/** The glossary entry as an explanation, with the parts of a composed word. */
function explainEntry(entry: GlossaryEntry): Explanation {
  return {
    term: entry.term,
    kind: 'term',
    category: entry.category,
    meaning: entry.definition,
    alternatives: [],
    parts: analyseWord(entry.term) ?? [],
  };
}

function explainAbbreviation(rows: readonly AbbreviationEntry[], spelling: string, place?: Place): Explanation | undefined {
  const ranked = rankMeanings(rows, spelling, place);
  const best = ranked[0] ?? rows[0];
  if (!best) return undefined;
  const detail = glossary().get(keyOf(best.meaning.replace(/ \(.*\)$/, '')));
  // Alone it may be any of them; among other words they tell which.
  const prone = best.doNotUse || place ? undefined : ranked.find((row) => row.doNotUse);
  const caution = best.doNotUse ? best.caution : prone && `As ${prone.meaning}: ${prone.caution}`;
  return {
    term: best.abbreviation,
    kind: 'abbreviation',
    meaning: best.meaning,
    ...(detail ? { detail: detail.definition } : {}),
    alternatives: [...new Set(ranked.slice(1).map((row) => row.meaning))].filter((meaning) => meaning !== best.meaning),
    ...(caution ? { caution } : {}),
    parts: [],
  };
}

/** The meanings of an abbreviation, the one that the words nearby suggest first. */
function rankMeanings(rows: readonly AbbreviationEntry[], spelling: string, place?: Place): AbbreviationEntry[] {
  const around = place && rows.length > 1 ? neighbours(place) : noNeighbours;
  const score = (row: AbbreviationEntry): number =>
    (row.usual ? USUAL_WEIGHT : 0) +
    (row.abbreviation === spelling ? SPELLING_WEIGHT : 0) +
    row.context.reduce((sum, clue) => sum + weightOf(clue, around), 0);
  return rows
    .map((row) => ({ row, score: score(row) }))
    .sort((left, right) => right.score - left.score)
    .map(({ row }) => row);
}

/**
 * Some words are an abbreviation only when they are written just as listed: single letters and everyday words, and the
 * latter not among shouted words unless something nearby speaks for it.
 */
function mayAbbreviate(key: string, words: readonly Word[], rows: readonly AbbreviationEntry[], place?: Place): boolean {
  if (words.length > 1) return true;
  const everyday = everydayWords().has(key);
  if (key.length > 1 && !everyday) return true;
  const spelling = spelledAs(words);
  if (!rows.some((row) => row.abbreviation === spelling)) return false;
  if (!everyday || !place || !isShouted(place)) return true;
  const around = neighbours(place);
  return rows.some((row) => row.context.some((clue) => weightOf(clue, around) > 0));
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
  for (const form of singularForms(head)) yield form + key.slice(head.length);
}
