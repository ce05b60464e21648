// Rescues a misspelt word: the nearest words of a vocabulary, by letters changed, added, dropped or swapped.

/** Words that may be rescued to, prepared for many questions. */
export interface Spellings {
  readonly words: readonly string[];
  /** Larger for a word that is used more; decides between equally near ones. */
  readonly counts: ArrayLike<number>;
  readonly letters: Int32Array;
  /** Numbers of words by their length: so many letters more or less make another word. */
  readonly byLength: readonly (readonly number[])[];
  /** What was asked before: a misspelt word stands there while the next ones are typed. */
  readonly answers: Map<string, Nearby[]>;
}

/** A nearby word and how far it is. */
export interface Nearby {
  readonly word: string;
  readonly distance: number;
}

const MOST_ANSWERS = 500;
const LEAST_LETTERS = 3;
const SHORT = 5;

/** Prepares words for rescue. */
export function spellingsOf(words: readonly string[], counts: ArrayLike<number>): Spellings {
  const byLength: number[][] = Array.from({ length: LONGEST + 1 }, () => []);
  words.forEach((word, index) => {
    if (word.length >= LEAST_LETTERS) byLength[word.length]?.push(index);
  });
  return { words, counts, letters: Int32Array.from(words, lettersOf), byLength, answers: new Map() };
}

/** The words nearest to a misspelt one, nearest first, at most `limit`; none if nothing is near enough. */
export function rescue(word: string, spellings: Spellings, limit = 3): readonly Nearby[] {
  if (word.length < 4 || word.length > LONGEST || /\d/.test(word)) return [];
  let near = spellings.answers.get(word);
  if (!near) {
    if (spellings.answers.size >= MOST_ANSWERS) spellings.answers.clear();
    near = nearest(word, spellings, word.length < 5 ? 1 : 2);
    if (near.length === 0 && word.length >= 8) near = nearest(word, spellings, 3);
    spellings.answers.set(word, near);
  }
  return near.slice(0, limit);
}

function nearest(word: string, spellings: Spellings, most: number): Nearby[] {
  const letters = lettersOf(word);
  const sound = soundOf(word);
  const found: { word: string; distance: number; rank: number }[] = [];
  beginWord(word);
  for (let length = Math.max(0, word.length - most); length <= Math.min(LONGEST, word.length + most); length++) {
    for (const index of spellings.byLength[length]) {
      // Each letter that one has and the other has not is a change.
      const theirs = spellings.letters[index];
      if (bits(letters & ~theirs) > most || bits(theirs & ~letters) > most) continue;
      const other = spellings.words[index];
      const distance = distanceTo(other, most);
      if (distance > most) continue;
      const alike = soundOf(other) === sound ? 0.9 : 0;
      // Two letters are much of a short word: squat is no misspelt sweat, but numonia is pneumonia.
      if (distance > 1 && word.length <= SHORT && alike === 0) continue;
      const start = other[0] === word[0] ? 0 : 0.6;
      const rank = distance + start - alike - Math.min(0.5, Math.log2(1 + spellings.counts[index]) / 20);
      found.push({ word: other, distance, rank });
    }
  }
  endWord(word);
  found.sort((one, other) => one.rank - other.rank);
  const best = found[0]?.rank ?? 0;
  return found.filter((nearby) => nearby.rank <= best + 0.5);
}

/** A letter of a word is a bit: longer words are not compared. */
const LONGEST = 31;
/** For each sign, at which places of the word it stands to which others are compared. */
const places = new Int32Array(128);
let wordLength = 0;

function beginWord(word: string): void {
  for (let at = 0; at < word.length; at++) places[word.charCodeAt(at) & 127] |= 1 << at;
  wordLength = word.length;
}

function endWord(word: string): void {
  for (let at = 0; at < word.length; at++) places[word.charCodeAt(at) & 127] = 0;
}

/** How many letters must change, appear, vanish or swap places; anything above `most` is only known to be above. */
export function editDistance(one: string, other: string, most: number): number {
  if (one.length > LONGEST || other.length > LONGEST || Math.abs(one.length - other.length) > most) return most + 1;
  if (one === '') return other.length;
  beginWord(one);
  const distance = distanceTo(other, most);
  endWord(one);
  return distance;
}

/**
 * The distance from the word begun: a column of the table of distances at once, as the bits where it rises or falls by one
 * (Myers 1999; swapped neighbours after Hyyrö 2003).
 */
function distanceTo(other: string, most: number): number {
  const last = 1 << (wordLength - 1);
  let distance = wordLength;
  let rises = -1;
  let falls = 0;
  let same = 0;
  let before = 0;
  for (let at = 0; at < other.length; at++) {
    const here = places[other.charCodeAt(at) & 127];
    const swapped = ((~same & here) << 1) & before;
    same = (((here & rises) + rises) ^ rises) | here | falls | swapped;
    let across = falls | ~(same | rises);
    let down = same & rises;
    if (across & last) distance++;
    else if (down & last) distance--;
    if (distance - (other.length - at - 1) > most) return most + 1;
    across = (across << 1) | 1;
    down <<= 1;
    rises = down | ~(same | across);
    falls = across & same;
    before = here;
  }
  return distance > most ? most + 1 : distance;
}

/** A word as it sounds, roughly: silent beginnings gone, double letters once, vowels only where they begin it. */
export function soundOf(word: string): string {
  const sound = word
    .replace(/^(pn|kn|gn)/, 'n')
    .replace(/^ps/, 's')
    .replace(/^(wr|rh)/, 'r')
    .replace(/ph/g, 'f')
    .replace(/gh(?=t)/g, '')
    .replace(/rh/g, 'r')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/sch|sc(?=[eiy])/g, 's')
    .replace(/[ck]h?|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/x/g, 'ks')
    .replace(/th/g, 't')
    .replace(/j/g, 'g')
    .replace(/v/g, 'f');
  return (
    sound[0] +
    sound
      .slice(1)
      .replace(/[aeiouyhw]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

function lettersOf(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index++) mask |= 1 << ((word.charCodeAt(index) - 97) & 31);
  return mask;
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
