// Finds the longest known term or abbreviation that covers a place in a free-text note.
import { touches } from '../syntax/tree';
import type { Span } from '../syntax/tree';
import { doseAt } from './dose';
import type { Explanation } from './explanation';
import { explainParts } from './explain-term';
import { findPhrase } from './look-up';
import { phraseStarts } from './tables';
import { singularForms } from './word-forms';
import { readWords } from './words';
import type { Word } from './words';

/** How far around the offset words are read, and how many words a term may have. */
const REACH = 100;
const MOST_WORDS = 7;

/** A term in a text. */
export interface TermAt {
  readonly span: Span;
  readonly explanation: Explanation;
}

/** The longest term that covers the offset. Reads only the text near by, so its cost does not grow with the note. */
export function termAt(text: string, offset: number): TermAt | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return undefined;
  const dose = doseAt(text, offset);
  if (dose) return dose;
  const words = wordsAround(text, offset);
  for (const run of runsOver(words, offset)) {
    const span = { start: run[0]!.start, end: run[run.length - 1]!.end };
    const explanation = findPhrase(run, { text, span });
    if (explanation) return { span, explanation };
  }
  const word = words.find((candidate) => touches(candidate, offset));
  return word && (partsAt(word) ?? unitAt(text, word, offset));
}

function wordsAround(text: string, offset: number): Word[] {
  const from = Math.max(0, offset - REACH);
  const to = Math.min(text.length, offset + REACH);
  const words = readWords(text, from, to);
  // A word that the edge of the window cuts is not the word that it seems to be.
  if (from > 0 && words[0]?.start === from) words.shift();
  if (to < text.length && words.at(-1)?.end === to) words.pop();
  return words;
}

/** Every run of words without a break that covers the offset, the longest first. */
function runsOver(words: readonly Word[], offset: number): Word[][] {
  const runs: Word[][] = [];
  words.forEach((first, start) => {
    if (first.start > offset) return;
    const longest = longestFrom(first, words[start + 1]);
    for (let end = start; end < Math.min(words.length, start + longest); end += 1) {
      const last = words[end]!;
      if (end > start && last.joint === 'break') return;
      if (last.end >= offset) runs.push(words.slice(start, end + 1));
    }
  });
  const length = (run: readonly Word[]): number => run[run.length - 1]!.end - run[0]!.start;
  return runs.sort((left, right) => length(right) - length(left));
}

/** How many words a listed phrase that begins with this word may have. */
function longestFrom(first: Word, second: Word | undefined): number {
  if (second?.joint === '-') return MOST_WORDS;
  const starts = phraseStarts();
  return starts.get(first.key) ?? Math.max(1, ...singularForms(first.key).map((key) => starts.get(key) ?? 0));
}

function partsAt(word: Word): TermAt | undefined {
  const bare = word.raw.replace(/['’]s$/, '');
  const explanation = explainParts(bare);
  return explanation && { span: { start: word.start, end: word.start + bare.length }, explanation };
}

/** The unit or abbreviation behind a number written without a blank: 40mg, 10U. */
function unitAt(text: string, word: Word, offset: number): TermAt | undefined {
  const digits = /^\d+(?!st$|nd$|rd$|th$)(?=\p{L})/u.exec(word.raw)?.[0].length ?? 0;
  if (digits === 0) return undefined;
  const span = { start: word.start + digits, end: word.end };
  if (!touches(span, offset)) return undefined;
  const explanation = findPhrase(readWords(text, span.start, span.end), { text, span });
  return explanation && { span, explanation };
}
