// Weighs the words around an abbreviation: what stands nearer, and in the same sentence, tells more about its meaning.
import type { Span } from '../syntax/tree';
import { readWords } from './words';

/** Where a term stands; without a place, nothing around it is known. */
export interface Place {
  readonly text: string;
  readonly span: Span;
}

/** How far around a term words count, and at what distance a word counts half. */
const reach = 500;
const half = 40;
const sentenceEnd = /[.;!?]\s|\n/;

/** A word near the term and how much it counts. */
interface Neighbour {
  readonly key: string;
  readonly weight: number;
}

/** The words around a place in order, the place itself with weight zero. A heading (`PE:`) counts as the word `heading`. */
export function neighbours({ text, span }: Place): Neighbour[] {
  const from = Math.max(0, span.start - reach);
  const to = Math.min(text.length, span.end + reach);
  const sentence = sentenceAround(text, span, from, to);
  const found = readWords(text, from, to).map((word): Neighbour => {
    if (word.start < span.end && word.end > span.start) return { key: word.key, weight: 0 };
    const distance = word.end <= span.start ? span.start - word.end : word.start - span.end;
    const inside = word.start >= sentence.start && word.end <= sentence.end;
    return { key: word.key, weight: (inside ? 3 : 1.5) / (1 + distance / half) };
  });
  if (text[span.end] === ':') found.push({ key: 'heading', weight: 3 });
  return found;
}

/** How strongly the neighbours speak for a clue: a word, or words that stand next to each other. */
export function weightOf(clue: string, around: readonly Neighbour[]): number {
  const keys = clue.split(' ');
  let best = 0;
  around.forEach((_, index) => {
    const run = around.slice(index, index + keys.length);
    if (run.length < keys.length || !keys.every((key, offset) => matches(run[offset]?.key ?? '', key))) return;
    best = Math.max(best, ...run.map((word) => word.weight));
  });
  return best;
}

/** Is everything near the place written in capitals? */
export function isShouted({ text, span }: Place): boolean {
  const near = text.slice(Math.max(0, span.start - 100), span.end + 100);
  return readWords(near).length > 2 && !/\p{Ll}/u.test(near);
}

function matches(key: string, clue: string): boolean {
  return key === clue || (key.length > 3 && key === `${clue}s`);
}

function sentenceAround(text: string, span: Span, from: number, to: number): Span {
  const before = text.slice(from, span.start);
  const breaks = [...before.matchAll(new RegExp(sentenceEnd, 'g'))];
  const after = text.slice(span.end, to).search(sentenceEnd);
  return { start: from + (breaks.at(-1)?.index ?? -1) + 1, end: after < 0 ? to : span.end + after };
}
