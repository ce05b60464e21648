// Packs the starter lists for the build: each compiled and written on one line of text, so that nothing is parsed at start.
import { compileEdition } from './compile';
import { readBlocks, readRows } from './rows';
import { popularityOf } from './search/popularity';
import { type StarterList, starterLists } from './starter';

/** One line a list: its manifest as JSON, a tab, its compiled bytes as the function writes them. `shipped.ts` reads it. */
export function packStarter(write: (bytes: Uint8Array) => string): string {
  return starterLists.map((list) => `${JSON.stringify(list.manifest)}\t${write(compileList(list))}`).join('\n');
}

/** The compiled bytes of a starter list. */
export function compileList({ manifest, codes, blocks }: StarterList): Uint8Array {
  return compileEdition(manifest, readRows(codes), blocks ? readBlocks(blocks) : [], popularityOf(manifest.id));
}
