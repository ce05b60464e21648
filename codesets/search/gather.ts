// Adds up for each row of an edition what it says of a query, in arrays that all searches share.
import { BEGUN_SHARE, type Slot, slotsOf, weightOf } from './slots';
import type { Query, Way } from './query';
import type { Vocabulary } from './vocabulary';

/** The weight of a word that is in no title: it counts against all alike. */
const UNHEARD_OF = 7;
/** A title must be able to say this share of a query to be worth noting. */
const LEAST_SHARE = 0.45;
/** Reading a title costs as much as so many rows of a word. */
const TITLES_READ = 12;
/** So many titles are rather read than looked up. */
const FEW_TITLES = 6_000;

/** Of the count of things said these bits are for those that must be said; those above, for those that may. */
const MUST = 0xff;
const MAY = 0x100;

/** Arrays as long as the longest edition, used by one search after the other. */
export interface Scratch {
  readonly size: number;
  epoch: number;
  /** By row: how well it says what was said, the weight of its words that were asked for, points beside it, and how many things it says. */
  readonly total: Float32Array;
  readonly covered: Float32Array;
  readonly lift: Float32Array;
  readonly hits: Uint16Array;
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
  /** The points of the rows found, by place: what was added up for single words is no longer needed then. */
  readonly scores: Float32Array;
}

let scratch: Scratch | undefined;

/** The arrays, grown to so many rows. */
export function scratchFor(size: number): Scratch {
  if (!scratch || scratch.size < size) {
    const floats = (): Float32Array => new Float32Array(size);
    const integers = (): Int32Array => new Int32Array(size);
    const sum = floats();
    scratch = {
      size,
      epoch: 0,
      total: floats(),
      covered: floats(),
      lift: floats(),
      hits: new Uint16Array(size),
      seen: integers(),
      best: floats(),
      bestCovered: floats(),
      bestSeen: integers(),
      level: integers(),
      sum,
      sumCovered: floats(),
      buffer: integers(),
      touched: integers(),
      nowTouched: integers(),
      scores: sum,
    };
  }
  return scratch;
}

/** One thing said, with what it needs of this edition. */
export interface Thing {
  /** A title may leave it out: chronic, severe. */
  readonly optional: boolean;
  readonly ways: readonly { readonly way: Way; readonly slots: readonly Slot[] }[];
  readonly weight: number;
  /** Codes known for a phrase: what the query is about, whatever stands beside it. */
  readonly codes: readonly string[];
  readonly titles: number;
}

/** The things of a query with what an edition has for them: the rare ones first, behind them those that a title may leave out. */
export function thingsOf(query: Query, vocabulary: Vocabulary, rows: number): Thing[] {
  const mayLeaveOut = query.said.some((said) => !said.optional);
  return query.said
    .flatMap((said): Thing[] => {
      const ways = said.ways.flatMap((way) => {
        const slots = slotsOf(vocabulary, rows, way);
        return slots ? [{ way, slots }] : [];
      });
      const codes = said.ways.flatMap((way) => way.codes);
      const weight = ways.length === 0 ? UNHEARD_OF : Math.max(...ways.map(({ slots }) => weightOf(slots, codes.length > 0)));
      const optional = mayLeaveOut && said.optional === true;
      if (optional && ways.length === 0) return [];
      return [{ ways, weight, codes, optional, titles: ways.reduce((sum, { slots }) => sum + slots[0].titles, 0) }];
    })
    .sort((one, other) => Number(one.optional) - Number(other.optional) || one.titles - other.titles);
}

/** The count of a row that says every thing that must be said, and of one that also says what it might leave out. */
export function countsOf(things: readonly Thing[]): { readonly must: number; readonly every: number } {
  const must = things.filter((thing) => !thing.optional).length;
  return { must, every: must + (things.length - must) * MAY };
}

/** Whether a row with such a count says every thing that must be said. */
export function saysAll(hits: number, must: number): boolean {
  return (hits & MUST) === must;
}

