// Interchange control numbers (ISA13): counted up, never given twice, also between two programs at once.
import path from 'node:path';
import { readX12 } from '../syntax/x12/read';
import { CLAIMS, INDEX, createOnce, namesIn, read } from './folder';

const LAST = 999_999_999;

/** The next number, now taken. After the index was deleted it goes on behind the highest number in claims/. */
export function takeNumber(root: string): number {
  const taken = path.join(root, INDEX, 'numbers');
  let next = 1 + (Number(namesIn(taken).at(-1)) || highestInClaims(root));
  for (; next <= LAST; next += 1) {
    if (createOnce(path.join(taken, String(next).padStart(9, '0')), '')) return next;
  }
  throw new Error('All 999,999,999 control numbers are used: start a new practice folder');
}

function highestInClaims(root: string): number {
  let highest = 0;
  for (const name of namesIn(path.join(root, CLAIMS), '.837')) {
    for (const interchange of readX12(read(path.join(root, CLAIMS, name))).interchanges) highest = Math.max(highest, Number(interchange.control) || 0);
  }
  return highest;
}
