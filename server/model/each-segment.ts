// Visits the segments of some names in a transaction: quick enough to be asked by many rules of a large file.
import { NAME_NUMBERS, nameNumber, nameText } from '../syntax/x12/names';
import type { Transaction, X12Document } from '../syntax/x12/read';

/** Calls `visit` with the number and the name of each segment that has one of the names, in the order of the file. */
export function eachSegment(
  document: X12Document,
  range: Pick<Transaction, 'first' | 'end'>,
  names: readonly string[],
  visit: (segment: number, name: string) => void,
): void {
  lookAt(document, range);
  const wanted = names.map(nameNumber).filter((number) => number !== 0 && present[number] === look);
  if (wanted.length === 0) return;
  const numbers = document.segments.names,
    found: number[] = [];
  for (const number of wanted) marked[number] = 1;
  for (let i = range.first; i < range.end; i += 1) if (marked[numbers[i]] !== 0) found.push(i);
  for (const number of wanted) marked[number] = 0;
  for (let n = 0; n < found.length; n += 1) visit(found[n], nameText(numbers[found[n]]));
}

/** By the number of a name: is it asked for, and which look has met it last? */
const marked = new Uint8Array(NAME_NUMBERS),
  present = new Uint32Array(NAME_NUMBERS);
let look = 0;

/** The last look at a document: one rule after another asks about the same segments. */
const last = new WeakMap<X12Document, Pick<Transaction, 'first' | 'end'> & { readonly look: number }>();

function lookAt(document: X12Document, { first, end }: Pick<Transaction, 'first' | 'end'>): void {
  const before = last.get(document);
  if (before && before.look === look && before.first === first && before.end === end) return;
  last.set(document, { first, end, look: (look += 1) });
  const numbers = document.segments.names;
  for (let i = first; i < end; i += 1) present[numbers[i]] = look;
}
