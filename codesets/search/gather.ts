// Adds up for each row of an edition what it says of a query, in arrays that all searches share.
import type { Query, Way } from './query';
import { TITLES_READ, scoreBegun, scoreWay } from './score-way';
import type { Scratch } from './scratch';
import { type Slot, slotsOf, weightOf } from './slots';
import type { Vocabulary } from './vocabulary';

/** The weight of a word that is in no title: it counts against all alike. */
const UNHEARD_OF = 7;
/** A title must be able to say this share of a query to be worth noting. */
const LEAST_SHARE = 0.45;
/** So many titles are rather read than looked up. */
const FEW_TITLES = 6_000;

/** Of the count of things said these bits are for those that must be said; those above, for those that may. */
const MUST = 0xff;
const MAY = 0x100;

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
      const ways = waysOnce(said.ways).flatMap((way) => {
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

/** Each way once, as good as it can be: two phrases may mean the same. */
function waysOnce(ways: readonly Way[]): readonly Way[] {
  const best = new Map<string, Way>();
  for (const way of ways) {
    const name = `${way.literal} ${way.words.join(' ')}`;
    if (way.quality > (best.get(name)?.quality ?? 0)) best.set(name, way);
  }
  return best.size < ways.length ? [...best.values()] : ways;
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
  const whole = things.reduce((sum, thing) => sum + (thing.ways.length > 0 ? thing.weight : 0), 0);
  let touched = 0;
  let rest = whole;
  for (const [place, thing] of things.entries()) {
    const hit = thing.optional ? MAY : 1;
    const only = all ? place > 0 : touched > 0 && rest < whole * LEAST_SHARE && thing.codes.length === 0;
    if (all && place > 0 && touched === 0) break;
    // Behind other words one or two letters tell little: with many titles left they only decide among the best of those.
    if (
      place > 0 &&
      touched >= FEW_TITLES &&
      thing.ways.length > 0 &&
      thing.ways.every(({ slots }) => slots.length === 1 && slots[0].begun)
    ) {
      for (let index = 0; index < touched; index++) hits[rows[index]] += hit;
      continue;
    }
    const now = ++arrays.epoch;
    const found = only ? { start, touched } : undefined;
    let count = 0;
    for (const { way, slots } of thing.ways) {
      count =
        found && slots.length === 1 && slots[0].begun && touched < FEW_TITLES
          ? scoreBegun(vocabulary, arrays, way.quality, slots[0], now, count, found)
          : scoreWay(vocabulary, arrays, way.quality, slots, now, count, found);
    }
    if (thing.ways.length > 0) rest -= thing.weight;
    for (let index = 0; index < count; index++) {
      const row = nowTouched[index];
      if (!only) touched = touch(arrays, row, start, touched);
      total[row] += thing.weight * arrays.best[row];
      covered[row] += arrays.bestCovered[row];
      hits[row] += hit;
    }
    if (!all || thing.optional) continue;
    let kept = 0;
    const least = Math.min(place + 1, must);
    for (let index = 0; index < touched; index++) if ((hits[rows[index]] & MUST) >= least) rows[kept++] = rows[index];
    touched = kept;
  }
  return { start, touched };
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
