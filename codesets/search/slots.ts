// Looks up the words of a query among those of an edition: which words a title may have for each, and how rare they are.
import type { Way } from './query';
import type { Vocabulary } from './vocabulary';

/** Qualities of a word found in a title: the very word, another form of it, a longer word that begins so. */
const FORM = 0.94;
const BEGUN = 0.72;
/** What a longer word gains by the share of it that was typed. */
export const BEGUN_SHARE = 0.2;
/** A beginning of one or two letters is looked up in about so many titles. */
const MOST_TITLES = 12_000;

/** A word that a title may have for a word of the query. */
export interface Slot {
  readonly words: number[];
  readonly qualities: number[];
  readonly titles: number;
  readonly rarity: number;
  /** Words that begin as typed, by number, where they are too many to look up one by one. */
  readonly begun?: { readonly first: number; readonly last: number; readonly length: number; readonly quality: number };
}

/** The words of a title that a way may find; undefined if one of its words is in no title. */
export function slotsOf(vocabulary: Vocabulary, rows: number, way: Way): Slot[] | undefined {
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
    // The better come first: of several words that a title has the first one counts.
    longer.sort((one, other) => vocabulary.words[one].length - vocabulary.words[other].length);
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
export function weightOf(slots: readonly Slot[], coded: boolean): number {
  const mean = slots.reduce((sum, slot) => sum + slot.rarity, 0) / slots.length;
  return Math.min(coded ? 10 : 8, Math.max(3, mean)) * (1 + 0.25 * (slots.length - 1));
}
