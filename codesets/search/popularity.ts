// How often outpatient practices bill a code: the head start of everyday codes in a search.
import everyday from '../everyday.tsv';
import starterCodes from '../icd-10-cm/codes.tsv';
import type { CodeSetId } from '../code-set';
import { keyOf, readRows } from '../rows';

/** Head starts by grade in `everyday.tsv`, and of any other code that the starter list holds. */
const LIFT: Readonly<Record<string, number>> = { 3: 2.2, 2: 1.4 };
const IN_STARTER = 0.5;

let lifts: ReadonlyMap<string, number> | undefined;

/** 0 for a code of which nothing is known, more for those that practices bill daily. */
export function popularityOf(set: CodeSetId): (key: string) => number {
  if (set !== 'icd-10-cm') return () => 0;
  const known = (lifts ??= readLifts());
  return (key) => known.get(key) ?? 0;
}

function readLifts(): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of starterCodes.split('\n')) found.set(keyOf(line.slice(0, line.indexOf('\t'))), IN_STARTER);
  for (const row of readRows(everyday)) found.set(keyOf(row.code), LIFT[row.more.grade] ?? 0);
  return found;
}
