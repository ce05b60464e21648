// Interchange control numbers (ISA13): counted up, never given twice, also between two programs at once.
import path from 'node:path';
import { INDEX, createOnce, namesIn } from './folder';

/** The folder below the index in which each number that was given is a file. */
export const NUMBERS = 'numbers';

const LAST = 999_999_999;

/** The next number, now taken. `above`: the highest that files bear; it counts where the index was deleted or files came from elsewhere. */
export function takeNumber(root: string, above = 0): number {
  const taken = path.join(root, INDEX, NUMBERS);
  let next = 1 + Math.max(Number(namesIn(taken).at(-1)) || 0, above);
  for (; next <= LAST; next += 1) {
    if (createOnce(path.join(taken, String(next).padStart(9, '0')), '')) return next;
  }
  throw new Error('All 999,999,999 control numbers are used: start a new practice folder');
}
