// Scores the rows of one edition for a query: how much of what was said a title says, and how little else.
import type { Edition } from '../edition';
import { WEIGHT_UNIT } from '../compile';
import { keyOf } from '../rows';
import { lookClosely, wordsMeant } from './look-closely';
import type { Query, Way } from './query';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/** A row and its score. */
export interface Scored {
  readonly row: number;
  readonly score: number;
}

/** Points. One for all: they were balanced against each other on everyday queries. */
const POINTS = {
  coverage: 10, all: 3, excess: 0.45, side: 2.4, visit: 1.6, inherited: -0.4, meant: 4, family: 1.5, nearMeant: 2, partMeant: 1.5, nextMeant: 0.25,
  byIndex: -5, echo: 5,
} as const;
/** The weight of a word that is in no title: it counts against all alike. */
const UNHEARD_OF = 7;
/** So many rows are looked at closely. */
const CLOSE_LOOK = 60;
/** So many rows below a category are considered in its place. */
const MOST_HEIRS = 40;
const MOST_CATEGORIES = 5;
/** So little is enough to stand before another. */
const HEIR_FIRST = 0.01;
/** With so many titles that say all, those that say a part are not looked for. */
const ENOUGH = 8;
/** A title must be able to say this share of a query to be worth noting. */
const LEAST_SHARE = 0.45;
/** Qualities of a word found in a title: the very word, another form of it, a longer word that begins so. */
const FORM = 0.94;
const BEGUN = 0.72;
const BEGUN_SHARE = 0.2;
/** A beginning of one or two letters is looked up in about so many titles. */
const MOST_TITLES = 25_000;
/** Reading a title costs as much as so many rows of a word. */
const TITLES_READ = 12;
/** So many titles are rather read than looked up. */
const FEW_TITLES = 6_000;

/** Arrays as long as the longest edition, used by one search after the other. */
interface Scratch {
  readonly size: number;
  epoch: number;
  readonly total: Float32Array;
  readonly covered: Float32Array;
  readonly lift: Float32Array;
  readonly hits: Uint8Array;
  readonly seen: Int32Array;
  readonly best: Float32Array;
  readonly bestCovered: Float32Array;
  readonly bestSeen: Int32Array;
  readonly level: Int32Array;
  readonly sum: Float32Array;
  readonly sumCovered: Float32Array;
  readonly buffer: Int32Array;
  readonly touched: Int32Array;
  readonly nowTouched: Int32Array;
  readonly scores: Float64Array;
}

let scratch: Scratch | undefined;

function scratchFor(size: number): Scratch {
  if (!scratch || scratch.size < size) {
    const floats = (): Float32Array => new Float32Array(size);
    const integers = (): Int32Array => new Int32Array(size);
    scratch = {
      size, epoch: 0, total: floats(), covered: floats(), lift: floats(), hits: new Uint8Array(size), seen: integers(), best: floats(),
      bestCovered: floats(), bestSeen: integers(), level: integers(), sum: floats(), sumCovered: floats(), buffer: integers(),
      touched: integers(), nowTouched: integers(), scores: new Float64Array(size),
    };
  }
  return scratch;
}

/** A word that a title may have for a word of the query. */
interface Slot {
  readonly words: number[];
  readonly qualities: number[];
  readonly titles: number;
  readonly rarity: number;
  /** Words that begin as typed, by number, where they are too many to look up one by one. */
  readonly begun?: { readonly first: number; readonly last: number; readonly length: number; readonly quality: number };
}

/** One thing said, with what it needs of this edition. */
interface Thing {
  readonly ways: readonly { readonly way: Way; readonly slots: readonly Slot[] }[];
  readonly weight: number;
  /** Codes known for a phrase: what the query is about, whatever stands beside it. */
  readonly codes: readonly string[];
  readonly titles: number;
}

/**
 * The best rows of an edition for a query, best first. `within` keeps to some rows; `used` lifts the practice's own;
 * with `whole` only titles that say all of it are wanted.
 */
