// The words of a note for a side of the body.
import type { NoteWord } from '../../terms/note-sentences';

/** A side of the body, or both. */
export type Side = 'right' | 'left' | 'bilateral';

/** The words for a side, in small letters. */
export const SIDES: ReadonlyMap<string, Side> = new Map([
  ['right', 'right'],
  ['rt', 'right'],
  ['r', 'right'],
  ['left', 'left'],
  ['lt', 'left'],
  ['l', 'left'],
  ['bilateral', 'bilateral'],
  ['bilaterally', 'bilateral'],
  ['bilat', 'bilateral'],
  ['b/l', 'bilateral'],
  ['both', 'bilateral'],
]);
/** Of eyes, in capitals: elsewhere OD is an overdose. */
const EYES: ReadonlyMap<string, Side> = new Map([
  ['OD', 'right'],
  ['OS', 'left'],
  ['OU', 'bilateral'],
]);
const OF_EYES = /eye|vision|visual|catarac|glaucom|lens|cornea|retin|conjunctiv|macula|blephar|\b(IOP|OS|OU)\b/i;
/** The side that a word names; OD, OS and OU only where the note is of eyes. */
export function sideOf(word: NoteWord, text: string): Side | undefined {
  const eyes = EYES.get(word.raw);
  return eyes && OF_EYES.test(text) ? eyes : SIDES.get(word.low);
}
