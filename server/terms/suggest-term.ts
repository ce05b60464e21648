// Offers the listed spelling of a misspelt medical term.
import { editDistance } from '../syntax/superbill/nearest';
import { analyseWord } from './analyse-word';
import { abbreviations, everydayWords, glossary } from './tables';
import { keyOf } from './words';
import { baseForms } from './word-forms';

const MOST_OFFERED = 5;
/** A wrong first letter is rarer than a wrong letter inside. */
const FIRST_LETTER_PENALTY = 0.75;

/** Listed terms within two slips (one in short words) of a word, the likeliest first; nothing for a word that is known. */
export function suggestTerm(word: string): string[] {
  const key = keyOf(word);
  if (key.length < 4 || key.length > 60 || isKnown(key)) return [];
  const allowed = key.length < 7 ? 1 : 2;
  const found: { readonly display: string; readonly rank: number }[] = [];
  const letters = lettersOf(key);
  for (let length = key.length - allowed; length <= key.length + allowed; length += 1) {
    for (const [candidate, { display, handicap, letters: others }] of vocabulary().get(length) ?? []) {
      // Each slip changes at most two of the letters that occur, so most words need no closer look.
      if (countBits(letters ^ others) > 2 * allowed) continue;
      const sameStart = candidate[0] === key[0];
      if (!sameStart && key.length < 6) continue;
      const distance = editDistance(key, candidate, allowed);
      if (distance > allowed) continue;
      found.push({ display, rank: distance + handicap + (sameStart ? 0 : FIRST_LETTER_PENALTY) });
    }
  }
  found.sort((left, right) => left.rank - right.rank || (left.display < right.display ? -1 : 1));
  return [...new Set(found.map(({ display }) => display))].slice(0, MOST_OFFERED);
}

/** Terms of several words that have this one in them, the shortest first. */
export function termsWith(word: string): string[] {
  const key = keyOf(word);
  if (key.length < 4 || key.includes(' ')) return [];
  const terms = [...glossary().values()]
    .filter(({ term }) =>
      keyOf(term)
        .split(/[ /&-]/)
        .includes(key),
    )
    .map(({ term }) => term);
  return [...new Set(terms)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_OFFERED);
}

function isKnown(key: string): boolean {
  if (everydayWords().has(key) || glossary().has(key) || abbreviations().has(key) || analyseWord(key)) return true;
  if (vocabulary().get(key.length)?.has(key)) return true;
  return baseForms(key).some(
    (form) => glossary().has(form) || everydayWords().has(form) || vocabulary().get(form.length)?.has(form) === true,
  );
}

/** A spelling to show, and how much it stands behind a glossary term of the same distance. */
interface Candidate {
  readonly display: string;
  readonly handicap: number;
  readonly letters: number;
}

let words: Map<number, Map<string, Candidate>> | undefined;

/** Every listed spelling, and every longer word inside one, by length and look-up spelling. */
function vocabulary(): ReadonlyMap<number, ReadonlyMap<string, Candidate>> {
  if (words) return words;
  words = new Map();
  for (const [key, entry] of glossary()) {
    if (keyOf(entry.term) === key) add(words, key, entry.term, 0);
    const form = entry.forms.find((spelling) => keyOf(spelling) === key);
    if (form) add(words, key, form, 0.1);
  }
  for (const key of glossary().keys()) {
    for (const word of key.split(/[ /&]/)) if (word.length > 4) add(words, word, word, 0.2);
  }
  return words;
}

function add(byLength: Map<number, Map<string, Candidate>>, key: string, display: string, handicap: number): void {
  const same = byLength.get(key.length) ?? new Map<string, Candidate>();
  if (!same.has(key) && !everydayWords().has(key)) same.set(key, { display, handicap, letters: lettersOf(key) });
  byLength.set(key.length, same);
}

/** Which letters occur in a word, a bit for each. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
