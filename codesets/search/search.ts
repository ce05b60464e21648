// Finds codes from what a coder types: a piece of a code, words, abbreviations, lay words, misspelt words.
import type { SearchOptions, SearchResult } from '../code-set';
import type { Edition } from '../edition';
import { keyOf } from '../rows';
import { wordsOf } from '../words';

const DEFAULT_LIMIT = 20;

/** The best codes of some editions for a query, best first. */
export function searchEditions(editions: readonly Edition[], query: string, options: SearchOptions): SearchResult[] {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const words = wordsOf(query);
  const found: SearchResult[] = [];
  if (words.length === 0) return found;
  for (const edition of editions) {
    const key = keyOf(query.trim());
    for (let row = edition.firstFrom(key); row < edition.count; row++) {
      if (!edition.keyAt(row).startsWith(key) || found.length >= limit) break;
      found.push({ ...edition.entryAt(row), score: 10 });
    }
    for (let row = 0; row < edition.count; row++) {
      const terms = wordsOf(edition.titleAt(row));
      if (words.every((word) => terms.some((term) => term.startsWith(word)))) {
        found.push({ ...edition.entryAt(row), score: (edition.billableAt(row) ? 5 : 4) - terms.length / 100 });
      }
    }
  }
  return found.sort((one, other) => other.score - one.score).slice(0, limit);
}
