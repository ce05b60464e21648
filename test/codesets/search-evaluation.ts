// Runs lists of everyday queries and counts how often the right code comes first or among ten.
import type { CodeSets } from '../../codesets/code-set';
import everyday from './search-queries.tsv';
import unseen from './unseen-queries.tsv';

/** Shares between 0 and 1, the queries without a right code, and how long each took in milliseconds. */
export interface Evaluation {
  readonly queries: number;
  readonly first: number;
  readonly ten: number;
  readonly misses: readonly string[];
  readonly times: readonly number[];
}

/** A query with the codes that are right for it; `S52.5*` stands for all that begin so. */
export interface RatedQuery {
  readonly query: string;
  readonly accepted: readonly string[];
}

/** The list on which the search was balanced. */
export const everydayQueries = readQueries(everyday);
/** A list that was written before its results were seen, and is not balanced upon. */
export const unseenQueries = readQueries(unseen);

function readQueries(list: string): readonly RatedQuery[] {
  return list.split('\n').slice(1).flatMap((line) => {
    const [query, accepted] = line.split('\t');
    return query && accepted ? [{ query, accepted: accepted.trim().split(' ') }] : [];
  });
}

/** Searches every query once; `search` may stand for another engine. */
export function evaluate(
  sets: CodeSets, date: string, list = everydayQueries,
  search = (query: string): readonly string[] => sets.search(query, { sets: ['icd-10-cm'], date, limit: 10 }).map((found) => found.code),
): Evaluation {
  let first = 0;
  let ten = 0;
  const misses: string[] = [];
  const times: number[] = [];
  for (const { query, accepted } of list) {
    const began = performance.now();
    const found = search(query);
    times.push(performance.now() - began);
    const fits = (code: string, right: string): boolean => (right.endsWith('*') ? code.startsWith(right.slice(0, -1)) : code === right);
    const place = found.findIndex((code) => accepted.some((right) => fits(code, right)));
    if (place === 0) first++;
    if (place >= 0 && place < 10) ten++;
    else misses.push(query);
  }
  const queries = list.length;
  return { queries, first: first / queries, ten: ten / queries, misses, times };
}
