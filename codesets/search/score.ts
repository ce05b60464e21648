// Scores the rows of one edition for a query: how much of what was said a title says, and how little else.
import type { Edition } from '../edition';
import { WEIGHT_UNIT } from '../compile';
import { keyOf } from '../rows';
import { type Thing, countsOf, findAll, gather, liftFound, saysAll, thingsOf } from './gather';
import { MOST_CLOSELY, lookClosely, wordsMeant } from './look-closely';
import type { Query } from './query';
import { type Scratch, scratchFor } from './scratch';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/** A row and its score. */
export interface Scored {
  readonly row: number;
  readonly score: number;
}

/** Points. One for all: they were balanced against each other on everyday queries. */
const POINTS = {
  coverage: 10,
  all: 3,
  excess: 0.45,
  side: 2.4,
  visit: 1.6,
  inherited: -0.4,
  meant: 6,
  family: 1.5,
  nearMeant: 2,
  partMeant: 1.5,
  nextMeant: 0.25,
  byIndex: -5,
  echo: 5,
} as const;
/** So many letters of a code name its category. */
const CATEGORY = 3;
/** So many rows are looked at closely. */
const CLOSE_LOOK = 60;
/** So many rows below a category are considered in its place. */
const MOST_HEIRS = 40;
const MOST_CATEGORIES = 5;
/** So little is enough to stand before another. */
const HEIR_FIRST = 0.01;
/** With so many titles that say all, those that say a part are not looked for. */
const ENOUGH = 8;

/**
 * The best rows of an edition for a query, best first. `within` keeps to some rows; `used` lifts the practice's own;
 * with `whole` only titles that say all of it are wanted. Rows with `least` points or fewer need not be found.
 */
export function scoreEdition(
  edition: Edition,
  query: Query,
  limit: number,
  used: ReadonlyMap<number, number>,
  within?: readonly [number, number],
  whole = false,
  least = -Infinity,
): Scored[] {
  const vocabulary = vocabularyOf(edition);
  const things = thingsOf(query, vocabulary, edition.count);
  if (least > -Infinity && mostPossible(edition, vocabulary, things, query, used) <= least) return [];
  const arrays = scratchFor(Math.max(edition.count, 1));
  // Nearly always enough titles say all that was said; only otherwise is it worth to look at those that say a part of it.
  let found = gather(vocabulary, arrays, things, true);
  if (!whole && found.touched < Math.min(limit, ENOUGH) && things.length > 1) found = gather(vocabulary, arrays, things, false);
  const { start } = found;
  let { touched } = found;
  const weights = things.reduce((sum, thing) => sum + thing.weight, 0);
  const meant = new Map<string, number>();
  const families = new Set<string>();
  for (const thing of query.said) {
    for (const way of thing.ways) {
      way.codes.forEach((code, place) => meant.set(code, Math.max(meant.get(code) ?? 0, 1 - place * POINTS.nextMeant)));
    }
  }
  const onlyWords = [query.side, query.visit].filter((word) => word !== undefined);
  for (const word of onlyWords) {
    const number = vocabulary.find(word);
    if (number < 0) continue;
    const points = word === query.side ? POINTS.side : POINTS.visit;
    touched =
      query.said.length > 0
        ? liftFound(vocabulary, arrays, touched, number, points)
        : findAll(vocabulary, arrays, touched, start, number, points);
  }
  for (const code of meant.keys()) families.add(familyOf(code));

  const { must } = countsOf(things);
  /** One thing, with or without what a title may leave out. */
  const mainly = must === 1 && onlyWords.length === 0;
  const alone = query.said.length === 1 && onlyWords.length === 0;
  const scores = scoreFound(vocabulary, arrays, touched, things, weights, used, within);
  const close: Candidate[] = best(scores, CLOSE_LOOK, touched).map((index) => ({
    row: arrays.touched[index],
    score: scores[index],
    all: saysAll(arrays.hits[arrays.touched[index]], must),
  }));
  // What is usually meant is offered even where its title says nothing of the kind, or not all of it.
  const some = close.some(({ all }) => all);
  for (const code of meant.keys()) {
    const row = edition.rowOf(code);
    if (row < 0 || (!alone && !mainly && some) || close.some((scored) => scored.row === row)) continue;
    const share = alone ? 1 : Math.max(0, ...things.filter((thing) => thing.codes.includes(code)).map((thing) => thing.weight)) / weights;
    close.push({ row, all: alone, score: POINTS.coverage * share + (vocabulary.prior[row] - 128) / WEIGHT_UNIT });
  }
  const categories = close.filter(({ row, all }) => all && !edition.billableAt(row)).sort((one, other) => other.score - one.score);
  for (const { row, score } of categories.slice(0, MOST_CATEGORIES)) close.push(...heirs(edition, vocabulary, row, score, used));
  const final = new Map<number, number>();
  const meantWords = wordsMeant(query);
  for (const { row, score, all } of close) {
    const key = edition.keyAt(row);
    const chosen = meant.get(key);
    const lift =
      chosen !== undefined
        ? chosen * (alone ? POINTS.meant : !all ? POINTS.partMeant : onlyWords.length > 0 ? POINTS.family : POINTS.nearMeant)
        : all && families.has(familyOf(key))
          ? POINTS.family
          : 0;
    const points = score + lift + lookClosely(vocabulary.titleWords(row), query, meantWords);
    if (points > (final.get(row) ?? -Infinity)) final.set(row, points);
  }
  for (const { row: category } of categories.slice(0, MOST_CATEGORIES)) putHeirFirst(edition, final, category);
  return [...final]
    .map(([row, score]) => ({ row, score }))
    .sort((one, other) => other.score - one.score || one.row - other.row)
    .slice(0, limit);
}

