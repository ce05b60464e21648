// Keeps a program that stays small: what V8 sets aside grows with a start that makes many objects, and with texts of megabytes.
import { setFlagsFromString } from 'node:v8';

/** Each key leaves the text as it was behind, perhaps some megabytes: to look for these sooner would cost more time with each key. */
const WITH_KEYS = 150;
/** Each piece of a large file leaves as much behind. */
const WITH_PIECES = 30;

/** Of the language server. To be said before anything is compiled: what was compiled under other flags is not used. */
export function keepMemorySmall(): void {
  keep(WITH_KEYS);
}

/** Of a command that reads a large file in pieces. */
export function keepMemoryFlat(): void {
  keep(WITH_PIECES);
}

function keep(percent: number): void {
  // Young objects keep the space that they have; without this it doubles up to 32 MB, a third of all that the server holds.
  setFlagsFromString('--semi-space-growth-factor=1');
  // What is left behind is looked for once all takes so much more than is needed; without this not before it takes three times as much.
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