/** Adds up for each row what it says of the query. With `all`, only rows that say every thing stay that must be said. */
export function gather(
  vocabulary: Vocabulary,
  arrays: Scratch,
  things: readonly Thing[],
  all: boolean,
): { start: number; touched: number } {
  const start = ++arrays.epoch;
  const { hits, touched: rows, nowTouched, total, covered } = arrays;
  const { must } = countsOf(things);
  let touched = 0;
  const whole = things.reduce((sum, thing) => sum + (thing.ways.length > 0 ? thing.weight : 0), 0);
  let rest = whole;
  things.forEach((thing, place) => {
    const hit = thing.optional ? MAY : 1;
    // Behind other words one or two letters tell little: with many titles left they only decide among the best of those.
    if (
      place > 0 &&
      touched >= FEW_TITLES &&
      thing.ways.length > 0 &&
      thing.ways.every(({ slots }) => slots.length === 1 && slots[0].begun)
    ) {
      for (let index = 0; index < touched; index++) hits[rows[index]] += hit;
      return;
    }
    const now = ++arrays.epoch;
    let count = 0;
    const only = all ? place > 0 : touched > 0 && rest < whole * LEAST_SHARE && thing.codes.length === 0;
    const before = all ? Math.min(place, must) : 0;
    for (const { way, slots } of thing.ways) {
      if (only && slots.length === 1 && slots[0].begun && touched < FEW_TITLES) {
        count = scoreBegun(vocabulary, arrays, way.quality, slots[0], now, count, { start, touched, hit: before });
        continue;
      }
      count = scoreWay(vocabulary, arrays, way.quality, slots, now, count, only ? start : 0, before);
    }
    if (thing.ways.length > 0) rest -= thing.weight;
    for (let index = 0; index < count; index++) {
      const row = nowTouched[index];
      touched = touch(arrays, row, start, touched);
      total[row] += thing.weight * arrays.best[row];
      covered[row] += arrays.bestCovered[row];
      hits[row] += hit;
    }
  });
  if (!all) return { start, touched };
  let kept = 0;
  for (let index = 0; index < touched; index++) if (saysAll(hits[rows[index]], must)) rows[kept++] = rows[index];
  return { start, touched: kept };
}

/** Notes a row that this search has not met yet; how many rows it has met now. */
function touch(arrays: Scratch, row: number, start: number, touched: number): number {
  if (arrays.seen[row] === start) return touched;
  arrays.seen[row] = start;
  arrays.total[row] = 0;
  arrays.covered[row] = 0;
  arrays.lift[row] = 0;
  arrays.hits[row] = 0;
  arrays.touched[touched] = row;
  return touched + 1;
}

/** Of the rows found, those that have a word are lifted. */
export function liftFound(vocabulary: Vocabulary, arrays: Scratch, touched: number, word: number, points: number): number {
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
export function findAll(vocabulary: Vocabulary, arrays: Scratch, before: number, start: number, word: number, points: number): number {
  const { buffer, covered, lift } = arrays;
  const weight = vocabulary.weight(word);
  const count = vocabulary.rows(word, buffer);
  let touched = before;
  for (let index = 0; index < count; index++) {
    const row = buffer[index];
    touched = touch(arrays, row, start, touched);
    covered[row] += weight;
    lift[row] += points;
  }
  return touched;
}

/**
 * Notes for each row that has all words of a way how well it has them; the best way counts. With `only`, just the
 * rows of that search which have had at least `hit` things before this one.
 */
function scoreWay(
  vocabulary: Vocabulary,
  arrays: Scratch,
  quality: number,
  slots: readonly Slot[],
  now: number,
  count: number,
  only: number,
  hit: number,
): number {
  if (slots.length === 1) return scoreWord(vocabulary, arrays, quality, slots[0], now, count, only, hit);
  const { seen, hits, buffer, level, sum, sumCovered, best: bests, bestCovered, bestSeen, nowTouched } = arrays;
  const base = arrays.epoch;
  arrays.epoch += slots.length;
  for (let depth = 0; depth < slots.length; depth++) {
    const { words, qualities } = slots[depth];
    const last = depth === slots.length - 1;
    for (let place = 0; place < words.length; place++) {
      const rows = vocabulary.rows(words[place], buffer);
      const share = qualities[place];
      const weight = vocabulary.weight(words[place]);
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
    }
  }
  return count;
}

/** The same for a way of one word, where nothing is to be added up: most ways are so, and common words stand in many titles. */
function scoreWord(
  vocabulary: Vocabulary,
  arrays: Scratch,
  quality: number,
  slot: Slot,
  now: number,
  count: number,
  only: number,
  hit: number,
): number {
  const { seen, hits, buffer, best: bests, bestCovered, bestSeen, nowTouched } = arrays;
  const { words, qualities } = slot;
  for (let place = 0; place < words.length; place++) {
    const rows = vocabulary.rows(words[place], buffer);
    const value = qualities[place] * quality;
    const weight = vocabulary.weight(words[place]);
    for (let index = 0; index < rows; index++) {
      const row = buffer[index];
      if (only > 0 && (seen[row] !== only || hits[row] < hit)) continue;
      if (bestSeen[row] !== now) {
        bestSeen[row] = now;
        nowTouched[count++] = row;
      } else if (value <= bests[row]) continue;
      bests[row] = value;
      bestCovered[row] = weight;
    }
  }
  return count;
}

/** The same for a word of one or two letters: the titles found so far are read, since too many words begin so. */
function scoreBegun(
  vocabulary: Vocabulary,
  arrays: Scratch,
  quality: number,
  slot: Slot,
  now: number,
  count: number,
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