/** So many points no row of an edition exceeds: where others have more already, its rows need not be looked at. */
function mostPossible(
  edition: Edition,
  vocabulary: Vocabulary,
  things: readonly Thing[],
  query: Query,
  used: ReadonlyMap<number, number>,
): number {
  const weights = things.reduce((sum, thing) => sum + thing.weight, 0);
  const said = things.reduce((sum, { ways, weight }) => {
    const best = ways.map(
      ({ way, slots }) => way.quality * (slots.reduce((total, slot) => total + Math.max(...slot.qualities), 0) / slots.length),
    );
    return sum + weight * Math.max(0, ...best);
  }, 0);
  const codes = things.flatMap((thing) => thing.codes);
  const meant = codes.some((code) => edition.endOf(code.slice(0, CATEGORY)) > edition.firstFrom(code.slice(0, CATEGORY)));
  return (
    (weights > 0 ? (POINTS.coverage * said) / weights : 0) +
    POINTS.all +
    (query.side ? POINTS.side : 0) +
    (query.visit ? POINTS.visit : 0) +
    (meant ? POINTS.meant : 0) +
    vocabulary.mostPrior() +
    Math.max(0, ...used.values()) +
    MOST_CLOSELY +
    HEIR_FIRST
  );
}

/** A category means one of the codes below it: the best of them comes before it. */
function putHeirFirst(edition: Edition, scores: Map<number, number>, category: number): void {
  const own = scores.get(category) ?? -Infinity;
  const end = edition.endOf(edition.keyAt(category));
  let best = -1;
  for (const [row, score] of scores) {
    if (row > category && row < end && edition.billableAt(row) && score > (scores.get(best) ?? -Infinity)) best = row;
  }
  if (best >= 0 && (scores.get(best) ?? 0) < own) scores.set(best, own + HEIR_FIRST);
}

