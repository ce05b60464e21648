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
  const numbers = document.segments.names;
  const found = segmentsOf(
    names.map(nameNumber).filter((number) => number !== 0 && present[number] === look),
    numbers,
    range,
  );
  for (let n = 0; n < found.length; n += 1) visit(found[n], nameText(numbers[found[n]]));
}

/** By the number of a name: which look has met it last, and its first segment there. */
const present = new Uint32Array(NAME_NUMBERS),
  heads = new Uint32Array(NAME_NUMBERS),
  tails = new Uint32Array(NAME_NUMBERS);
/** Of each segment of the look the next one of that name, 0 behind the last. Both count from the range's first segment, from 1. */
let nexts = new Uint32Array(1024);
let look = 0;

/** The last look at a document: one rule after another asks about the same segments. */
const last = new WeakMap<X12Document, Pick<Transaction, 'first' | 'end'> & { readonly look: number }>();

function lookAt(document: X12Document, { first, end }: Pick<Transaction, 'first' | 'end'>): void {
  const before = last.get(document);
  if (before && before.look === look && before.first === first && before.end === end) return;
  last.set(document, { first, end, look: (look += 1) });
  if (nexts.length <= end - first) nexts = new Uint32Array(2 * (end - first));
  const numbers = document.segments.names;
  for (let i = first, place = 1; i < end; i += 1, place += 1) {
    const name = numbers[i];
    if (present[name] === look) nexts[tails[name]] = place;
    else {
      present[name] = look;
      heads[name] = place;
    }
    tails[name] = place;
    nexts[place] = 0;
  }
}

const NONE: readonly number[] = [];

/** The segments of the last look that have one of the names, in their order. They are copied: who visits them may look at others. */
function segmentsOf(
  wanted: readonly number[],
  numbers: Uint16Array,
  { first, end }: Pick<Transaction, 'first' | 'end'>,
): readonly number[] {
  if (wanted.length === 0) return NONE;
  const found: number[] = [];
  if (wanted.length === 1) {
    for (let place = heads[wanted[0]]; place !== 0; place = nexts[place]) found.push(first + place - 1);
    return found;
  }
  for (const number of wanted) marked[number] = 1;
  for (let i = first; i < end; i += 1) if (marked[numbers[i]] !== 0) found.push(i);
  for (const number of wanted) marked[number] = 0;
  return found;
}

/** Is a name asked for, by its number? */
const marked = new Uint8Array(NAME_NUMBERS);