export function scoreEdition(
  edition: Edition, query: Query, limit: number, used: ReadonlyMap<number, number>, within?: readonly [number, number], whole = false,
): Scored[] {
  const vocabulary = vocabularyOf(edition);
  const arrays = scratchFor(Math.max(edition.count, 1));
  const things = query.said.map((thing): Thing => {
    const ways = thing.ways.flatMap((way) => {
      const slots = slotsOf(vocabulary, edition.count, way);
      return slots ? [{ way, slots }] : [];
    });
    const codes = thing.ways.flatMap((way) => way.codes);
    const weight = ways.length === 0 ? UNHEARD_OF : Math.max(...ways.map(({ slots }) => weightOf(slots, codes.length > 0)));
    return { ways, weight, codes, titles: ways.reduce((sum, { slots }) => sum + slots[0].titles, 0) };
  }).sort((one, other) => one.titles - other.titles);

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
    touched = query.said.length > 0 ? liftFound(vocabulary, arrays, touched, number, points) : findAll(vocabulary, arrays, touched, start, number, points);
  }
  for (const code of meant.keys()) families.add(familyOf(code));

  const alone = query.said.length === 1 && onlyWords.length === 0;
  const scores = scoreFound(vocabulary, arrays, touched, query.said.length, weights, used, within);
  const close: Candidate[] = best(scores, CLOSE_LOOK, touched).map((index) => ({
    row: arrays.touched[index], score: scores[index], all: arrays.hits[arrays.touched[index]] === query.said.length,
  }));
  // What is usually meant is offered even where its title says nothing of the kind, or not all of it.
  const saysAll = close.some(({ all }) => all);
  for (const code of meant.keys()) {
    const row = edition.rowOf(code);
    if (row < 0 || (!alone && saysAll) || close.some((scored) => scored.row === row)) continue;
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
    const lift = chosen !== undefined
      ? chosen * (alone ? POINTS.meant : !all ? POINTS.partMeant : onlyWords.length > 0 ? POINTS.family : POINTS.nearMeant)
      : all && families.has(familyOf(key)) ? POINTS.family : 0;
    const points = score + lift + lookClosely(vocabulary.titleWords(row), query, meantWords);
    if (points > (final.get(row) ?? -Infinity)) final.set(row, points);
  }
  for (const { row: category } of categories.slice(0, MOST_CATEGORIES)) putHeirFirst(edition, final, category);
  return [...final]
    .map(([row, score]) => ({ row, score }))
    .sort((one, other) => other.score - one.score || one.row - other.row)
    .slice(0, limit);
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

/** Of the rows found, those that have a word are lifted. */
function liftFound(vocabulary: Vocabulary, arrays: Scratch, touched: number, word: number, points: number): number {
  const { touched: found, buffer, covered, lift, level } = arrays;
  const weight = vocabulary.weight(word);
  const raise = (row: number): void => {
    covered[row] += weight;
    lift[row] += points;
  };
  // A few titles are sooner read than all rows of a word that stands everywhere.
  if (touched * TITLES_READ < vocabulary.counts[word]) {
    for (let index = 0; index < touched; index++) if (vocabulary.someWord(found[index], (other) => other === word)) raise(found[index]);
    return touched;
  }
  const mark = ++arrays.epoch;
  for (let index = 0; index < touched; index++) level[found[index]] = mark;
  const count = vocabulary.rows(word, buffer);
  for (let index = 0; index < count; index++) if (level[buffer[index]] === mark) raise(buffer[index]);
  return touched;
}

/** Where nothing else was said, all rows that have a word are found. */
function findAll(vocabulary: Vocabulary, arrays: Scratch, before: number, start: number, word: number, points: number): number {
  const { touched: found, buffer, covered, lift, total, hits, seen } = arrays;
  const weight = vocabulary.weight(word);
  const count = vocabulary.rows(word, buffer);
  let touched = before;
  for (let index = 0; index < count; index++) {
    const row = buffer[index];
    if (seen[row] !== start) {
      seen[row] = start;
      total[row] = 0;
      covered[row] = 0;
      lift[row] = 0;
      hits[row] = 0;
      found[touched++] = row;
    }
    covered[row] += weight;
    lift[row] += points;
  }
  return touched;
}