/** The points of all rows found, by place; those that are not wanted have none. */
function scoreFound(
  vocabulary: Vocabulary,
  arrays: Scratch,
  touched: number,
  things: readonly Thing[],
  weights: number,
  used: ReadonlyMap<number, number>,
  within: readonly [number, number] | undefined,
): Float32Array {
  const { touched: found, total, covered, hits, lift, scores } = arrays;
  const { excess, prior } = vocabulary;
  const { every } = countsOf(things);
  const share = weights > 0 ? POINTS.coverage / weights : 0;
  const [first, last] = within ?? [0, Infinity];
  for (let index = 0; index < touched; index++) {
    const row = found[index];
    if (row < first || row >= last) {
      scores[index] = -Infinity;
      continue;
    }
    const left = excess[row] / WEIGHT_UNIT - covered[row];
    const said = share * total[row];
    scores[index] =
      said + (hits[row] === every ? POINTS.all : 0) - (left > 0 ? POINTS.excess * left : 0) + lift[row] + (prior[row] - 128) / WEIGHT_UNIT;
  }
  if (used.size > 0) for (let index = 0; index < touched; index++) scores[index] += used.get(found[index]) ?? 0;
  return scores;
}

/**
 * What an index leads to: the row itself, or the billable codes below it, each as good as the entry that led there, as it fits
 * the side and encounter that were asked for, and as its own title says what was typed.
 */
export function scoreBelow(edition: Edition, row: number, score: number, query: Query, used: ReadonlyMap<number, number>): Scored[] {
  const vocabulary = vocabularyOf(edition);
  const meantWords = wordsMeant(query);
  const candidates = edition.billableAt(row)
    ? [{ row, score: score + (vocabulary.prior[row] - 128) / WEIGHT_UNIT + (used.get(row) ?? 0) }]
    : heirs(edition, vocabulary, row, score + (vocabulary.prior[row] - 128) / WEIGHT_UNIT, used);
  return candidates.map((candidate) => {
    const title = vocabulary.titleWords(candidate.row);
    const echoed = query.words.filter((word) => title.some((own) => own.startsWith(word))).length / Math.max(1, query.words.length);
    return { row: candidate.row, score: candidate.score + POINTS.byIndex + POINTS.echo * echoed + lookClosely(title, query, meantWords) };
  });
}

/** A row before the close look; `all` if it says every thing that must be said. */
interface Candidate extends Scored {
  readonly all: boolean;
}

/** Billable codes below a category that says it all: they mean what it says, and what they add counts against them. */
function heirs(edition: Edition, vocabulary: Vocabulary, category: number, score: number, used: ReadonlyMap<number, number>): Candidate[] {
  const end = Math.min(edition.endOf(edition.keyAt(category)), category + MOST_HEIRS);
  const found: Candidate[] = [];
  const before = vocabulary.excess[category] / WEIGHT_UNIT;
  for (let row = category + 1; row < end; row++) {
    if (!edition.billableAt(row)) continue;
    const added = Math.max(0, vocabulary.excess[row] / WEIGHT_UNIT - before * 0.5);
    const prior = (vocabulary.prior[row] - vocabulary.prior[category]) / WEIGHT_UNIT;
    found.push({ row, score: score + prior + POINTS.inherited - POINTS.excess * added + (used.get(row) ?? 0), all: true });
  }
  return found;
}

/** Codes that differ only in side or encounter from one another. */
function familyOf(code: string): string {
  const key = keyOf(code);
  return key.length === 7 ? key.slice(0, 5) : key.length > 3 ? key.slice(0, -1) : key;
}

/** Places of the largest scores, in no order: a heap whose root is the smallest of those kept. */
function best(scores: Float32Array, limit: number, count: number): number[] {
  const heap: number[] = [];
  for (let place = 0; place < count; place++) {
    const score = scores[place];
    if (score === -Infinity || (heap.length === limit && score <= scores[heap[0]])) continue;
    if (heap.length < limit) {
      let at = heap.push(place) - 1;
      while (at > 0 && scores[heap[(at - 1) >> 1]] > scores[heap[at]]) {
        const up = (at - 1) >> 1;
        [heap[at], heap[up]] = [heap[up], heap[at]];
        at = up;
      }
      continue;
    }
    heap[0] = place;
    for (let at = 0; ; ) {
      let least = at;
      for (let child = at * 2 + 1; child <= at * 2 + 2 && child < limit; child++) {
        if (scores[heap[child]] < scores[heap[least]]) least = child;
      }
      if (least === at) break;
      [heap[at], heap[least]] = [heap[least], heap[at]];
      at = least;
    }
  }
  return heap;
}
