// Rescues a misspelt word: the nearest words of a vocabulary, by letters changed, added, dropped or swapped.

/** Words that may be rescued to, prepared for many questions. */
export interface Spellings {
  readonly words: readonly string[];
  /** Larger for a word that is used more; decides between equally near ones. */
  readonly counts: ArrayLike<number>;
  readonly letters: Int32Array;
}

/** A nearby word and how far it is. */
export interface Nearby {
  readonly word: string;
  readonly distance: number;
}

/** Prepares words for rescue. */
export function spellingsOf(words: readonly string[], counts: ArrayLike<number>): Spellings {
  return { words, counts, letters: Int32Array.from(words, lettersOf) };
}

/** The words nearest to a misspelt one, nearest first, at most `limit`; none if nothing is near enough. */
export function rescue(word: string, spellings: Spellings, limit = 3): Nearby[] {
  if (word.length < 4 || word.length > LONGEST || /\d/.test(word)) return [];
  if (word.length < 5) return nearest(word, spellings, limit, 1);
  const near = nearest(word, spellings, limit, 2);
  return near.length > 0 || word.length < 8 ? near : nearest(word, spellings, limit, 3);
}

function nearest(word: string, spellings: Spellings, limit: number, most: number): Nearby[] {
  const letters = lettersOf(word);
  const sound = soundOf(word);
  const found: { word: string; distance: number; rank: number }[] = [];
  for (let index = 0; index < spellings.words.length; index++) {
    if (bits(letters ^ spellings.letters[index]) > most * 2) continue;
    const other = spellings.words[index];
    if (Math.abs(other.length - word.length) > most || other.length < 3) continue;
    const distance = editDistance(word, other, most);
    if (distance > most) continue;
    const alike = soundOf(other) === sound ? 0.9 : 0;
    const start = other[0] === word[0] ? 0 : 0.6;
    const rank = distance + start - alike - Math.min(0.5, Math.log2(1 + spellings.counts[index]) / 20);
    found.push({ word: other, distance, rank });
  }
  found.sort((one, other) => one.rank - other.rank);
  const best = found[0]?.rank ?? 0;
  return found.filter((nearby) => nearby.rank <= best + 0.5).slice(0, limit);
}

const LONGEST = 40;
const rowsOfTable = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/** How many letters must change, appear, vanish or swap places; anything above `most` is only known to be above. */
export function editDistance(one: string, other: string, most: number): number {
  const [width, height] = [other.length, one.length];
  if (width > LONGEST || height > LONGEST || Math.abs(width - height) > most) return most + 1;
  let [before, previous, current] = rowsOfTable;
  for (let j = 0; j <= width; j++) previous[j] = j;
  for (let i = 1; i <= height; i++) {
    const letter = one.charCodeAt(i - 1);
    current[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      const theirs = other.charCodeAt(j - 1);
      let cost = previous[j - 1] + (letter === theirs ? 0 : 1);
      if (previous[j] + 1 < cost) cost = previous[j] + 1;
      if (current[j - 1] + 1 < cost) cost = current[j - 1] + 1;
      if (i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === theirs && before[j - 2] + 1 < cost) {
        cost = before[j - 2] + 1;
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[width];
}

/** A word as it sounds, roughly: silent beginnings gone, double letters once, vowels only where they begin it. */
export function soundOf(word: string): string {
  const sound = word
    .replace(/^(pn|kn|gn)/, 'n').replace(/^ps/, 's').replace(/^(wr|rh)/, 'r').replace(/ph/g, 'f').replace(/gh(?=t)/g, '')
    .replace(/rh/g, 'r').replace(/c(?=[eiy])/g, 's').replace(/sch|sc(?=[eiy])/g, 's').replace(/[ck]h?|q/g, 'k').replace(/z/g, 's')
    .replace(/x/g, 'ks').replace(/th/g, 't').replace(/j/g, 'g').replace(/v/g, 'f');
  return sound[0] + sound.slice(1).replace(/[aeiouyhw]/g, '').replace(/(.)\1+/g, '$1');
}

function lettersOf(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index++) mask |= 1 << (word.charCodeAt(index) - 97 & 31);
  return mask;
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
