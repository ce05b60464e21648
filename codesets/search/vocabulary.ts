// The word index inside a compiled edition: which words there are, and in which rows each stands.
import { asUint16, asUint32 } from '../bytes';
import { SECTION, WEIGHT_UNIT } from '../compile';
import type { Edition } from '../edition';
import { stemOf } from '../words';

/** The words of an edition, sorted, with their rows; made once an edition is searched. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** In how many titles a word stands. */
  readonly counts: Uint32Array;
  /** What a word costs a title in which it stands unasked. */
  weight(word: number): number;
  /** Number of a word, or -1. */
  find(word: string): number;
  /** The first word that is not before the text. */
  firstFrom(text: string): number;
  /** Words with the same stem as the one given, without itself. */
  relatives(word: string): readonly number[];
  /** Writes the rows of a word into the buffer, in order, and tells how many. */
  rows(word: number, buffer: Int32Array): number;
  /** The words of a row's title in order; a piece that gives several words gives them one after the other. */
  titleWords(row: number): string[];
  /** Calls for the number of every word of a row's title, with repetitions, until the answer is true. */
  someWord(row: number, test: (word: number) => boolean): boolean;
  readonly excess: Uint8Array;
  readonly prior: Uint8Array;
  /** The largest head start that a row has, in points. */
  mostPrior(): number;
}

/** What was found for so many words is kept: the same words come with every keystroke. */
const MOST_FAMILIES = 4000;

const vocabularies = new WeakMap<Edition, Vocabulary>();

/** The vocabulary of an edition. */
export function vocabularyOf(edition: Edition): Vocabulary {
  let vocabulary = vocabularies.get(edition);
  if (!vocabulary) {
    vocabulary = readVocabulary(edition);
    vocabularies.set(edition, vocabulary);
  }
  return vocabulary;
}

function readVocabulary({ sections }: Edition): Vocabulary {
  const starts = asUint32(sections[SECTION.termStarts]);
  const pool = new TextDecoder('latin1').decode(sections[SECTION.termPool]);
  const words = Array.from({ length: starts.length - 1 }, (_, index) => pool.slice(starts[index], starts[index + 1]));
  const weights = sections[SECTION.termWeights];
  const postingStarts = asUint32(sections[SECTION.postingStarts]);
  const postings = sections[SECTION.postings];
  const titleStarts = asUint32(sections[SECTION.titleStarts]);
  const wide = asUint32(sections[SECTION.pieceStarts]).length - 1 > 0xffff;
  const titlePieces = wide ? asUint32(sections[SECTION.titlePieces]) : asUint16(sections[SECTION.titlePieces]);
  const pieceTermStarts = asUint32(sections[SECTION.pieceTermStarts]);
  const pieceTerms = asUint32(sections[SECTION.pieceTerms]);

  const firstFrom = (text: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const find = (word: string): number => {
    const at = firstFrom(word);
    return words[at] === word ? at : -1;
  };
  const prior = sections[SECTION.prior];
  let mostPrior: number | undefined;
  const families = new Map<string, number[]>();
  const relatives = (word: string): number[] => {
    const stem = stemOf(word);
    const found: number[] = [];
    if (stem.length < 4 && word.length > 4) return found;
    for (let at = firstFrom(stem); at < words.length && words[at].startsWith(stem); at++) {
      if (words[at] === word) continue;
      const other = stemOf(words[at]);
      // Of ureteral the stem is ureter, whose own is shorter still.
      if (other === stem || other === word) found.push(at);
    }
    return found;
  };
  return {
    words,
    find,
    firstFrom,
    counts: asUint32(sections[SECTION.postingCounts]),
    weight: (word) => weights[word] / WEIGHT_UNIT,
    excess: sections[SECTION.excess],
    prior,
    mostPrior: () => (mostPrior ??= (prior.reduce((most, one) => Math.max(most, one), 0) - 128) / WEIGHT_UNIT),
    relatives(word) {
      let family = families.get(word);
      if (!family) {
        if (families.size >= MOST_FAMILIES) families.clear();
        families.set(word, (family = relatives(word)));
      }
      return family;
    },
    rows(word, buffer) {
      let row = -1;
      let count = 0;
      const end = postingStarts[word + 1];
      for (let at = postingStarts[word]; at < end; ) {
        let byte = postings[at++];
        let step = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = postings[at++];
          step |= (byte & 127) << shift;
        }
        row += step;
        buffer[count++] = row;
      }
      return count;
    },
    someWord(row, test) {
      for (let at = titleStarts[row]; at < titleStarts[row + 1]; at++) {
        const piece = titlePieces[at];
        for (let term = pieceTermStarts[piece]; term < pieceTermStarts[piece + 1]; term++) if (test(pieceTerms[term])) return true;
      }
      return false;
    },
    titleWords(row) {
      const title: string[] = [];
      for (let at = titleStarts[row]; at < titleStarts[row + 1]; at++) {
        const piece = titlePieces[at];
        for (let term = pieceTermStarts[piece]; term < pieceTermStarts[piece + 1]; term++) title.push(words[pieceTerms[term]]);
      }
      return title;
    },
  };
}
