// Finds the known phrases in a query: as typed, misspelt, with other words that say the same, or not yet finished.
import { alike, commonWord } from './alike-words';
import type { Token, Way } from './query';
import { COUNTED, DROPPED, LEFT_OUT, SIDES, type Side, TALK, VISITS } from './small-words';
import { FILLERS, looseForm, singular } from './phrase-words';
import { LEAST_TO_COMPLETE, type Meaning, type Synonyms, firstFrom, phraseOf } from './synonyms';

/** A known phrase: how it may be said, so many words long, with what stood between its words, and a side that it has in itself. */
export interface Found {
  readonly ways: readonly Way[];
  readonly length: number;
  readonly between: readonly Token[];
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
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, 0.97)), length, between: [], ...sideOf(phrase.meanings) };
    }
    for (const { names, between } of looser(slice, known)) {
      const phrase = names.length > 1 ? known.loose(looseForm(names)) : known.phrase(singular(names[0]));
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, LOOSE)), length, between };
    }
    const typed = slice.map((token) => token.text).join(' ');
    if (at + length === tokens.length && length > 1 && slice[length - 1].text.length > 1 && typed.length > 5) {
      const phrase = known.begun(typed);
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, 0.9)), length, between: [] };
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

/** Words that say more of what stands around them: pain left testicle, ulcer stage 3 sacrum. */
function saysMore(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [tokens[at - 1].text, tokens[at].text, tokens[at + 1].text];
  if (SIDES.has(word) || VISITS.has(word) || COUNTING.test(word)) return true;
  // A new stroke is none that has left something behind.
  if (LEFT_OUT.has(word)) return word !== 'new';
  return /^\d[a-z]*$|^[iv]+$/.test(word) ? COUNTING.test(before) || COUNTING.test(next) : COUNTED.has(word) && COUNTING.test(next);
}

const COUNTING = /^(trimester|tri|trim|weeks|degree|deg|stage|grade)$/;

/** The words as typed, without what stands between them and says more, and with two of them as one: toe nail. */
function looser(tokens: readonly Token[], known: Synonyms): { names: string[]; between: readonly Token[] }[] {
  const typed = tokens.map((token) => token.text);
  if (typed.length === 1) {
    const [word] = typed;
    const cut = word.length > LEAST_TO_COMPLETE ? [...completions(word, known), ...otherForms(word, known)] : [];
    return [commonWord(word) ?? '', ...cut].map((name) => ({ names: [name], between: [] }));
  }
  const all: { names: string[]; between: readonly Token[] }[] = [{ names: typed, between: [] }];
  const between = tokens.filter((_, at) => at > 0 && at + 1 < tokens.length && saysMore(tokens, at));
  if (between.length > 0) all.push({ names: tokens.filter((token) => !between.includes(token)).map((token) => token.text), between });
  for (let at = 0; at + 1 < typed.length; at++) {
    const joined = typed[at] + typed[at + 1];
    if (known.hasWord(joined)) all.push({ names: [...typed.slice(0, at), joined, ...typed.slice(at + 2)], between: [] });
  }
  tokens.forEach((token, index) => {
    const others = [...token.nearby.map((near) => near.word), ...completions(token.text, known)];
    for (const other of others) all.push({ names: typed.map((word, place) => (place === index ? other : word)), between: [] });
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

/** Words of phrases of which one that is in none is another form: hiccupping is hiccups. */
export function otherForms(word: string, { words, hasWord }: Synonyms): string[] {
  if (hasWord(word)) return [];
  const form = alike(word);
  const found: string[] = [];
  if (form.length < LEAST_TO_COMPLETE || form.length * 2 <= word.length) return found;
  for (let at = firstFrom(words, form); words[at]?.startsWith(form) && found.length < MOST_COMPLETIONS; at++) {
    if (alike(words[at]) === form) found.push(words[at]);
  }
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
