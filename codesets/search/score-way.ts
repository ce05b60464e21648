// Finds the rows whose titles say one thing of a query in one way, by the rows of its words or by reading titles.
import type { Scratch } from './scratch';
import { BEGUN_SHARE, type Slot } from './slots';
import type { Vocabulary } from './vocabulary';

/** Reading a title costs as much as so many rows of a word. */
export const TITLES_READ = 12;

/** What a search has found before this thing, where no more is to be found: its number and how many rows. */
export interface Found {
  readonly start: number;
  readonly touched: number;
}

/** Notes for each row that has all words of a way how well it has them; the best way counts. With `found`, just rows of those. */
export function scoreWay(
  vocabulary: Vocabulary,
  arrays: Scratch,
  quality: number,
  slots: readonly Slot[],
  now: number,
  before: number,
  found: Found | undefined,
): number {
  if (slots.length === 1 && !isSoonerRead(found?.touched ?? Infinity, slots[0]))
    return scoreWord(vocabulary, arrays, quality, slots[0], now, before, found);
  const { seen, buffer, level, sum, sumCovered, reached } = arrays;
  const base = arrays.epoch;
  arrays.epoch += slots.length;
  let count = before;
  let left = found?.touched ?? Infinity;
  for (let depth = 0; depth < slots.length; depth++) {
    const slot = slots[depth];
    const last = depth === slots.length - 1;
    let kept = 0;
    const take = (row: number, place: number): void => {
      const share = (depth > 0 ? sum[row] : 0) + slot.qualities[place];
      const weight = (depth > 0 ? sumCovered[row] : 0) + vocabulary.weight(slot.words[place]);
      if (last) count = note(arrays, row, (share / slots.length) * quality, weight, now, count);
      else {
        level[row] = base + depth + 1;
        sum[row] = share;
        sumCovered[row] = weight;
        reached[kept++] = row;
      }
    };
    if (isSoonerRead(left, slot)) {
      const rows = depth === 0 ? arrays.touched : reached;
      for (let index = 0; index < left; index++) {
        const place = placeIn(vocabulary, rows[index], slot);
        if (place >= 0) take(rows[index], place);
      }
    } else {
      for (let place = 0; place < slot.words.length; place++) {
        const rows = vocabulary.rows(slot.words[place], buffer);
        for (let index = 0; index < rows; index++) {
          const row = buffer[index];
          if (depth > 0 ? level[row] === base + depth : level[row] <= base && (!found || seen[row] === found.start)) take(row, place);
        }
      }
    }
    if (kept === 0) break;
    left = kept;
  }
  return count;
}

/** A few titles are sooner read than all rows of a word that stands everywhere. */
function isSoonerRead(titles: number, slot: Slot): boolean {
  return titles * TITLES_READ * slot.words.length < slot.titles;
}

/** The same for a way of one word, where nothing is to be added up: most ways are so, and common words stand in many titles. */
function scoreWord(
  vocabulary: Vocabulary,
  arrays: Scratch,
  quality: number,
  slot: Slot,
  now: number,
  before: number,
  found: Found | undefined,
): number {
  const { seen, buffer, best, bestCovered, bestSeen, nowTouched } = arrays;
  let count = before;
  for (let place = 0; place < slot.words.length; place++) {
    const rows = vocabulary.rows(slot.words[place], buffer);
    const value = slot.qualities[place] * quality;
    const weight = vocabulary.weight(slot.words[place]);
    for (let index = 0; index < rows; index++) {
      const row = buffer[index];
      if (found && seen[row] !== found.start) continue;
      if (bestSeen[row] !== now) {
        bestSeen[row] = now;
        nowTouched[count++] = row;
      } else if (value <= best[row]) continue;
      best[row] = value;
      bestCovered[row] = weight;
    }
  }
  return count;
}

/** Notes what a row says of a thing if it has not said it better. */
function note(arrays: Scratch, row: number, value: number, covered: number, now: number, count: number): number {
  const { best, bestCovered, bestSeen, nowTouched } = arrays;
  if (bestSeen[row] === now && value <= best[row]) return count;
  best[row] = value;
  bestCovered[row] = covered;
  if (bestSeen[row] === now) return count;
  bestSeen[row] = now;
  nowTouched[count] = row;
  return count + 1;
}

/** The place in a slot of the word that a title has, the first of several; -1 if it has none. */
function placeIn(vocabulary: Vocabulary, row: number, { words }: Slot): number {
  let place = -1;
  vocabulary.someWord(row, (word) => {
    const at = words.indexOf(word);
    if (at >= 0 && (place < 0 || at < place)) place = at;
    return place === 0;
  });
  return place;
}

/** The same for a word of one or two letters: the titles found so far are read, since too many words begin so. */
export function scoreBegun(
  vocabulary: Vocabulary,
  arrays: Scratch,
  quality: number,
  slot: Slot,
  now: number,
  before: number,
  found: Found,
): number {
  let count = before;
  const { first, last, length, quality: begun } = slot.begun ?? { first: 0, last: 0, length: 1, quality: 0 };
  for (let index = 0; index < found.touched; index++) {
    const row = arrays.touched[index];
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
    if (value > 0) count = note(arrays, row, value * quality, covered, now, count);
  }
  return count;
}
