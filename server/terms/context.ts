// Weighs the words around an abbreviation: what stands nearer, and in the same sentence, tells more about its meaning.
import type { Span } from '../syntax/tree';
import { readWords } from './words';

/** Where a term stands; without a place, nothing around it is known. */
export interface Place {
  readonly text: string;
  readonly span: Span;
}

/** How far around a term words count, and at what distance a word counts half. */
const REACH = 500;
const HALF_WEIGHT_AT = 40;
const SENTENCE_END = /[.;!?]\s|\n/;

/** The words near a term: each word's weight where it stands nearest, and the words in their order. */
export interface Neighbours {
  readonly nearest: ReadonlyMap<string, number>;
  readonly inOrder: readonly { readonly key: string; readonly weight: number }[];
}

export const noNeighbours: Neighbours = { nearest: new Map(), inOrder: [] };

/** The words around a place, the place itself with weight zero. A heading (`PE:`) counts as the word `heading`. */
export function neighbours({ text, span }: Place): Neighbours {
  const from = Math.max(0, span.start - REACH);
  const to = Math.min(text.length, span.end + REACH);
  const sentence = sentenceAround(text, span, from, to);
  const inOrder = readWords(text, from, to).map((word) => {
    if (word.start < span.end && word.end > span.start) return { key: word.key, weight: 0 };
    const distance = word.end <= span.start ? span.start - word.end : word.start - span.end;
    const inside = word.start >= sentence.start && word.end <= sentence.end;
    return { key: word.key, weight: (inside ? 3 : 1.5) / (1 + distance / HALF_WEIGHT_AT) };
  });
  if (text[span.end] === ':') inOrder.push({ key: 'heading', weight: 3 });
  const nearest = new Map<string, number>();
  for (const { key, weight } of inOrder) nearest.set(key, Math.max(weight, nearest.get(key) ?? 0));
  return { nearest, inOrder };
}

/** How strongly the neighbours speak for a clue: a word in singular or plural, or words that stand next to each other. */
export function weightOf(clue: string, { nearest, inOrder }: Neighbours): number {
  if (!clue.includes(' ')) return Math.max(nearest.get(clue) ?? 0, nearest.get(`${clue}s`) ?? 0);
  const keys = clue.split(' ');
  if (!keys.every((key) => nearest.has(key))) return 0;
  let best = 0;
  inOrder.forEach((_, index) => {
    const run = inOrder.slice(index, index + keys.length);
    if (keys.every((key, offset) => run[offset]?.key === key)) best = Math.max(best, ...run.map((word) => word.weight));
  });
  return best;
}

/** Is everything near the place written in capitals? */
export function isShouted({ text, span }: Place): boolean {
  const near = text.slice(Math.max(0, span.start - 100), span.end + 100);
  return readWords(near).length > 2 && !/\p{Ll}/u.test(near);
}

function sentenceAround(text: string, span: Span, from: number, to: number): Span {
  const before = text.slice(from, span.start);
  const breaks = [...before.matchAll(new RegExp(SENTENCE_END, 'g'))];
  const after = text.slice(span.end, to).search(SENTENCE_END);
  return { start: from + (breaks.at(-1)?.index ?? -1) + 1, end: after < 0 ? to : span.end + after };
}
