// Opens the code sets of this machine: starter lists and imported editions behind one look-up that names a date.
import type { CodeEntry, CodeSetId, CodeSets, Layer, Lookup, Manifest, SearchOptions, SearchResult } from './code-set';
import { factsOn } from './dated';
import { type Edition, openEdition } from './edition';
import { notesFor } from './notes';
import { type Pairs, openPairs } from './pairs';
import { type Block, keyOf } from './rows';
import type { MeaningsOf } from './search/query';
import { searchEditions } from './search/search';

/** An edition that may be opened: its manifest, and its compiled bytes once they are needed. */
export interface EditionSource {
  readonly manifest: Manifest;
  /** Reads or makes the compiled bytes. Asked for at most once, at the first use of the edition. */
  open(): Uint8Array;
  /** Whether a tree of codes has one, by its look-up form, told without opening it. */
  holds?(key: string): boolean;
  /** The bytes are part of the program: they need no check. */
  readonly own?: boolean;
}

interface Shelf {
  readonly source: EditionSource;
  edition?: Edition | null;
}

/** The edition that answers for a date. `exact` is false where the date lies outside of what is on this machine. */
interface Chosen {
  readonly edition: Edition;
  readonly exact: boolean;
  readonly starter: boolean;
}

const TREES: ReadonlySet<CodeSetId> = new Set(['icd-10-cm', 'icd-10-pcs']);
const QUARTERLY: ReadonlySet<CodeSetId> = new Set(['hcpcs', 'modifiers']);
const INDEXES = ['index', 'external-causes', 'drugs', 'neoplasms'] as const;
const ALL_SETS_BY_DEFAULT: readonly CodeSetId[] = ['icd-10-cm', 'hcpcs', 'cpt', 'icd-10-pcs', 'modifiers', 'place-of-service', 'revenue'];

/**
 * Makes the one value that answers every question about codes. Sources may be given in any order; a source
 * that cannot be opened is named to `report` once and left out. `meaningsOf` tells the search what an abbreviation stands for.
 */
