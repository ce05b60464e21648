// Finds codes from what a coder types: a piece of a code, words, abbreviations, lay words, misspelt words.
import type { CodeSetId, SearchOptions, SearchResult } from '../code-set';
import type { Edition } from '../edition';
import { keyOf } from '../rows';
import { type Lexicon, type MeaningsOf, type Query, readQuery } from './query';
import { type Nearby, type Spellings, rescue, spellingsOf } from './rescue';
import { type Scored, scoreBelow, scoreEdition } from './score';
import { type Synonyms, synonymsOf } from './synonyms';
import { vocabularyOf } from './vocabulary';

const DEFAULT_LIMIT = 20;
/** Where several sets are searched at once, diagnoses come first: they are what is looked for most. */
const HEAD_START: Readonly<Partial<Record<CodeSetId, number>>> = { 'icd-10-cm': 0, cpt: -1, hcpcs: -2, 'icd-10-pcs': -4 };
const OTHER_SETS = -3;
const CODE_MATCH = 30;

/** Fewer answers than these are little, and those behind them lose so many points. */
const FEW = 6;
const WORD_BY_WORD = -6;

/** A shorter query begins too many entries of an index. */
const LEAST_FOR_INDEXES = 4;
/** So many entries of an index are followed. */
const MOST_ENTRIES = 12;

/** The best codes of some editions for a query, best first. `indexes` lead to codes of the diagnoses among the editions. */
export function searchEditions(
  editions: readonly Edition[],
  query: string,
  options: SearchOptions,
  indexes: readonly Edition[] = [],
  meaningsOf: MeaningsOf = () => [],
): SearchResult[] {
  const limit = Math.max(0, options.limit ?? DEFAULT_LIMIT);
  if (limit === 0 || query.trim() === '') return [];
  const found: { edition: Edition; scored: Scored }[] = [];
  const queryOf = reader(editions, indexes, meaningsOf);
  // A modifier may have letters only, which elsewhere are an abbreviation: as a code they count where its set alone is searched.
  const [first, rest] = editions.length === 1 && editions[0].rowOf(keyOf(query)) >= 0 ? [query, ''] : splitCode(query);
  const coded = editions.flatMap((edition) => {
    const key = keyOf(first);
    const range: [number, number] = key === '' ? [0, 0] : [edition.firstFrom(key), edition.endOf(key)];
    return range[1] > range[0] ? [{ edition, range, key }] : [];
  });
  const restOf = reader(editions, [], meaningsOf);
  for (const { edition, range, key } of coded) {
    const words = rest ? restOf(edition, rest) : undefined;
    for (const scored of searchFamily(edition, key, range, words, limit, options)) found.push({ edition, scored });
  }
  if (found.length === 0) {
    for (const edition of editions) {
      // Once a set has given enough, of the others only what says the whole query is of interest.
      const whole = found.length >= limit;
      const used = usedRows(edition, options.used);
      const least = leastOf(found, limit) - headStart(edition);
      for (const scored of scoreEdition(edition, queryOf(edition, query), limit, used, undefined, whole, least))
        found.push({ edition, scored });
    }
    const diagnoses = editions.find((edition) => edition.manifest.id === 'icd-10-cm');
    if (diagnoses && query.trim().length >= LEAST_FOR_INDEXES) {
      for (const scored of searchIndexes(diagnoses, indexes, queryOf(diagnoses, query), options))
        found.push({ edition: diagnoses, scored });
    }
    // A phrase may say too much: where it leads to little, its words are looked for one by one, behind what it led to.
    if (found.length < Math.min(limit, FEW) && query.trim().includes(' ')) {
      for (const edition of editions) {
        for (const { row, score } of scoreEdition(edition, queryOf(edition, query, true), limit, usedRows(edition, options.used))) {
          found.push({ edition, scored: { row, score: score + WORD_BY_WORD } });
        }
      }
    }
  }
  const seen = new Map<Edition, Set<number>>(editions.map((edition) => [edition, new Set()]));
  return found
    .map(({ edition, scored }) => ({ edition, row: scored.row, score: scored.score + headStart(edition) }))
    .sort((one, other) => other.score - one.score)
    .filter(({ edition, row }) => !seen.get(edition)?.has(row) && seen.get(edition)?.add(row))
    .slice(0, limit)
    .map(({ edition, row, score }) => ({ ...edition.entryAt(row), score: Math.round(score * 100) / 100 }));
}

/** What is found in an edition counts so much more or less beside others. */
function headStart(edition: Edition): number {
  return HEAD_START[edition.manifest.id] ?? OTHER_SETS;
}

/** The points of the last among the best found so far, if there are as many as wanted. */
function leastOf(found: readonly { readonly edition: Edition; readonly scored: Scored }[], limit: number): number {
  if (found.length < limit) return -Infinity;
  return found.map(({ edition, scored }) => scored.score + headStart(edition)).sort((one, other) => other - one)[limit - 1];
}

/** Reads one text once for all editions of which the same is said. */
function reader(
  editions: readonly Edition[],
  indexes: readonly Edition[],
  meaningsOf: MeaningsOf,
): (edition: Edition, text: string, wordByWord?: boolean) => Query {
  const read = new Map<Synonyms, Query>();
  return (edition, text, wordByWord = false) => {
    const known = synonymsOf(edition.manifest.id);
    let query = wordByWord ? undefined : read.get(known);
    if (!query) {
      const alike = editions.filter((other) => synonymsOf(other.manifest.id) === known);
      const withIndexes = alike.some((other) => other.manifest.id === 'icd-10-cm') ? [...alike, ...indexes] : alike;
      query = readQuery(text, lexiconOf(withIndexes, known, meaningsOf), wordByWord);
      if (!wordByWord) read.set(known, query);
    }
    return query;
  };
}

