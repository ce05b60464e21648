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
  if (word.length < 4 || /\d/.test(word)) return [];
  const most = word.length < 5 ? 1 : word.length < 8 ? 2 : 3;
  const letters = lettersOf(word);
  const sound = soundOf(word);
  const found: { word: string; distance: number; rank: number }[] = [];
  for (let index = 0; index < spellings.words.length; index++) {
    const other = spellings.words[index];
    if (Math.abs(other.length - word.length) > most || other.length < 3) continue;
    if (bits(letters ^ spellings.letters[index]) > most * 2) continue;
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

/** How many letters must change, appear, vanish or swap places; anything above `most` is only known to be above. */
export function editDistance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[other.length];
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
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