export function openCodeSets(
  sources: readonly EditionSource[],
  report: (problem: string) => void = () => undefined,
  meaningsOf: MeaningsOf = () => [],
): CodeSets {
  const shelves = new Map<CodeSetId, Shelf[]>();
  const layers = new Map<string, Shelf[]>();
  const pairLists = new Map<EditionSource, Pairs | null>();
  for (const source of [...sources].sort(newestFirst)) {
    const { id, layer } = source.manifest;
    if (layer) put(layers, `${id} ${layer}`, { source });
    else put(shelves, id, { source });
  }

  const open = (shelf: Shelf): Edition | undefined => {
    if (shelf.edition === undefined) {
      const opened = openSource(shelf.source);
      if (typeof opened === 'string') report(`${shelf.source.manifest.title} ${shelf.source.manifest.edition}: ${opened}`);
      shelf.edition = typeof opened === 'string' ? null : opened;
    }
    return shelf.edition ?? undefined;
  };

  const starterOf = (set: CodeSetId, date: string): Chosen | undefined => {
    for (const shelf of shelves.get(set) ?? []) {
      const edition = isStarter(shelf.source.manifest) ? open(shelf) : undefined;
      if (edition) return { edition, exact: covers(edition.manifest, date), starter: true };
    }
    return undefined;
  };

  const choose = (set: CodeSetId, date: string): Chosen | undefined => {
    const full = (shelves.get(set) ?? []).filter((shelf) => !isStarter(shelf.source.manifest));
    for (const shelf of nearestFirst(full, date)) {
      const edition = open(shelf);
      if (edition) return { edition, exact: covers(edition.manifest, date), starter: false };
    }
    return starterOf(set, date);
  };

  /** The layer of a date; where there is none of its year, the one before, else the one after. */
  const layerOf = (set: CodeSetId, layer: Layer, date: string): Edition | undefined => {
    const all = layers.get(`${set} ${layer}`) ?? [];
    for (const shelf of nearestFirst(all, date)) {
      const edition = open(shelf);
      if (edition) return edition;
    }
    return undefined;
  };

  /** A code that the edition of the date lacks, in an edition of another year: when it came or went, and what took its place. */
  const findElsewhere = (set: CodeSetId, code: string, date: string, now: Edition): Lookup | undefined => {
    for (const shelf of nearestFirst(shelves.get(set) ?? [], date)) {
      const { manifest } = shelf.source;
      if (manifest === now.manifest || isStarter(manifest)) continue;
      // An edition takes megabytes: one of another year is opened only for a code that it has.
      if (shelf.edition === undefined && TREES.has(set) && shelf.source.holds?.(keyOf(code)) === false) continue;
      const other = open(shelf);
      const row = other ? findRow(other, code) : -1;
      if (!other || row < 0) continue;
      const entry = other.entryAt(row);
      if (manifest.effective.from > date) return retired({ ...entry, from: entry.from ?? manifest.effective.from });
      const gone = { ...entry, to: entry.to ?? manifest.effective.to ?? dayBefore(now.manifest.effective.from) };
      const told = replacementsOf(set, code, date);
      return retired(gone, told.length > 0 ? told : (entry.more.replacedBy?.split('\n') ?? successors(entry, other, now)));
    }
    return undefined;
  };

  /** What the releases say took the place of a code: the conversion table first, then the addenda. */
  const replacementsOf = (set: CodeSetId, code: string, date: string): string[] => {
    for (const layer of ['conversions', 'changes'] as const) {
      for (const shelf of layers.get(`${set} ${layer}`) ?? []) {
        const edition = shelf.source.manifest.effective.from <= date ? open(shelf) : undefined;
        const row = edition ? edition.rowOf(keyOf(code)) : -1;
        const told = edition && row >= 0 ? factsOn(edition.entryAt(row).more, date)?.replacedBy : undefined;
        if (told) return told.split('\n');
      }
    }
    return [];
  };

  /** A code that the addenda of a year deleted, where no edition from before is here. */
  const findDeleted = (set: CodeSetId, code: string, date: string): Lookup | undefined => {
    for (const shelf of layers.get(`${set} changes`) ?? []) {
      const { from } = shelf.source.manifest.effective;
      const edition = from <= date ? open(shelf) : undefined;
      const row = edition ? edition.rowOf(keyOf(code)) : -1;
      const entry = edition && row >= 0 ? edition.entryAt(row) : undefined;
      if (entry?.more.change === 'deleted') return retired({ ...entry, to: dayBefore(from) }, replacementsOf(set, code, date));
    }
    return undefined;
  };

  const find = (set: CodeSetId, code: string, date: string): Lookup => {
    const chosen = choose(set, date);
    if (!chosen) return { status: 'unknown', unsure: true };
    const row = findRow(chosen.edition, code);
    if (row >= 0) return judged(chosen.edition.entryAt(row), date, chosen.exact);
    if (!chosen.starter && chosen.exact) {
      return findElsewhere(set, code, date, chosen.edition) ?? findDeleted(set, code, date) ?? { status: 'unknown', unsure: false };
    }
    // An edition of another time lacks what came later; the list that ships may have it.
    const starter = chosen.starter ? undefined : starterOf(set, date);
    const place = starter ? findRow(starter.edition, code) : -1;
    return starter && place >= 0 ? judged(starter.edition.entryAt(place), date, false) : { status: 'unknown', unsure: true };
  };

  return {
    find,
    children(set, code, date) {
      const edition = TREES.has(set) ? choose(set, date)?.edition : undefined;
      return edition ? childrenOf(edition, code).filter((entry) => inForce(entry, date)) : [];
    },
    parents(set, code, date) {
      const edition = TREES.has(set) ? choose(set, date)?.edition : undefined;
      return edition ? parentsOf(edition, code) : [];
    },
    notes(set, code, date) {
      const notes = layerOf(set, 'notes', date);
      const edition = notes && choose(set, date)?.edition;
      return edition ? notesFor(notes, code, parentsOf(edition, code)) : [];
    },
    fact(set, layer, code, date) {
      for (const shelf of layers.get(`${set} ${layer}`) ?? []) {
        const { from, to } = shelf.source.manifest.effective;
        if (date < from || (to !== undefined && date > to)) continue;
        const edition = open(shelf);
        if (!edition) continue;
        const row = edition.rowOf(keyOf(code));
        return row < 0 ? undefined : factsOn(edition.entryAt(row).more, date);
      }
      return undefined;
    },
    pair(column1, column2, date, layer = 'pairs') {
      for (const { source } of layers.get(`hcpcs ${layer}`) ?? []) {
        let pairs = pairLists.get(source);
        if (pairs === undefined) {
          const opened = openBytes(source, openPairs);
          if (typeof opened === 'string') report(`${source.manifest.title} ${source.manifest.edition}: ${opened}`);
          pairLists.set(source, (pairs = typeof opened === 'string' ? null : opened));
        }
        const found = pairs?.find(keyOf(column1), keyOf(column2), date);
        if (found) return found;
      }
      return undefined;
    },
    list(set, date) {
      const edition = choose(set, date)?.edition;
      if (!edition) return [];
      return Array.from({ length: edition.count }, (_, row) => edition.entryAt(row))
        .filter((entry) => inForce(entry, date))
        .sort((one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }));
    },
    search(query: string, options: SearchOptions): readonly SearchResult[] {
      const editions = (options.sets ?? ALL_SETS_BY_DEFAULT).flatMap((set) => choose(set, options.date)?.edition ?? []);
      const diagnoses = editions.some(({ manifest }) => manifest.id === 'icd-10-cm');
      const indexes = diagnoses ? INDEXES.flatMap((layer) => layerOf('icd-10-cm', layer, options.date) ?? []) : [];
      return searchEditions(editions, query, options, indexes, meaningsOf);
    },
    editions: () => [...shelves.values(), ...layers.values()].flat().map((shelf) => shelf.source.manifest),
  };
}

