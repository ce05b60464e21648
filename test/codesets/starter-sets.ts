// The starter lists as editions for tests, compiled in the test's own process; and which codes the list of diagnoses holds.
import type { EditionSource } from '../../codesets/open';
import { compileList } from '../../codesets/pack';
import { keyOf, readRows } from '../../codesets/rows';
import { starterLists } from '../../codesets/starter';

export function starterEditions(): EditionSource[] {
  return starterLists.map((list) => ({ manifest: list.manifest, open: () => compileList(list) }));
}

let keys: ReadonlySet<string> | undefined;

/** Whether the starter list of diagnoses holds a code, by its look-up form. */
export function inStarter(key: string): boolean {
  keys ??= new Set(
    starterLists
      .filter(({ manifest }) => manifest.id === 'icd-10-cm')
      .flatMap(({ codes }) => readRows(codes).map((row) => keyOf(row.code))),
  );
  return keys.has(key);
}
