// Scores the rows of one edition for a query: how much of what was said a title says, and how little else.
import type { Edition } from '../edition';
import { WEIGHT_UNIT } from '../compile';
import { keyOf } from '../rows';
import type { Query, Way } from './query';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/** A row and its score. */
export interface Scored {
  readonly row: number;
  readonly score: number;
}

/** Points. One for all: they were balanced against each other on everyday queries. */
const POINTS = {
  coverage: 10, all: 3, excess: 0.45, side: 1.6, otherSide: -4, visit: 1.6, otherVisit: -3,
  order: 0.4, mostOrder: 1.2, first: 0.5, denied: -2.5, meant: 4, family: 1.5, nearMeant: 2, nextMeant: 0.12,
} as const;
/** So many rows are looked at closely. */
const CLOSE_LOOK = 150;
/** Qualities of a word found in a title: the very word, another form of it, a longer word that begins so. */
const FORM = 0.94;
const BEGUN = 0.72;

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
}

let scratch: Scratch | undefined;

function scratchFor(size: number): Scratch {
  if (!scratch || scratch.size < size) {
    const floats = (): Float32Array => new Float32Array(size);
    const integers = (): Int32Array => new Int32Array(size);
    scratch = {
      size, epoch: 0, total: floats(), covered: floats(), lift: floats(), hits: new Uint8Array(size), seen: integers(), best: floats(),
      bestCovered: floats(), bestSeen: integers(), level: integers(), sum: floats(), sumCovered: floats(), buffer: integers(),
      touched: integers(), nowTouched: integers(),
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
}

/** The best rows of an edition for a query, best first. `within` keeps to some rows; `used` lifts the practice's own. */
export function scoreEdition(
  edition: Edition, query: Query, limit: number, used: ReadonlyMap<number, number>, within?: readonly [number, number],
): Scored[] {
  const vocabulary = vocabularyOf(edition);
  const arrays = scratchFor(Math.max(edition.count, 1));
  const start = ++arrays.epoch;
  let touched = 0;
  let weights = 0;
  const meant = new Map<string, number>();
  const families = new Set<string>();

  for (const thing of query.said) {
    const ways = thing.ways.flatMap((way) => {
      const slots = slotsOf(vocabulary, edition.count, way);
      return slots ? [{ way, slots }] : [];
    });
    const weight = ways.length === 0 ? 6 : Math.max(...ways.map(({ slots }) => weightOf(slots)));
    weights += weight;
    for (const way of thing.ways) {
      way.codes.forEach((code, place) => meant.set(code, Math.max(meant.get(code) ?? 0, 1 - place * POINTS.nextMeant)));
    }
    const now = ++arrays.epoch;
    let count = 0;
    for (const { way, slots } of ways) count = scoreWay(vocabulary, arrays, way.quality, slots, now, count);
    for (let index = 0; index < count; index++) {
      const row = arrays.nowTouched[index];
      if (arrays.seen[row] !== start) {
        arrays.seen[row] = start;
        arrays.total[row] = 0;
        arrays.covered[row] = 0;
        arrays.lift[row] = 0;
        arrays.hits[row] = 0;
        arrays.touched[touched++] = row;
      }
      arrays.total[row] += weight * arrays.best[row];
      arrays.covered[row] += arrays.bestCovered[row];
      arrays.hits[row]++;
    }
  }
  const onlyWords = [query.side, query.visit].filter((word) => word !== undefined);
  for (const word of onlyWords) {
    const number = vocabulary.find(word);
    if (number < 0) continue;
    const count = vocabulary.rows(number, arrays.buffer);
    for (let index = 0; index < count; index++) {
      const row = arrays.buffer[index];
      if (arrays.seen[row] !== start) {
        if (query.said.length > 0) continue;
        arrays.seen[row] = start;
        arrays.total[row] = 0;
        arrays.covered[row] = 0;
        arrays.lift[row] = 0;
        arrays.hits[row] = 0;
        arrays.touched[touched++] = row;
      }
      arrays.covered[row] += vocabulary.weight(number);
      arrays.lift[row] += word === query.side ? POINTS.side : POINTS.visit;
    }
  }
  for (const code of meant.keys()) families.add(familyOf(code));

  const scores = new Float64Array(touched);
  const alone = query.said.length === 1 && onlyWords.length === 0;
  for (let index = 0; index < touched; index++) {
    const row = arrays.touched[index];
    scores[index] = -Infinity;
    if (within && (row < within[0] || row >= within[1])) continue;
    const left = vocabulary.excess[row] / WEIGHT_UNIT - arrays.covered[row];
    scores[index] = (weights > 0 ? (POINTS.coverage * arrays.total[row]) / weights : 0)
      + (arrays.hits[row] === query.said.length ? POINTS.all : 0)
      - POINTS.excess * Math.max(0, left) + arrays.lift[row]
      + (vocabulary.prior[row] - 128) / WEIGHT_UNIT + (used.get(row) ?? 0);
  }
  const close = best(scores, CLOSE_LOOK, touched).map((index) => ({ row: arrays.touched[index], score: scores[index] }));
  for (const code of meant.keys()) {
    const row = edition.rowOf(code);
    if (row >= 0 && alone && !close.some((scored) => scored.row === row)) {
      close.push({ row, score: POINTS.coverage + (vocabulary.prior[row] - 128) / WEIGHT_UNIT });
    }
  }
  return close
    .map(({ row, score }) => {
      const key = edition.keyAt(row);
      const chosen = meant.get(key);
      const lift = chosen !== undefined
        ? chosen * (alone ? POINTS.meant : onlyWords.length > 0 && query.said.length === 1 ? POINTS.family : POINTS.nearMeant)
        : families.has(familyOf(key)) ? POINTS.family : 0;
      return { row, score: score + lift + lookClosely(vocabulary.titleWords(row), query) };
    })
    .sort((one, other) => other.score - one.score || one.row - other.row)
    .slice(0, limit);
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

function slotOf(vocabulary: Vocabulary, rows: number, word: string, literal: boolean): Slot {
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
  if ((literal && word.length > 1 && (word.length > 2 || !known)) || !known) {
    const digits = /^\d+$/.test(word);
    for (let number = vocabulary.firstFrom(word); number < vocabulary.words.length; number++) {
      const longer = vocabulary.words[number];
      if (!longer.startsWith(word)) break;
      if (digits && !/^\d+[a-z]/.test(longer)) continue;
      add(number, (known ? BEGUN - 0.12 : BEGUN) + 0.2 * (word.length / longer.length), !known);
    }
  }
  return { words, qualities, titles, rarity: Math.log2(rows / Math.max(1, most)) };
}

/** Rare words weigh more; several words together a little more than one. */
function weightOf(slots: readonly Slot[]): number {
  const mean = slots.reduce((sum, slot) => sum + slot.rarity, 0) / slots.length;
  return Math.min(8, Math.max(3, mean)) * (1 + 0.25 * (slots.length - 1));
}

/** Notes for each row that has all words of a way how well it has them; the best way counts. */
function scoreWay(vocabulary: Vocabulary, arrays: Scratch, quality: number, slots: readonly Slot[], now: number, count: number): number {
  const { buffer, level, sum, sumCovered, best: bests, bestCovered, bestSeen, nowTouched } = arrays;
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
          if (level[row] > base) continue;
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

/** Places of the largest scores, largest first. */
function best(scores: Float64Array, limit: number, count: number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, index) => index).filter((index) => scores[index] > -Infinity);
  const sample = scores.slice(0, count).sort();
  const floor = sample[count - limit];
  const found: number[] = [];
  for (let index = 0; index < count && found.length < limit * 2; index++) {
    if (scores[index] >= floor && scores[index] > -Infinity) found.push(index);
  }
  return found;
}

/** What only the order of a title's words tells: neighbours, the leading word, what is denied, the other side. */
function lookClosely(title: readonly string[], query: Query): number {
  let points = 0;
  const has = new Set(title);
  if (query.side && !has.has(query.side)) {
    if (has.has('right') || has.has('left') || has.has('bilateral')) points += POINTS.otherSide;
  }
  if (query.visit && !has.has(query.visit)) {
    if (has.has('initial') || has.has('subsequent') || has.has('sequela')) points += POINTS.otherVisit;
  }
  const denies = query.words.some((word) => word === 'without' || word === 'w/o' || word === 'no');
  let order = 0;
  query.words.forEach((word, index) => {
    const place = title.indexOf(word);
    if (place < 0) return;
    if (index + 1 < query.words.length && title[place + 1] === query.words[index + 1]) order += POINTS.order;
    const denied = title.slice(Math.max(0, place - 2), place).some((before) => before === 'without' || before === 'not');
    if (denied && !denies) points += POINTS.denied;
  });
  points += Math.min(order, POINTS.mostOrder);
  if (title.length > 0 && query.words.includes(title[0])) points += POINTS.first;
  return points;
}
