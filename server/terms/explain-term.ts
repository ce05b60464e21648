// Explains one word or phrase: glossary, abbreviations, then the parts of a composed word.
import { analyseWord } from './analyse-word';
import { doseAt } from './dose';
import type { Explanation } from './explanation';
import type { Place } from './context';
import { findPhrase } from './look-up';
import { readWords } from './words';

const LONGEST_TERM = 200;
const LONGEST_CONTEXT = 4000;

/** What a word or phrase means; `context` is the text around it, which chooses among the meanings of an abbreviation. */
export function explainTerm(word: string, context?: string): Explanation | undefined {
  const text = word.trim();
  if (text === '' || text.length > LONGEST_TERM) return undefined;
  const dose = doseAt(text, 0);
  if (dose?.span.end === text.length) return dose.explanation;
  const words = readWords(text);
  return findPhrase(words, context === undefined ? undefined : placeIn(context, text)) ?? explainParts(text);
}

/** Where the word stands in its context; in front of it, when the context does not hold it. */
function placeIn(context: string, word: string): Place {
  const text = context.slice(0, LONGEST_CONTEXT);
  for (const { start, end } of readWords(text)) {
    const behind = start + word.length;
    if (text.startsWith(word, start) && behind >= end) return { text, span: { start, end: behind } };
  }
  return { text, span: { start: 0, end: 0 } };
}

/** A word explained by its parts alone. */
export function explainParts(word: string): Explanation | undefined {
  const parts = analyseWord(word);
  if (!parts) return undefined;
  return { term: word, kind: 'word-parts', meaning: parts.map((part) => part.meaning).join(' · '), alternatives: [], parts };
}