/** A starter list holds the codes most used, so that a code which it lacks may still be good. */
export function isStarter(manifest: Manifest): boolean {
  return manifest.edition.startsWith('starter');
}

function put<K>(shelves: Map<K, Shelf[]>, key: K, shelf: Shelf): void {
  const shelvesOf = shelves.get(key);
  if (shelvesOf) shelvesOf.push(shelf);
  else shelves.set(key, [shelf]);
}

function openSource(source: EditionSource): Edition | string {
  return openBytes(source, (bytes) => openEdition(bytes, source.own ? 'own' : 'checked'));
}

function openBytes<T>(source: EditionSource, read: (bytes: Uint8Array) => T | string): T | string {
  try {
    return read(source.open());
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be opened';
  }
}

function newestFirst(one: EditionSource, other: EditionSource): number {
  const [a, b] = [one.manifest, other.manifest];
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a.effective.from !== b.effective.from) return a.effective.from < b.effective.from ? 1 : -1;
  const [mine, theirs] = [padded(a.edition), padded(b.edition)];
  return mine === theirs ? 0 : mine < theirs ? 1 : -1;
}

/** A name with its numbers so long that the order of letters is theirs too. */
function padded(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** A short number may be written with or without its leading zeros: place 2 is 02, revenue 450 is 0450. */
function findRow(edition: Edition, code: string): number {
  const key = keyOf(code);
  if (key === '') return -1;
  const row = edition.rowOf(key);
  if (row >= 0 || TREES.has(edition.manifest.id) || !/^\d/.test(key)) return row;
  const longer = edition.rowOf(`0${key}`);
  // Before a letter a zero is a character of its own: 0FT is no modifier FT.
  return longer >= 0 || !/^0\d/.test(key) ? longer : edition.rowOf(key.slice(1));
}

function inForce(entry: CodeEntry, date: string): boolean {
  return (entry.from === undefined || entry.from <= date) && (entry.to === undefined || date <= entry.to);
}

function judged(entry: CodeEntry, date: string, exact: boolean): Lookup {
  const answer: Lookup = inForce(entry, date) ? { status: 'active', entry } : retired(entry);
  return exact ? answer : { ...answer, unsure: true };
}

function retired(entry: CodeEntry, replacements: readonly string[] = entry.more.replacedBy?.split('\n') ?? []): Lookup {
  if (replacements.length > 1) return { status: 'retired', entry, replacements };
  return replacements.length === 1 ? { status: 'retired', entry, replacedBy: replacements[0] } : { status: 'retired', entry };
}

const successorCaches = new WeakMap<Edition, Map<string, readonly string[]>>();

/** The one new code of an edition that bears the title of a code which it lost; looked for once, since a document asks with every key. */
function successors(entry: CodeEntry, before: Edition, now: Edition): readonly string[] {
  let cache = successorCaches.get(now);
  if (!cache) successorCaches.set(now, (cache = new Map()));
  let found = cache.get(entry.code);
  if (!found) {
    const same = searchEditions([now], entry.title, { date: '', limit: 20 }).filter(
      ({ code, title, billable }) => title === entry.title && billable === entry.billable && before.rowOf(keyOf(code)) < 0,
    );
    cache.set(entry.code, (found = same.length === 1 ? [same[0].code] : []));
  }
  return found;
}

/** Whether an edition speaks for a date. A list that is published every quarter does so for three months. */
function covers({ id, edition, effective: { from, to } }: Manifest, date: string): boolean {
  const last = to ?? (QUARTERLY.has(id) && !edition.startsWith('starter') ? threeMonthsAfter(from) : undefined);
  return from <= date && (last === undefined || date <= last);
}

const quarters = new Map<string, string>();

function threeMonthsAfter(date: string): string {
  let last = quarters.get(date);
  if (last === undefined) quarters.set(date, (last = countThreeMonths(date)));
  return last;
}

function countThreeMonths(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCMonth(day.getUTCMonth() + 3);
  return dayBefore(day.toISOString().slice(0, 10));
}

/** The newest edition that has begun at a date, then those before it; last those that come after, the nearest first. */
function nearestFirst(shelves: readonly Shelf[], date: string): Shelf[] {
  const begun = shelves.filter((shelf) => shelf.source.manifest.effective.from <= date);
  return [...begun, ...shelves.filter((shelf) => !begun.includes(shelf)).reverse()];
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function childrenOf(edition: Edition, code: string): CodeEntry[] {
  if (code.includes('-')) return blockChildren(edition, code);
  const key = keyOf(code);
  const start = edition.rowOf(key);
  if (start < 0) return [];
  const children: CodeEntry[] = [];
  const end = edition.endOf(key);
  for (let row = start + 1; row < end; row = edition.endOf(edition.keyAt(row))) children.push(edition.entryAt(row));
  return children;
}

function parentsOf(edition: Edition, code: string): CodeEntry[] {
  const key = keyOf(code);
  const parents: CodeEntry[] = [];
  if (!code.includes('-')) {
    if (edition.rowOf(key) < 0) return [];
    for (let length = key.length - 1; length >= 3; length--) {
      const row = edition.rowOf(key.slice(0, length));
      if (row >= 0) parents.push(edition.entryAt(row));
    }
  }
  const [low, high] = code.includes('-') ? bounds(key) : [key.slice(0, 3), key.slice(0, 3)];
  const above = edition.blocks().filter((block) => block.range !== code && holds(block, low, high));
  return parents.concat(above.sort(narrowestFirst).map((block) => entryOfBlock(edition, block)));
}

function blockChildren(edition: Edition, code: string): CodeEntry[] {
  const block = edition.blocks().find((other) => other.range === code.toUpperCase());
  if (!block) return [];
  const inside = edition.blocks().filter((other) => other !== block && holds(block, ...bounds(other.range)));
  const next = inside.filter((one) => !inside.some((other) => other !== one && holds(other, ...bounds(one.range))));
  const [low, high] = bounds(block.range);
  const children = next.map((one) => entryOfBlock(edition, one));
  for (let row = edition.firstFrom(low); row < edition.count; ) {
    const key = edition.keyAt(row);
    if (key.slice(0, 3) > high) break;
    if (!next.some((one) => holds(one, key.slice(0, 3), key.slice(0, 3)))) children.push(edition.entryAt(row));
    row = edition.endOf(key);
  }
  return children.sort((one, other) => (one.code < other.code ? -1 : 1));
}

function bounds(range: string): [string, string] {
  const [low, high] = range.split('-');
  return [low, high ?? low];
}

function holds(block: Block, low: string, high: string): boolean {
  const [first, last] = bounds(block.range);
  return first <= low && high <= last;
}

function narrowestFirst(one: Block, other: Block): number {
  return holds(other, ...bounds(one.range)) ? -1 : 1;
}

function entryOfBlock(edition: Edition, block: Block): CodeEntry {
  return { set: edition.manifest.id, edition: edition.manifest.edition, code: block.range, title: block.title, billable: false, more: {} };
}

/** Queries that pass through every part of the search. */
const WARMING = ['htn', 'right knee pain', 'type 2 diab hyperg', 'fracture left wrist subsequent', 'diabtes', 'e11', 'p', 'heart att'];

/** Searches a few times for nothing, so that the first real search is as fast as all later ones. To be called when idle. */
export function warmUp(sets: CodeSets, date: string): void {
  for (const query of WARMING) sets.search(query, { date });
}
