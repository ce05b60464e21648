// The neighbours of a code: its title with another side.
import type { CodeEntry } from '../../../codesets/code-set';
import { keyOf } from '../../../codesets/rows';
import { wordsOf } from '../../../codesets/words';
import { activeCode } from './match';
import type { Side } from './side';
import type { Codes } from '../world';

const SIDE_WORDS = /^(right|left|bilateral|unspecified)$/;
/** Of a code with seven signs the sixth may tell the side; of an ulcer the fifth does, and the sixth how deep it is. */
const SIXTH = 5;
const FIFTH = 4;
const SHORTEST = 5;

/** Active codes that differ from this one in the sign that may tell a side. */
function* neighbours({ code }: CodeEntry, date: string, codes: Codes): Generator<CodeEntry> {
  const key = keyOf(code);
  for (const at of new Set([key.length - 1, SIXTH, FIFTH])) {
    if (at < SHORTEST - 1 || at >= key.length) continue;
    for (const sign of '0123456789') {
      const other = sign === key[at] ? undefined : activeCode(`${key.slice(0, at)}${sign}${key.slice(at + 1)}`, date, codes);
      if (other) yield other;
    }
  }
}

/** The code whose title says the same of this side: pain in unspecified knee, pain in left knee. */
export function siblingOnSide(entry: CodeEntry, side: Side, date: string, codes: Codes): CodeEntry | undefined {
  const base = wordsOf(entry.title).filter((word) => !SIDE_WORDS.test(word));
  for (const other of neighbours(entry, date, codes)) {
    const words = wordsOf(other.title);
    const rest = words.filter((word) => !SIDE_WORDS.test(word));
    // For both the book leaves the part out: right eye, bilateral.
    const missing = base.filter((word) => !rest.includes(word)).length;
    if (words.includes(side) && rest.every((word) => base.includes(word)) && missing <= (side === 'bilateral' ? 1 : 0)) return other;
  }
  return undefined;
}

/** The code of the same side that is usually not, or is, the dominant one: where nothing is said the book takes the right for it. */
export function siblingByDominance(entry: CodeEntry, date: string, codes: Codes): CodeEntry {
  const spelt = (title: string) => title.replace(/non-dominant/i, 'nondominant');
  const title = spelt(entry.title).replace('left dominant', 'left nondominant').replace('right nondominant', 'right dominant');
  if (title === spelt(entry.title)) return entry;
  for (const other of neighbours(entry, date, codes)) if (spelt(other.title) === title) return other;
  return entry;
}
