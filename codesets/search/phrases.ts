// Finds the known phrases in a query: as typed, misspelt, with other words that say the same, or not yet finished.
import { commonWord } from './alike-words';
import type { Token, Way } from './query';
import { DROPPED, SIDES, type Side, TALK } from './small-words';
import { FILLERS, looseForm, singular } from './phrase-words';
import { LEAST_TO_COMPLETE, type Meaning, type Synonyms, firstFrom, phraseOf } from './synonyms';

/** A known phrase: how it may be said, so many words long, with a side that stood among its words. */
export interface Found {
  readonly ways: readonly Way[];
  readonly length: number;
  readonly side?: Side;
}

const LOOSE = 0.96;
/** So much talk may stand among the words of a phrase. */
const MOST_TALK = 3;

/** The longest known phrase that begins at a word; its last word may still be unfinished at the end of the query. */
export function phraseAt(tokens: readonly Token[], at: number, known: Synonyms): Found | undefined {
  for (let length = Math.min(known.longest + MOST_TALK, tokens.length - at); length >= 1; length--) {
    const slice = tokens.slice(at, at + length);
    if (length > known.longest && slice.filter(({ text }) => !TALK.has(text)).length > known.longest) continue;
    for (const names of spellings(slice)) {
      const phrase = phraseOf(known, names);
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, 0.97)), length, ...sideOf(phrase.meanings) };
    }
    for (const { names, side } of looser(slice, known)) {
      const phrase = names.length > 1 ? known.loose(looseForm(names)) : known.phrase(singular(names[0]));
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, LOOSE)), length, ...(side ? { side } : {}) };
    }
    const typed = slice.map((token) => token.text).join(' ');
    if (at + length === tokens.length && length > 1 && slice[length - 1].text.length > 1 && typed.length > 5) {
      const phrase = known.begun(typed);
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, 0.9)), length };
    }
  }
  return undefined;
}

/** The side that a short form of a limb or a lobe has in it: lle, rul. What has a code of its own has a side by its name only. */
function sideOf(meanings: readonly Meaning[]): { side?: Side } {
  const side = (['right', 'left'] as const).find((one) => meanings.every(({ words, codes }) => codes.length === 0 && words.includes(one)));
  return side ? { side } : {};
}

/** The words as typed, and with one of them as it may have been meant. */
function spellings(tokens: readonly Token[]): string[][] {
  const typed = tokens.map((token) => token.text);
  const bare = typed.filter((word) => !FILLERS.has(word));
  const all =
    bare.length < typed.length && bare.length > 1 && !FILLERS.has(typed[0]) && !FILLERS.has(typed[typed.length - 1])
      ? [typed, bare]
      : [typed];
  tokens.forEach((token, index) => {
    for (const near of token.nearby) all.push(typed.map((word, place) => (place === index ? near.word : word)));
  });
  return all;
}

/** The words as typed, with a side left out that stands among them, and with two of them as one: pain left testicle, toe nail. */
function looser(tokens: readonly Token[], known: Synonyms): { names: string[]; side?: Side }[] {
  const typed = tokens.map((token) => token.text);
  if (typed.length === 1) {
    const [word] = typed;
    const cut = word.length > LEAST_TO_COMPLETE ? completions(word, known) : [];
    return [commonWord(word) ?? '', ...cut].map((name) => ({ names: [name] }));
  }
  const all: { names: string[]; side?: Side }[] = [{ names: typed }];
  const sides = typed.slice(1, -1).flatMap((word) => SIDES.get(word) ?? []);
  if (sides.length === 1) all.push({ names: typed.filter((word) => !SIDES.has(word)), side: sides[0] });
  for (let at = 0; at + 1 < typed.length; at++) {
    const joined = typed[at] + typed[at + 1];
    if (known.hasWord(joined)) all.push({ names: [...typed.slice(0, at), joined, ...typed.slice(at + 2)] });
  }
  tokens.forEach((token, index) => {
    const others = [...token.nearby.map((near) => near.word), ...completions(token.text, known)];
    for (const other of others) all.push({ names: typed.map((word, place) => (place === index ? other : word)) });
  });
  return all;
}

/** So many words that a cut one may stand for are tried: degen is degeneration, perf is perforated. */
const MOST_COMPLETIONS = 4;

/** Words of phrases that begin as one that is in none. */
function completions(word: string, { words, hasWord }: Synonyms): string[] {
  if (word.length < LEAST_TO_COMPLETE || hasWord(word) || SIDES.has(word)) return [];
  const found: string[] = [];
  for (let at = firstFrom(words, word); words[at]?.startsWith(word) && found.length < MOST_COMPLETIONS; at++) found.push(words[at]);
  return found;
}

/** How a title may say what an abbreviation stands for. */
export function meantWays(words: readonly string[], known: Synonyms): Way[] {
  const phrase = phraseOf(known, words) ?? known.loose(looseForm(words));
  return [...(phrase?.meanings ?? []), { words, codes: [] }].map((meaning) => wayOf(meaning, LOOSE));
}

function wayOf(meaning: Meaning, quality: number): Way {
  return { words: meaning.words.filter((word) => !DROPPED.has(word)), quality, codes: meaning.codes, literal: false };
}
