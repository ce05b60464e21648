// Packs the starter lists for the build: each compiled and written on one line of text, so that nothing is parsed at start.
import { compileEdition } from './compile';
import { readBlocks, readRows } from './rows';
import { packSynonyms } from './search/pack-synonyms';
import { popularityOf } from './search/popularity';
import { type StarterList, starterLists } from './starter';

/**
 * One line a list: its manifest as JSON, a tab, its compiled bytes as the function writes them. `shipped.ts` reads them. Behind them
 * the phrases, a line for each set that has some; `search/synonyms.ts` reads those.
 */
export function packStarter(write: (bytes: Uint8Array) => string): string {
  const lists = starterLists.map((list) => `${JSON.stringify(list.manifest)}\t${write(compileList(list))}`);
  return [...lists, ...packSynonyms()].join('\n');
}

/** The compiled bytes of a starter list. */
export function compileList({ manifest, codes, blocks }: StarterList): Uint8Array {
  return compileEdition(manifest, readRows(codes), blocks ? readBlocks(blocks) : [], popularityOf(manifest.id));
}
