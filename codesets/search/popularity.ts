// How often outpatient practices bill a code: the head start of everyday codes in a search.
import everyday from '../everyday.tsv';
import type { CodeSetId } from '../code-set';
import { keyOf, readRows } from '../rows';

/** Head starts by grade in `everyday.tsv`, and of any other code that the starter list holds. */
const LIFT: Readonly<Record<string, number>> = { 3: 2.2, 2: 1.4 };
const IN_STARTER = 0.5;

let lifts: ReadonlyMap<string, number> | undefined;

/**
 * 0 for a code of which nothing is known, more for those that practices bill daily. `inStarter` tells which
 * codes the starter list holds; left out, all are taken to be from there.
 */
export function popularityOf(set: CodeSetId, inStarter: (key: string) => boolean = () => true): (key: string) => number {
  if (set !== 'icd-10-cm') return () => 0;
  const known = (lifts ??= new Map(readRows(everyday).map((row) => [keyOf(row.code), LIFT[row.more.grade] ?? 0])));
  return (key) => known.get(key) ?? (inStarter(key) ? IN_STARTER : 0);
}
