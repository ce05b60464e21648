// The code sets of this machine as editions: the lists that ship.
import { brotliDecompressSync } from 'node:zlib';
import type { EditionSource } from '../../codesets/open';
import { shippedEditions } from '../../codesets/shipped';

/** All editions on this machine, none of them opened. */
export function editionsHere(): EditionSource[] {
  return shippedEditions((text) => brotliDecompressSync(Buffer.from(text, 'base64')));
}
