// Finds in lists of up to some thousand entries (patients, providers, payers, fees, modifiers) with a kept library.
import Fuse from 'fuse.js';

/** Entries that match what was typed, best first; all, in order, where nothing was. */
export function matchSmallList<T>(typed: string, list: readonly T[], words: (one: T) => readonly string[]): T[] {
  const query = typed.trim();
  if (query === '') return [...list];
  const folded = query.toLowerCase();
  const starting = list.filter((one) => words(one).some((word) => word.toLowerCase().startsWith(folded)));
  const fuse = new Fuse([...list], {
    keys: [{ name: 'words', getFn: (one) => [...words(one)] }], threshold: 0.35, ignoreLocation: true, useTokenSearch: query.includes(' '),
  });
  const rest = fuse.search(query).map((result) => result.item);
  return [...new Set([...starting, ...rest])];
}
