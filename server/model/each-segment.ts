// Visits the segments of one name in a transaction: quick enough to be asked by several rules of a large file.
import type { Transaction, X12Document } from '../syntax/x12/read';

/** Calls `visit` with the number of each segment that has one of the names (of two or three signs). */
export function eachSegment(
  { text, segments: { starts } }: X12Document, { first, end }: Transaction, names: readonly string[], visit: (segment: number, name: string) => void,
): void {
  for (const name of names) {
    const letter = name.charCodeAt(0);
    for (let i = first; i < end; i += 1) {
      const start = starts[i];
      if (text.charCodeAt(start) !== letter || !text.startsWith(name, start)) continue;
      const next = text.charCodeAt(start + name.length);
      // The name ends where no letter or digit follows.
      if (!((next >= 48 && next <= 57) || (next >= 65 && next <= 90))) visit(i, name);
    }
  }
}
