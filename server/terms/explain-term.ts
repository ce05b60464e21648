// Explains one word or phrase: glossary, abbreviations, then the parts of a composed word.
import { analyseWord } from './analyse-word';
import type { Explanation } from './explanation';
import { findPhrase } from './look-up';
import { readWords } from './words';

const longestTerm = 200;
const longestContext = 4000;

/** What a word or phrase means; `context` is the text around it, which chooses among the meanings of an abbreviation. */
export function explainTerm(word: string, context?: string): Explanation | undefined {
  const text = word.trim();
  if (text === '' || text.length > longestTerm) return undefined;
  const words = readWords(text);
  return findPhrase(words, context ? [context.slice(0, longestContext)] : []) ?? explainParts(text);
}

/** A word explained by its parts alone. */
export function explainParts(word: string): Explanation | undefined {
  const parts = analyseWord(word);
  if (!parts) return undefined;
  return { term: word, kind: 'word-parts', meaning: parts.map((part) => part.meaning).join(' · '), alternatives: [], parts };
}
