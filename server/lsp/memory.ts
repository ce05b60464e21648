// Keeps a program that stays small: what V8 sets aside grows with a start that makes many objects, and with keys in a large file.
import { setFlagsFromString } from 'node:v8';

/** To be said before anything is compiled: what was compiled under other flags is not used. */
export function keepMemorySmall(): void {
  // Young objects keep the space that they have; without this it doubles up to 32 MB, a third of all that the server holds.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Each key leaves the text as it was behind, perhaps some megabytes. These are looked for once they take half as much again as all that
  // is needed, without this not before they take three times as much; sooner would cost more time with each key.
  setFlagsFromString('--heap-growing-percent=150');
}
