// The starter lists as they ship: compiled when Superbill was built, unpacked one by one when a set is first asked for.
import packed from '../out/starter.packed';
import type { Manifest } from './code-set';
import type { EditionSource } from './open';

/** The shipped lists as editions. `unpack` turns packed text into compiled bytes; it is not called before a set is asked for. */
export function shippedEditions(unpack: (text: string) => Uint8Array): EditionSource[] {
  return packed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => {
      const tab = line.indexOf('\t');
      return { manifest: JSON.parse(line.slice(0, tab)) as Manifest, open: () => unpack(line.slice(tab + 1)), own: true };
    });
}