/** The points of all rows found, by place; those that are not wanted have none. */
function scoreFound(
  vocabulary: Vocabulary, arrays: Scratch, touched: number, things: number, weights: number, used: ReadonlyMap<number, number>,
  within: readonly [number, number] | undefined,
): Float64Array {
  const { touched: found, total, covered, hits, lift, scores } = arrays;
  const { excess, prior } = vocabulary;
  const share = weights > 0 ? POINTS.coverage / weights : 0;
  const [first, last] = within ?? [0, Infinity];
  for (let index = 0; index < touched; index++) {
    const row = found[index];
    if (row < first || row >= last) {
      scores[index] = -Infinity;
      continue;
    }
    const left = excess[row] / WEIGHT_UNIT - covered[row];
    scores[index] = share * total[row] + (hits[row] === things ? POINTS.all : 0) - (left > 0 ? POINTS.excess * left : 0) + lift[row] + (prior[row] - 128) / WEIGHT_UNIT;
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

/** A row before the close look; `all` if it says every thing of the query. */
interface Candidate extends Scored {
  readonly all: boolean;
}

/** Billable codes below a category that says it all: they mean what it says, and what they add counts against them. */
function heirs(
  edition: Edition, vocabulary: Vocabulary, category: number, score: number, used: ReadonlyMap<number, number>,
): Candidate[] {
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

/** Adds up for each row what it says of the query. With `all`, only rows that say every thing of it stay. */
function gather(vocabulary: Vocabulary, arrays: Scratch, things: readonly Thing[], all: boolean): { start: number; touched: number } {
  const start = ++arrays.epoch;
  const { seen, total, covered, lift, hits, touched: rows, nowTouched } = arrays;
  let touched = 0;
  const known = things.filter((thing) => thing.ways.length > 0);
  const whole = known.reduce((sum, thing) => sum + thing.weight, 0);
  let rest = whole;
  things.forEach((thing, place) => {
    // Behind other words one or two letters tell little: with many titles left they only decide among the best of those.
    if (place > 0 && touched >= FEW_TITLES && thing.ways.length > 0 && thing.ways.every(({ slots }) => slots.length === 1 && slots[0].begun)) {
      for (let index = 0; index < touched; index++) hits[rows[index]]++;
      return;
    }
    const now = ++arrays.epoch;
    let count = 0;
    const only = all ? place > 0 : touched > 0 && rest < whole * LEAST_SHARE && thing.codes.length === 0;
    for (const { way, slots } of thing.ways) {
      if (only && slots.length === 1 && slots[0].begun && touched < FEW_TITLES) {
        count = scoreBegun(vocabulary, arrays, way.quality, slots[0], now, count, { start, touched, hit: all ? place : 0 });
        continue;
      }
      count = scoreWay(vocabulary, arrays, way.quality, slots, now, count, only ? start : 0, all ? place : 0);
    }
    if (thing.ways.length > 0) rest -= thing.weight;
    for (let index = 0; index < count; index++) {
      const row = nowTouched[index];
      if (seen[row] !== start) {
        seen[row] = start;
        total[row] = 0;
        covered[row] = 0;
        lift[row] = 0;
        hits[row] = 0;
        rows[touched++] = row;
      }
      total[row] += thing.weight * arrays.best[row];
      covered[row] += arrays.bestCovered[row];
      hits[row]++;
    }
  });
  if (!all) return { start, touched };
  let kept = 0;
  for (let index = 0; index < touched; index++) if (hits[rows[index]] === things.length) rows[kept++] = rows[index];
  return { start, touched: kept };
}

/** Codes that differ only in side or encounter from one another. */
function familyOf(code: string): string {
  const key = keyOf(code);
  return key.length === 7 ? key.slice(0, 5) : key.length > 3 ? key.slice(0, -1) : key;
}

/** The words of a title that a way may find; undefined if one of its words is in no title. */
function slotsOf(vocabulary: Vocabulary, rows: number, way: Way): Slot[] | undefined {
  const slots: Slot[] = [];
  for (const word of way.words) {
    const slot = slotOf(vocabulary, rows, word, way.literal);
    if (slot.words.length === 0) return undefined;
    slots.push(slot);
  }
  return slots.length > 0 ? slots.sort((one, other) => one.titles - other.titles) : undefined;
}

const slotCaches = new WeakMap<Vocabulary, Map<string, Slot>>();
const MOST_SLOTS = 2000;

function slotOf(vocabulary: Vocabulary, rows: number, word: string, literal: boolean): Slot {
  let cache = slotCaches.get(vocabulary);
  if (!cache) slotCaches.set(vocabulary, (cache = new Map()));
  const name = literal ? `${word} ` : word;
  let slot = cache.get(name);
  if (!slot) {
    if (cache.size >= MOST_SLOTS) cache.clear();
    cache.set(name, (slot = readSlot(vocabulary, rows, word, literal)));
  }
  return slot;
}

function readSlot(vocabulary: Vocabulary, rows: number, word: string, literal: boolean): Slot {
  const words: number[] = [];
  const qualities: number[] = [];
  let titles = 0;
  let most = 0;
  const add = (number: number, quality: number, counts: boolean): void => {
    if (words.includes(number)) return;
    words.push(number);
    qualities.push(quality);
    titles += vocabulary.counts[number];
    if (counts) most = Math.max(most, vocabulary.counts[number]);
  };
  const exact = vocabulary.find(word);
  if (exact >= 0) add(exact, 1, true);
  for (const number of vocabulary.relatives(word)) add(number, FORM, exact < 0);
  const known = words.length > 0;
  let begun: Slot['begun'];
  if ((literal && word.length > 1 && (word.length > 2 || !known)) || !known) {
    const digits = /^\d+$/.test(word);
    const first = vocabulary.firstFrom(word);
    const last = vocabulary.firstFrom(`${word}\x7f`);
    const quality = known ? BEGUN - 0.12 : BEGUN;
    let longer = Array.from({ length: last - first }, (_, index) => first + index);
    if (digits) longer = longer.filter((number) => /^\d+[a-z]/.test(vocabulary.words[number]));
    else if (word.length < 3) {
      begun = { first, last, length: word.length, quality };
      longer = mostUsed(vocabulary, longer);
    }
    for (const number of longer) add(number, quality + BEGUN_SHARE * (word.length / vocabulary.words[number].length), !known);
  }
  return { words, qualities, titles, rarity: Math.log2(rows / Math.max(1, most)), ...(begun ? { begun } : {}) };
}

/** Of the many words behind one or two letters those that stand in most titles, as far as there is time. */
function mostUsed(vocabulary: Vocabulary, numbers: readonly number[]): number[] {
  let titles = 0;
  return numbers
    .filter((number) => vocabulary.weight(number) > 0)
    .sort((one, other) => vocabulary.counts[other] - vocabulary.counts[one])
    .filter((number, place) => {
      titles += vocabulary.counts[number];
      return place === 0 || titles < MOST_TITLES;
    });
}

/** Rare words weigh more, known phrases most; several words together a little more than one. */
function weightOf(slots: readonly Slot[], coded: boolean): number {
  const mean = slots.reduce((sum, slot) => sum + slot.rarity, 0) / slots.length;
  return Math.min(coded ? 10 : 8, Math.max(3, mean)) * (1 + 0.25 * (slots.length - 1));
}

/**
 * Notes for each row that has all words of a way how well it has them; the best way counts. With `only`, just the
 * rows of that search which have had at least `hit` things before this one.
 */
function scoreWay(
  vocabulary: Vocabulary, arrays: Scratch, quality: number, slots: readonly Slot[], now: number, count: number, only: number, hit: number,
): number {
  const { seen, hits, buffer, level, sum, sumCovered, best: bests, bestCovered, bestSeen, nowTouched } = arrays;
  const base = arrays.epoch;
  arrays.epoch += slots.length;
  slots.forEach((slot, depth) => {
    const last = depth === slots.length - 1;
    slot.words.forEach((word, place) => {
      const rows = vocabulary.rows(word, buffer);
      const share = slot.qualities[place];
      const weight = vocabulary.weight(word);
      for (let index = 0; index < rows; index++) {
        const row = buffer[index];
        if (depth === 0) {
          if (level[row] > base || (only > 0 && (seen[row] !== only || hits[row] < hit))) continue;
          sum[row] = 0;
          sumCovered[row] = 0;
        } else if (level[row] !== base + depth) continue;
        level[row] = base + depth + 1;
        sum[row] += share;
        sumCovered[row] += weight;
        if (!last) continue;
        const value = (sum[row] / slots.length) * quality;
        if (bestSeen[row] !== now) {
          bestSeen[row] = now;
          nowTouched[count++] = row;
        } else if (value <= bests[row]) continue;
        bests[row] = value;
        bestCovered[row] = sumCovered[row];
      }
    });
  });
  return count;
}

/** The same for a word of one or two letters: the titles found so far are read, since too many words begin so. */
function scoreBegun(
  vocabulary: Vocabulary, arrays: Scratch, quality: number, slot: Slot, now: number, count: number,
  found: { readonly start: number; readonly touched: number; readonly hit: number },
): number {
  const { seen, hits, touched, best: bests, bestCovered, bestSeen, nowTouched } = arrays;
  const { first, last, length, quality: begun } = slot.begun ?? { first: 0, last: 0, length: 1, quality: 0 };
  for (let index = 0; index < found.touched; index++) {
    const row = touched[index];
    if (seen[row] !== found.start || hits[row] < found.hit) continue;
    let value = 0;
    let covered = 0;
    vocabulary.someWord(row, (word) => {
      if (word < first || word >= last || vocabulary.weight(word) === 0) return false;
      const longer = vocabulary.words[word].length;
      const share = longer === length ? 1 : begun + BEGUN_SHARE * (length / longer);
      if (share > value) {
        value = share;
        covered = vocabulary.weight(word);
      }
      return value === 1;
    });
    if (value === 0) continue;
    if (bestSeen[row] !== now) {
      bestSeen[row] = now;
      nowTouched[count++] = row;
    } else if (value * quality <= bests[row]) continue;
    bests[row] = value * quality;
    bestCovered[row] = covered;
  }
  return count;
}

/** Places of the largest scores, in no order: a heap whose root is the smallest of those kept. */
function best(scores: Float64Array, limit: number, count: number): number[] {
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
    for (let at = 0; ;) {
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
