// Runs lists of everyday queries and counts how often the right code comes first or among ten.
import type { CodeSetId, CodeSets } from '../../codesets/code-set';
import eighteenth from './eighteenth-queries.tsv';
import eighth from './eighth-queries.tsv';
import eleventh from './eleventh-queries.tsv';
import fifteenth from './fifteenth-queries.tsv';
import fifth from './fifth-queries.tsv';
import fourteenth from './fourteenth-queries.tsv';
import fourth from './fourth-queries.tsv';
import nineteenth from './nineteenth-queries.tsv';
import ninth from './ninth-queries.tsv';
import everyday from './search-queries.tsv';
import services from './service-queries.tsv';
import seventeenth from './seventeenth-queries.tsv';
import seventh from './seventh-queries.tsv';
import sixteenth from './sixteenth-queries.tsv';
import sixth from './sixth-queries.tsv';
import tenth from './tenth-queries.tsv';
import third from './third-queries.tsv';
import thirteenth from './thirteenth-queries.tsv';
import twelfth from './twelfth-queries.tsv';
import twentieth from './twentieth-queries.tsv';
import twentyFifth from './twenty-fifth-queries.tsv';
import twentyFirst from './twenty-first-queries.tsv';
import twentyFourth from './twenty-fourth-queries.tsv';
import twentySecond from './twenty-second-queries.tsv';
import twentyThird from './twenty-third-queries.tsv';
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

/** A list with what the search found when it first met it: shares first and among ten, over the full and over the starter list. */
export interface QueryList {
  readonly name: string;
  readonly queries: readonly RatedQuery[];
  readonly firstSight: { readonly full: readonly [number, number]; readonly starter: readonly [number, number] };
}

/**
 * Lists that were written one after the other, each before its results were seen; what they taught went into the vocabulary
 * afterwards. So only the figures of the first sight tell how a query does that nobody has thought of.
 */
export const laterLists: readonly QueryList[] = [
  { name: 'third list, all specialties', queries: readQueries(third), firstSight: { full: [0.856, 0.94], starter: [0.856, 0.935] } },
  { name: 'fourth list, all specialties', queries: readQueries(fourth), firstSight: { full: [0.861, 0.958], starter: [0.848, 0.935] } },
  {
    name: 'fifth list, half drugs and accidents',
    queries: readQueries(fifth),
    firstSight: { full: [0.785, 0.892], starter: [0.685, 0.769] },
  },
  { name: 'sixth list, all specialties', queries: readQueries(sixth), firstSight: { full: [0.877, 0.959], starter: [0.863, 0.938] } },
  {
    name: 'seventh list, at the desk, none of the earlier',
    queries: readQueries(seventh),
    firstSight: { full: [0.826, 0.913], starter: [0.826, 0.913] },
  },
  {
    name: 'eighth list, at the desk, none of the earlier',
    queries: readQueries(eighth),
    firstSight: { full: [0.867, 0.937], starter: [0.853, 0.93] },
  },
  {
    name: 'ninth list, at the desk, none of the earlier',
    queries: readQueries(ninth),
    firstSight: { full: [0.847, 0.911], starter: [0.832, 0.911] },
  },
  { name: 'tenth list, lay words', queries: readQueries(tenth), firstSight: { full: [0.725, 0.899], starter: [0.725, 0.87] } },
  { name: 'eleventh list, all specialties', queries: readQueries(eleventh), firstSight: { full: [0.909, 0.966], starter: [0.893, 0.96] } },
  {
    name: 'twelfth list, whole sentences of patients',
    queries: readQueries(twelfth),
    firstSight: { full: [0.488, 0.599], starter: [0.481, 0.599] },
  },
  {
    name: 'thirteenth list, short forms, names, misspelt',
    queries: readQueries(thirteenth),
    firstSight: { full: [0.81, 0.894], starter: [0.746, 0.822] },
  },
  {
    name: 'fourteenth list, rare names of orthopedics',
    queries: readQueries(fourteenth),
    firstSight: { full: [0.54, 0.69], starter: [0.35, 0.47] },
  },
  {
    name: 'fifteenth list, all specialties, after what the four before it taught',
    queries: readQueries(fifteenth),
    firstSight: { full: [0.917, 0.967], starter: [0.917, 0.967] },
  },
  {
    name: 'sixteenth list, primary and urgent care, none of the earlier',
    queries: readQueries(sixteenth),
    firstSight: { full: [0.799, 0.899], starter: [0.763, 0.871] },
  },
  {
    name: 'seventeenth list, what the front desk hears, none of the earlier',
    queries: readQueries(seventeenth),
    firstSight: { full: [0.779, 0.836], starter: [0.779, 0.828] },
  },
  {
    name: 'eighteenth list, whole sentences of patients',
    queries: readQueries(eighteenth),
    firstSight: { full: [0.787, 0.83], starter: [0.787, 0.84] },
  },
  {
    name: 'nineteenth list, whole sentences, after the eighteenth',
    queries: readQueries(nineteenth),
    firstSight: { full: [0.74, 0.88], starter: [0.72, 0.82] },
  },
  {
    name: 'twentieth list, lay words, short forms, specialties, none of the earlier',
    queries: readQueries(twentieth),
    firstSight: { full: [0.694, 0.811], starter: [0.667, 0.767] },
  },
  {
    name: 'twenty-first list, the same kinds, after the twentieth',
    queries: readQueries(twentyFirst),
    firstSight: { full: [0.755, 0.881], starter: [0.713, 0.832] },
  },
  {
    name: 'twenty-second list, the same kinds, half of it pictures in the words of patients',
    queries: readQueries(twentySecond),
    firstSight: { full: [0.633, 0.771], starter: [0.606, 0.716] },
  },
  {
    name: 'twenty-third list, everyday words of all specialties, none of the earlier',
    queries: readQueries(twentyThird),
    firstSight: { full: [0.964, 0.993], starter: [0.942, 0.978] },
  },
  {
    name: 'twenty-fourth list, less usual diagnoses of all specialties, none of the earlier',
    queries: readQueries(twentyFourth),
    firstSight: { full: [0.881, 0.963], starter: [0.794, 0.872] },
  },
  {
    name: 'twenty-fifth list, diagnoses that specialists see, after the twenty-fourth',
    queries: readQueries(twentyFifth),
    firstSight: { full: [0.797, 0.907], starter: [0.712, 0.814] },
  },
];

/**
 * Everyday words for equipment, drugs, services, places and modifiers, by set. At first sight, before there was a vocabulary for
 * them, 54 of 100 came first and 72 among ten; 35 more, written after it, came first for 91 and among ten for 94; the last 13 all
 * came first.
 */
export const serviceQueries: readonly (RatedQuery & { readonly set: CodeSetId })[] = services
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [set, query, accepted] = line.split('\t');
    return accepted ? [{ set: set as CodeSetId, query, accepted: accepted.trim().split(' ') }] : [];
  });

function readQueries(list: string): readonly RatedQuery[] {
  return list
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [query, accepted] = line.split('\t');
      return query && accepted ? [{ query, accepted: accepted.trim().split(' ') }] : [];
    });
}

/** Searches every query once; `search` may stand for another engine. */
export function evaluate(
  sets: CodeSets,
  date: string,
  list = everydayQueries,
  search = (query: string): readonly string[] => sets.search(query, { sets: [set], date, limit: 10 }).map((found) => found.code),
  set: CodeSetId = 'icd-10-cm',
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
