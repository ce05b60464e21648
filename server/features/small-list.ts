// Finds in lists of up to some thousand entries (patients, providers, payers, fees, modifiers) with a kept library.
import Fuse from 'fuse.js';

/** From so many letters on, misspelt words are understood. */
const LONG_ENOUGH = 3;

/** Entries that match what was typed, best first; all, in order, where nothing was. */
export function matchSmallList<T>(typed: string, list: readonly T[], words: (one: T) => readonly string[]): T[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return [...list];
  const beginning: T[] = [],
    within: T[] = [];
  const parts = query.split(/\s+/);
  for (const one of list) {
    const texts = words(one).map((word) => word.toLowerCase());
    if (texts.some((text) => text.startsWith(query))) beginning.push(one);
    else if (parts.every((part) => texts.some((text) => hasWord(text, part)))) within.push(one);
  }
  const found = [...beginning, ...within];
  if (found.length > 0 || query.length < LONG_ENOUGH) return found;
  const fuse = new Fuse([...list], {
    keys: [{ name: 'words', getFn: (one) => [...words(one)] }],
    threshold: 0.35,
    ignoreLocation: true,
    useTokenSearch: query.includes(' '),
  });
  return fuse.search(query).map((result) => result.item);
}

/** Does a word of the text begin so? */
function hasWord(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}
