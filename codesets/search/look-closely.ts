// What only the order of a title's words tells: neighbours, the leading word, what is denied, the other side or encounter.
import type { Query } from './query';
import { LEFT_OUT } from './small-words';

/** Points; they were balanced with those of the score. */
const POINTS = { otherSide: -4, noSide: -1.5, otherVisit: -3, order: 0.4, mostOrder: 1.2, first: 0.5, begun: 1, denied: -5 } as const;
/** So many points a title gains at most. */
export const MOST_CLOSELY = POINTS.mostOrder + POINTS.begun + POINTS.first;
/** A way of this quality is no guess. */
const SURE = 0.94;

/** What only the order of a title's words tells: neighbours, the leading word, what is denied, the other side. */
export function lookClosely(title: readonly string[], query: Query, meant: ReadonlySet<string>): number {
  let points = 0;
  if (query.side && !title.includes(query.side)) {
    if (title.includes('right') || title.includes('left') || title.includes('bilateral')) points += POINTS.otherSide;
    else if (title.includes('unspecified')) points += POINTS.noSide;
  }
  if (query.visit && !title.includes(query.visit)) {
    if (title.includes('initial') || title.includes('subsequent') || title.includes('sequela')) points += POINTS.otherVisit;
  }
  let order = 0;
  query.words.forEach((word, index) => {
    const place = title.indexOf(word);
    if (place < 0) return;
    if (index + 1 < query.words.length && title[place + 1] === query.words[index + 1]) order += POINTS.order;
    // How bad or how long a disease is, a title may deny of something else: without acute cor pulmonale.
    if (!LEFT_OUT.has(word) && isDenied(title, place) !== isDenied(query.words, index)) points += POINTS.denied;
  });
  if (title.some((word, place) => meant.has(word) && isDenied(title, place) && title.indexOf(word) === place)) points += POINTS.denied;
  points += Math.min(order, POINTS.mostOrder);
  const last = query.words.at(-1) ?? '';
  if (query.words.length > 1 && last.length < 3 && title.some((word) => word.startsWith(last))) points += POINTS.begun;
  if (title.length > 0 && query.words.includes(title[0])) points += POINTS.first;
  return points;
}

/** Words by which a title may say what was typed otherwise, and which it should not deny: bleeding is hemorrhage. */
export function wordsMeant(query: Query): ReadonlySet<string> {
  const words = new Set<string>();
  if (query.words.some(isDenial)) return words;
  for (const { ways } of query.said) {
    for (const way of ways)
      if (!way.literal && way.quality > SURE && !way.words.some(isDenial)) for (const word of way.words) words.add(word);
  }
  for (const word of query.words) words.delete(word);
  return words;
}

/** Whether the words before a word deny it: without complication, not having achieved remission. */
function isDenied(words: readonly string[], place: number): boolean {
  return isDenial(words[place - 1]) || isDenial(words[place - 2]) || (words[place - 3] === 'not' && words[place - 2] === 'having');
}

function isDenial(word: string | undefined): boolean {
  return word === 'without' || word === 'not' || word === 'w/o' || word === 'no';
}
