// Visits the segments of some names in a transaction: quick enough to be asked by several rules of a large file.
import type { Transaction, X12Document } from '../syntax/x12/read';

/** Calls `visit` with the number and the name of each segment that has one of the names, in the order of the file. */
export function eachSegment(
  { text, segments: { starts } }: X12Document, { first, end }: Transaction, names: readonly string[], visit: (segment: number, name: string) => void,
): void {
  for (let i = first; i < end; i += 1) {
    const start = starts[i];
    for (const name of names) {
      // Compared sign by sign: most segments are told apart by the first one.
      if (text.charCodeAt(start) !== name.charCodeAt(0) || !text.startsWith(name, start)) continue;
      const next = text.charCodeAt(start + name.length);
      // The name ends where no letter or digit follows.
      if (!((next >= 48 && next <= 57) || (next >= 65 && next <= 90))) visit(i, name);
    }
  }
}