/** Codes to which the entries of the indexes lead that say the whole query, each once with its best entry. */
function searchIndexes(diagnoses: Edition, indexes: readonly Edition[], words: Query, options: SearchOptions): Scored[] {
  const targets = new Map<number, number>();
  for (const index of indexes) {
    for (const { row, score } of scoreEdition(index, words, MOST_ENTRIES, NONE, undefined, true)) {
      const target = nearestRow(diagnoses, keyOf(index.entryAt(row).more.code ?? ''));
      if (target >= 0) targets.set(target, Math.max(targets.get(target) ?? -Infinity, score));
    }
  }
  return [...targets].flatMap(([row, score]) => scoreBelow(diagnoses, row, score, words, usedRows(diagnoses, options.used)));
}

/** The row of a code of an older index: itself, or the nearest category that is left. */
function nearestRow(edition: Edition, key: string): number {
  for (let length = key.length; length >= 3; length--) {
    const row = edition.rowOf(key.slice(0, length));
    if (row >= 0) return row;
  }
  return -1;
}

/** A query that begins with what looks like a code, and what follows it. */
function splitCode(query: string): [code: string, rest: string] {
  const match = /^\s*([a-z]?\d[0-9a-z]*\.?[0-9a-z]*|[a-z]\d[0-9a-z]\.?[0-9a-z]*|[0-9a-z]{7})(?:\s+(.*))?$/i.exec(query);
  if (!match) return ['', ''];
  const rest = (match[2] ?? '').trim();
  return rest !== '' && keyOf(match[1]).length < 3 ? ['', ''] : [match[1], rest];
}

/** Codes that begin so: the everyday ones first, then billable ones in code order; or those with the words typed behind. */
function searchFamily(
  edition: Edition,
  key: string,
  range: readonly [number, number],
  words: Query | undefined,
  limit: number,
  options: SearchOptions,
): Scored[] {
  const used = usedRows(edition, options.used);
  if (words) return scoreEdition(edition, words, limit, used, range).map(({ row, score }) => ({ row, score: score + CODE_MATCH }));
  const { prior } = vocabularyOf(edition);
  const rows: Scored[] = [];
  for (let row = range[0]; row < range[1]; row++) {
    const billable = edition.billableAt(row);
    const exact = edition.keyAt(row) === key;
    const depth = (row - range[0]) / (range[1] - range[0]);
    const score = CODE_MATCH + prior[row] / 10 - depth * 2 + (billable ? 3 : 0) + (exact ? (billable ? 10 : 3) : 0) + (used.get(row) ?? 0);
    rows.push({ row, score });
  }
  return rows.sort((one, other) => other.score - one.score || one.row - other.row).slice(0, limit);
}

const usedCaches = new WeakMap<ReadonlyMap<string, number>, Map<Edition, ReadonlyMap<number, number>>>();
const NONE: ReadonlyMap<number, number> = new Map();

/** What the practice uses, by row: the more often, the further it is lifted. */
function usedRows(edition: Edition, used: ReadonlyMap<string, number> | undefined): ReadonlyMap<number, number> {
  if (!used || used.size === 0) return NONE;
  let cache = usedCaches.get(used);
  if (!cache) usedCaches.set(used, (cache = new Map()));
  let rows = cache.get(edition);
  if (!rows) {
    const lifted = new Map<number, number>();
    for (const [code, times] of used) {
      const row = edition.rowOf(keyOf(code));
      if (row >= 0) lifted.set(row, Math.min(2.5, 0.8 + Math.log2(1 + times) * 0.3));
    }
    cache.set(edition, (rows = lifted));
  }
  return rows;
}

const spellingCache = new WeakMap<Edition, Spellings>();
const synonymSpellings = new WeakMap<Synonyms, Spellings>();

/** All words of some editions and of what is said of them, to read a query against. */
function lexiconOf(editions: readonly Edition[], known: Synonyms, meaningsOf: MeaningsOf): Lexicon {
  return {
    known,
    meaningsOf,
    has: (word) => editions.some((edition) => vocabularyOf(edition).find(word) >= 0),
    begins: (word, titles) =>
      editions.some((edition) => {
        const { words, counts, firstFrom, relatives } = vocabularyOf(edition);
        let seen = relatives(word).reduce((sum, number) => sum + counts[number], 0);
        if (word.length > 2) for (let at = firstFrom(word); at < words.length && words[at].startsWith(word); at++) seen += counts[at];
        return seen >= titles;
      }),
    near(word) {
      const nearby: Nearby[] = editions.flatMap((edition) => {
        let spellings = spellingCache.get(edition);
        if (!spellings) {
          const { words, counts } = vocabularyOf(edition);
          spellingCache.set(edition, (spellings = spellingsOf(words, counts)));
        }
        return rescue(word, spellings);
      });
      let said = synonymSpellings.get(known);
      if (!said) {
        const words = known.words.filter((other) => other.length > 3);
        synonymSpellings.set(known, (said = spellingsOf(words, new Uint8Array(words.length).fill(50))));
      }
      const unique = new Map<string, Nearby>();
      for (const near of [...nearby, ...rescue(word, said)]) if (!unique.has(near.word)) unique.set(near.word, near);
      return [...unique.values()].sort((one, other) => one.distance - other.distance).slice(0, 4);
    },
  };
}
