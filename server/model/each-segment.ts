// Visits the segments of some names in a transaction: quick enough to be asked by many rules of a large file.
import type { Transaction, X12Document } from '../syntax/x12/read';

/** Calls `visit` with the number and the name of each segment that has one of the names, in the order of the file. */
export function eachSegment(
  document: X12Document,
  range: Pick<Transaction, 'first' | 'end'>,
  names: readonly string[],
  visit: (segment: number, name: string) => void,
): void {
  const { first, ids, present } = namesOf(document, range);
  const known = names.filter((name) => present.has(idOf(name)));
  if (known.length === 0) return;
  const wanted = known.map(idOf);
  for (let i = 0; i < ids.length; i += 1) {
    const at = wanted.indexOf(ids[i]);
    if (at >= 0) visit(first + i, known[at]);
  }
}

interface Names {
  readonly first: number;
  readonly end: number;
  /** The segments' names as numbers. */
  readonly ids: Int32Array;
  readonly present: ReadonlySet<number>;
}

/** One rule after another asks about the same segments. */
const last = new WeakMap<X12Document, Names>();

function namesOf(document: X12Document, { first, end }: Pick<Transaction, 'first' | 'end'>): Names {
  const before = last.get(document);
  if (before && before.first === first && before.end === end) return before;
  const {
    text,
    segments: { starts },
  } = document;
  const ids = new Int32Array(end - first),
    present = new Set<number>();
  for (let i = first; i < end; i += 1) present.add((ids[i - first] = idAt(text, starts[i])));
  const names = { first, end, ids, present };
  last.set(document, names);
  return names;
}

/** Letters and digits of a name, which has three of them at most; what is longer is none. */
function idAt(text: string, start: number): number {
  let id = 0;
  for (let i = start; i < start + 4; i += 1) {
    let code = text.charCodeAt(i);
    // Small letters are told by the guide; what the segment says is read all the same.
    if (code >= 97 && code <= 122) code -= 32;
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return id;
    id = (id << 7) | code;
  }
  return 0;
}

const idOf = (name: string): number => idAt(name, 0);
