// Runs the everyday queries of search-queries.tsv and counts how often the right code comes first or among ten.
import type { CodeSets } from '../../codesets/code-set';
import list from './search-queries.tsv';

/** Shares between 0 and 1, the queries without a right code, and how long each took in milliseconds. */
export interface Evaluation {
  readonly queries: number;
  readonly first: number;
  readonly ten: number;
  readonly misses: readonly string[];
  readonly times: readonly number[];
}

/** All queries of the list with the codes that are right for them; `S52.5*` stands for all that begin so. */
export const everydayQueries: readonly { query: string; accepted: readonly string[] }[] = list.split('\n').slice(1).flatMap((line) => {
  const [query, accepted] = line.split('\t');
  return query && accepted ? [{ query, accepted: accepted.trim().split(' ') }] : [];
});

/** Searches every query once; `search` may stand for another engine. */
export function evaluate(
  sets: CodeSets, date: string,
  search = (query: string): readonly string[] => sets.search(query, { sets: ['icd-10-cm'], date, limit: 10 }).map((found) => found.code),
): Evaluation {
  let first = 0;
  let ten = 0;
  const misses: string[] = [];
  const times: number[] = [];
  for (const { query, accepted } of everydayQueries) {
    const began = performance.now();
    const found = search(query);
    times.push(performance.now() - began);
    const fits = (code: string, right: string): boolean => (right.endsWith('*') ? code.startsWith(right.slice(0, -1)) : code === right);
    const place = found.findIndex((code) => accepted.some((right) => fits(code, right)));
    if (place === 0) first++;
    if (place >= 0 && place < 10) ten++;
    else misses.push(query);
  }
  const queries = everydayQueries.length;
  return { queries, first: first / queries, ten: ten / queries, misses, times };
}
