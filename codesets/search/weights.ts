// How much the words of a title weigh in a search, and which titles come first when all else is equal.
import type { CodeSetId } from '../code-set';
import type { Row } from '../rows';

/** Words that say little: their presence in a title costs nothing, their absence from it neither. */
export const EMPTY_WORDS = new Set([
  'of', 'the', 'and', 'in', 'on', 'to', 'for', 'by', 'at', 'as', 'or', 'a', 'an', 'is', 'with', 'due', 'from', 'into', 'other', 'than',
  'be',
  'unspecified', 'encounter', 'initial', 'nos', 'not', 'without', 'mellitus', 'part', 'routine', 'healing', 'disease', 'disorder',
  'essential', 'primary',
  'displaced', 'closed', 'accidental', 'unintentional', 'nec', 'site',
]);

/** Words that make a title a special case, which should not come first unless it was asked for. */
const SPECIAL: ReadonlyMap<string, number> = new Map(Object.entries({
  subsequent: 3, sequela: 5, history: 3, family: 2, elsewhere: 4, classified: 2, newborn: 3, neonatal: 3, congenital: 3, maternal: 3,
  pregnancy: 2, childbirth: 2, puerperium: 2, complicating: 2, postprocedural: 3, drug: 1.5, induced: 1.5, underlying: 3, secondary: 2,
  specified: 1.5, other: 1.5, open: 4, nondisplaced: 1.4, situ: 2, undetermined: 2, intentional: 1.5, following: 1.5, resulting: 1.5,
  non: 1, displacement: 1.5,
  breakdown: 1.5, leakage: 1.5, mechanical: 1.5, complication: 1.5, remission: 1.5, sequelae: 5, corrected: 2, right: 0.7, left: 0.75,
  bilateral: 0.9, tuberculous: 3, syphilitic: 3,
  gonococcal: 3, assault: 3, self: 3, harm: 2, underdosing: 3, adverse: 2, poisoning: 1, military: 4, war: 4, diphtheritic: 3,
  fetus: 3, multiple: 1, bilaterally: 1, juvenile: 2, nonunion: 2, traumatic: 1.5, extraction: 1.5, status: 1, malunion: 2, delayed: 1,
  external: 0.5, suspected: 2, gestational: 2,
  alcohol: 1.5, 'old': 2, late: 1, screening: 1, counseling: 2, carrier: 2, exposure: 1.5, contact: 1,
}));

/** Chapters of special cases: pregnancy, the newborn, malformations, causes from outside. */
const RARE_CHAPTERS: Readonly<Record<string, number>> = { O: 1.5, P: 1, Q: 1, V: 1, Y: 1 };
/** Diabetes is of type 2 unless it is said otherwise. */
const RARE_KINDS: Readonly<Record<string, number>> = { E08: 1.5, E09: 1.5, E10: 0.6, E13: 1.5 };

/** What a word costs a title in which it stands unasked. */
export function wordWeight(word: string): number {
  const special = SPECIAL.get(word);
  if (special !== undefined) return special;
  if (EMPTY_WORDS.has(word)) return 0;
  return word.length < 3 ? 0.5 : 1;
}

/** What a title costs as a whole, and its head start over others. */
export interface TitleWeights {
  readonly excess: number;
  readonly prior: number;
}

/** A blank-separated piece of a title: its words, and whether a clause ends behind it. */
export interface Piece {
  readonly words: readonly string[];
  readonly ends: boolean;
}

/** Weighs a title: words behind `without` and `unspecified` are cheap, since they say what is not the case. */
export function titleWeights(set: CodeSetId, key: string, row: Row, pieces: readonly Piece[], popularity: number): TitleWeights {
  const seen = new Set<string>();
  let excess = 0;
  let cheap = 1;
  for (const { words, ends } of pieces) {
    for (const word of words) {
      if (word === 'without' || word === 'not') cheap = 0.1;
      else if (word === 'with') cheap = 1;
      else if (!seen.has(word)) {
        seen.add(word);
        excess += wordWeight(word) * cheap;
      }
      if (word === 'unspecified') cheap = Math.min(cheap, 0.4);
      else if (cheap === 0.4) cheap = 1;
    }
    if (ends) cheap = 1;
  }
  let prior = (row.billable ? 1.8 : 0) + popularity;
  if (set === 'icd-10-cm') prior -= (RARE_CHAPTERS[key[0]] ?? 0) + (RARE_KINDS[key.slice(0, 3)] ?? 0);
  return { excess, prior };
}
