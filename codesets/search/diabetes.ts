// Diabetes beside what comes of it: gastroparesis of one with type 2 is what the list of phrases has as diabetic gastroparesis.
import type { Said, Way } from './query';
import { looseForm } from './phrase-words';
import type { Synonyms } from './synonyms';

const DIABETES = /^E1[013]/;
/** Words for the diabetes itself: which one it is has been said. */
const ITSELF = new Set(['type', '1', '2', 'diabetes', 'mellitus', 'with']);
const QUALITY = 0.95;

/** What is said beside a diabetes, also as that which comes of it. */
export function whenDiabetic(said: readonly Said[], known: Synonyms): readonly Said[] {
  const diabetes = said.find(({ ways }) => ways.some(({ codes }) => codes.some((code) => DIABETES.test(code))));
  if (!diabetes || said.length < 2) return said;
  return said.map((thing) => {
    if (thing === diabetes) return thing;
    const ways = thing.ways
      .filter(({ literal }) => literal)
      .flatMap(({ words }) => known.loose(looseForm(['diabetic', ...words]))?.meanings ?? [])
      .map(({ words }): Way => ({ words: comingOf(words), quality: QUALITY, codes: [], literal: false }))
      .filter(({ words }) => words.length > 0);
    return ways.length > 0 ? { ...thing, ways: [...thing.ways, ...ways] } : thing;
  });
}

/** What comes of the diabetes, without the diabetes and without what is denied. */
function comingOf(words: readonly string[]): readonly string[] {
  const denied = words.indexOf('without');
  return words.slice(0, denied < 0 ? words.length : denied).filter((word) => !ITSELF.has(word));
}
