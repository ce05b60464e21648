// Sums over characters: they tell texts apart without keeping them.

/** Two sums: texts that differ have different ones, but for one in many billions. */
export interface Sums {
  first: number;
  second: number;
}

/** The sums with one more word of 32 bits. Two ways to add, so that what escapes one does not escape the other. */
export const nextFirst = (sum: number, word: number): number => (Math.imul(sum, 0x01000193) + word) | 0;
export function nextSecond(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x2545f491);
  return mixed ^ (mixed >>> 15);
}

/** Adds a part of a text. Four characters at a time: a sum has to wait for the one before it. */
export function addCharacters(sums: Sums, text: string, start: number, end: number): void {
  let { first, second } = sums,
    i = start;
  for (const stop = end - 3; i < stop; i += 4) {
    const word = text.charCodeAt(i) ^ (text.charCodeAt(i + 1) << 8) ^ (text.charCodeAt(i + 2) << 16) ^ (text.charCodeAt(i + 3) << 24);
    first = nextFirst(first, word);
    second = nextSecond(second, word);
  }
  for (; i < end; i += 1) {
    const code = text.charCodeAt(i);
    first = nextFirst(first, code);
    second = nextSecond(second, code);
  }
  sums.first = first;
  sums.second = second;
}
