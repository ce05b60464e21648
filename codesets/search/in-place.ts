// One thing of a query beside the others: what they say of it, and what it need not say itself.
import { isBodyPart, widerRegions } from './body';
import { type Past, pastOf } from './history';
import type { Said } from './query';
import { singular } from './phrase-words';

/**
 * One thing beside others. A part of the body may be named by the region that holds it; the part that a phrase takes for
 * granted gives way to the one that is named; pain is placed by what stands beside it; what is past has no code of its own.
 */
export function inPlace(thing: Said, all: readonly Said[], past: Past | undefined, both: boolean): Said {
  const ways = [...thing.ways];
  const typed = new Set(thing.ways.filter((way) => way.literal).flatMap((way) => way.words.map(singular)));
  const others = all.filter((other) => other !== thing);
  const placed = others.some((other) => other.ways.some((way) => way.words.some((word) => isBodyPart(singular(word)))));
  for (const way of thing.ways) {
    const own = way.words.filter((word) => typed.has(singular(word)) || !isBodyPart(singular(word)));
    if (placed && own.length < way.words.length && own.length > 1) ways.push({ ...way, words: own, codes: [] });
    if (!way.literal) {
      const told = way.words.filter((word) => !TAKEN_FOR_GRANTED.has(word));
      if (told.length > 0 && told.length < way.words.length) ways.push({ ...way, words: told });
      const named = way.words.filter((word) => !GENERAL.has(word));
      if (named.length === 1 && way.words.length > 1 && !isBodyPart(singular(named[0]))) {
        ways.push({ ...way, words: named, codes: [], quality: way.quality * GENERAL_QUALITY });
      }
    }
    if (way.words.length < 3) {
      const part = way.words.find((word) => widerRegions(singular(word)).length > 0);
      const complaint = way.words.filter((word) => word !== part && !OF_A_PART.has(word) && !isBodyPart(singular(word)));
      for (const region of part ? widerRegions(singular(part)) : []) {
        ways.push({ words: [...complaint, ...region.split(' ')], quality: way.quality * WIDER_QUALITY, codes: [], literal: false });
      }
    }
  }
  // A cancer that has not spread into its surroundings is a carcinoma in situ in the book.
  if (others.some((other) => other.ways.some((way) => way.literal && way.words.includes('situ')))) {
    for (const way of thing.ways) {
      if (!way.words.includes('malignant')) continue;
      ways.push({ ...way, words: ['carcinoma', ...way.words.filter((word) => word !== 'malignant' && word !== 'neoplasm')], codes: [] });
    }
  }
  // Of eyes and ears a title says bilateral and leaves the part out.
  if (both && typed.size > 0 && [...typed].every((word) => LEFT_OUT.has(word))) {
    ways.push({ words: ['bilateral'], quality: WIDER_QUALITY, codes: [], literal: false });
  }
  if (typed.size > 1 && typed.has('pain')) ways.push({ words: ['pain'], quality: WIDER_QUALITY, codes: [], literal: false });
  if (!past || ways.some((way) => way.words.includes('history') || way.words.includes('hx'))) return { ...thing, ways };
  const chapter = pastOf(ways.find((way) => way.codes.length > 0)?.codes[0] ?? '', past);
  const inChapter = chapter ? [{ words: chapter.words, quality: PAST_QUALITY, codes: [chapter.code], literal: false }] : [];
  return { ...thing, ways: [...ways.map((way) => ({ ...way, codes: [] })), ...inChapter] };
}

/** Which part of a kind it is: a region has none of them. */
const OF_A_PART = new Set(['great', 'big', 'little', 'small', 'index', 'middle', 'ring', 'upper', 'lower', 'front', 'side', 'inner',
  'outer', 'second', 'third', 'fourth', 'fifth']);
const LEFT_OUT = new Set(['eye', 'ear']);
/** What a phrase takes for granted where nothing else is said, and what stands beside it may deny. */
const TAKEN_FOR_GRANTED = new Set([
  'uncomplicated', 'unspecified', 'accidental', 'unintentional', 'other', 'identified', 'manifestations', 'acute', 'initial', 'drugs',
  'biological',
  'substances',
]);
/** Words for any disease: gonococcal infection with urethritis is gonococcal urethritis. */
const GENERAL = new Set(['infection', 'disease', 'disorder', 'syndrome', 'condition']);
const GENERAL_QUALITY = 0.9;
const WIDER_QUALITY = 0.6;
const PAST_QUALITY = 0.8;
