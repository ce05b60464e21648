// Reads what a coder typed into the things said: each with the ways in which a title may say it.
import { digitOfRoman } from '../words';
import { commonWord } from './alike-words';
import { isBodyPart, widerRegions } from './body';
import { type Past, pastOf } from './history';
import { type Nearby } from './rescue';
import { FILLERS, type Meaning, type Synonyms, looseForm, queryWords, singular } from './synonyms';

/** One way in which a title may say a thing: all of its words, in any order. */
export interface Way {
  readonly words: readonly string[];
  /** 1 for what was typed, less for a guess. */
  readonly quality: number;
  readonly codes: readonly string[];
  /** The last word may be unfinished. */
  readonly literal: boolean;
}

/** One thing said, in as many ways as are known. */
export interface Said {
  readonly ways: readonly Way[];
}

export type Side = 'right' | 'left' | 'bilateral';
export type Visit = 'initial' | 'subsequent' | 'sequela';

/** A query as understood. */
export interface Query {
  readonly said: readonly Said[];
  readonly side?: Side;
  readonly visit?: Visit;
  readonly unspecified: boolean;
  /** All plain words in order, for the order of words in a title. */
  readonly words: readonly string[];
}

/** What a query is read against. */
export interface Lexicon {
  /** What is said of the codes that are searched. */
  readonly known: Synonyms;
  /** Whether some title has this very word. */
  has(word: string): boolean;
  /** Whether some title has a word that begins so or is a form of it, in at least `titles` titles. */
  begins(word: string, titles: number): boolean;
  near(word: string): readonly Nearby[];
}

const SIDES = new Map<string, Side>([
  ['right', 'right'], ['rt', 'right'], ['r', 'right'], ['rgt', 'right'], ['left', 'left'], ['lt', 'left'], ['l', 'left'], ['lft', 'left'],
  ['bilateral', 'bilateral'], ['bilat', 'bilateral'], ['bil', 'bilateral'], ['b/l', 'bilateral'], ['both', 'bilateral'],
  ['bilaterally', 'bilateral'],
]);
const VISITS = new Map<string, Visit>([
  ['initial', 'initial'], ['init', 'initial'], ['subsequent', 'subsequent'], ['subseq', 'subsequent'], ['subs', 'subsequent'],
  ['sequela', 'sequela'], ['sequelae', 'sequela'], ['seq', 'sequela'],
]);
const DROPPED = new Set([
  'of', 'the', 'in', 'with', 'and', 'to', 'due', 'for', 'an', 'by', 'on', 'at', 'from', 'pt', 'patient', 'patients', 'has', 'c/o', 'dx',
  'diagnosis',
  'is', 'my', 'w', 'w/', 'or', 'secondary', '2/2', 'd/t', 'as', 'some', 'caused', 'because', 'encounter', 'side', 'sided', 'visit',
  'having', 'has', 'her', 'his',
  'unspecified', 'unspec', 'unsp', 'nos', 'associated', 'related', 'icd', 'icd10', 'code', 'be', 'that', 'into', 'while', 'after', 'about',
  'problem', 'problems', 'issue', 'issues', 'symptom', 'symptoms', 'complaint', 'complaints', 'episode', 'recent', 'possible', 'probable',
  'likely',
  'very', 'really', 'condition', 'got', 'feeling', 'feels', 'i', 'have', 'am', 'when', 'during', 'since', 'also', 'onset',
]);
const COUNTED = new Map([['1', 'first'], ['2', 'second'], ['3', 'third'], ['1st', 'first'], ['2nd', 'second'], ['3rd', 'third'], ['4th',
  'fourth'], ['5th', 'fifth']]);
const ORDINALS = new Map([['first', '1'], ['second', '2'], ['third', '3'], ['one', '1'], ['two', '2'], ['three', '3'], ['four', '4'],
  ['five', '5']]);

/** A word as typed and, where it is in no title, what may have been meant. */
interface Token {
  readonly text: string;
  readonly nearby: readonly Nearby[];
}

/** Understands a query; `wordByWord` takes each word on its own, whatever phrases they make. */
export function readQuery(text: string, lexicon: Lexicon, wordByWord = false): Query {
  let side: Side | undefined;
  let visit: Visit | undefined;
  const { words: plain, past } = putHistoryFirst(queryWords(text), lexicon.known);
  const tokens = splitTokens(plain, lexicon);
  const counted = tokens.some(({ text: word }) => /^(trimester|degree|trim|tri)/.test(word));
  const said: Said[] = [];
  const dropped: Said[] = [];
  /** Words inside of phrases: the ear of `ear wax, both ears` is said once. */
  const named = new Set<string>();
  for (let at = 0; at < tokens.length;) {
    const word = tokens[at].text;
    const found = phraseAt(wordByWord ? tokens.slice(0, at + 1) : tokens, at, lexicon.known);
    if (found && (found.length > 1 || tokens.length === 1 || !(SIDES.has(word) || VISITS.has(word)))) {
      said.push({ ways: [...found.ways, ...literalWay(tokens, at, found.length, counted)] });
      for (const { text: part } of tokens.slice(at, at + found.length)) named.add(singular(part));
      side = found.side ?? side;
      at += found.length;
      continue;
    }
    const joined = at + 1 < tokens.length && /^[a-z]+$/.test(word + tokens[at + 1].text) ? word + tokens[at + 1].text : '';
    const isSide = tokens.length > 1 ? SIDES.get(word) : undefined;
    const isVisit = tokens.length > 1 ? VISITS.get(word) : undefined;
    if (joined.length > 5 && lexicon.has(joined) && !isSide) {
      const parts = [word, tokens[at + 1].text].filter((part) => !DROPPED.has(part));
      said.push({ ways: [
        { words: [joined], quality: 1, codes: [], literal: true },
        { words: parts, quality: 1, codes: [], literal: true },
      ] });
      at += 2;
      continue;
    }
    if (isSide) side = side && side !== isSide ? 'bilateral' : isSide;
    else if (isVisit) visit = isVisit;
    else if (DROPPED.has(word) || (word === 'a' && at < tokens.length - 1) || (isBodyPart(singular(word)) && named.has(singular(word)))) dropped.push({ ways: literalWay(tokens, at, 1, counted) });
    else said.push({ ways: [...literalWay(tokens, at, 1, counted), ...afterWay(tokens, at, lexicon)] });
    at++;
  }
  const things = said.length > 0 || side || visit ? said : dropped;
  return {
    said: things.map((thing) => (things.length > 1 ? inPlace(thing, things, past, side === 'bilateral') : thing)), unspecified: tokens.some(({ text: word }) => /^unsp|^nos$/.test(word)), words: tokens.map((token) => token.text),
    ...(side ? { side } : {}), ...(visit ? { visit } : {}),
  };
}

/**
 * One thing beside others. A part of the body may be named by the region that holds it; the part that a phrase takes for
 * granted gives way to the one that is named; pain is placed by what stands beside it; what is past has no code of its own.
 */
function inPlace(thing: Said, all: readonly Said[], past: Past | undefined, both: boolean): Said {
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
    }
    if (way.words.length < 3) {
      const part = way.words.find((word) => widerRegions(singular(word)).length > 0);
      for (const region of part ? widerRegions(singular(part)) : []) {
        ways.push({ words: region.split(' '), quality: way.quality * WIDER_QUALITY, codes: [], literal: false });
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
  if (!past || ways.some((way) => way.words.includes('history') || way.words.includes('hx'))) return { ways };
  const chapter = pastOf(ways.find((way) => way.codes.length > 0)?.codes[0] ?? '', past);
  const inChapter = chapter ? [{ words: chapter.words, quality: PAST_QUALITY, codes: [chapter.code], literal: false }] : [];
  return { ways: [...ways.map((way) => ({ ...way, codes: [] })), ...inChapter] };
}

const LEFT_OUT = new Set(['eye', 'ear']);
/** What a phrase takes for granted where nothing else is said, and what stands beside it may deny. */
const TAKEN_FOR_GRANTED = new Set([
  'uncomplicated', 'unspecified', 'accidental', 'unintentional', 'other', 'identified', 'manifestations', 'acute', 'initial', 'drugs', 'biological',
  'substances',
]);
const WIDER_QUALITY = 0.6;
const PAST_QUALITY = 0.8;
const FAMILY = /^(?:fam|family) (?:hx|history|h\/o)(?: of)? |^(?:fh|fhx|fmh|fmhx|famhx)(?: of)? | (?:fam|family) (?:hx|history)$| (?:fh|fhx|fmhx|famhx)$/;
const PAST = /^(?:(?:past|personal|prior) )?(?:hx|h\/o|history)(?: of)? | (?:hx|history)$/;

/** `colon cancer history` and `family hx colon cancer` as the list of phrases has them: `history of colon cancer`. */
function putHistoryFirst(words: readonly string[], known: Synonyms): { words: readonly string[]; past?: Past } {
  const text = words.join(' ');
  for (const [marker, name, past] of [[FAMILY, 'family history of', 'family'], [PAST, 'history of', 'personal']] as const) {
    if (!marker.test(text)) continue;
    const turned = [...name.split(' '), ...text.replace(marker, '').split(' ').filter((word) => word !== '')];
    const isKnown = known.phrases.has(turned.map(singular).join(' ')) || known.loose.has(looseForm(turned));
    return { words: isKnown ? turned : words, past };
  }
  return { words };
}

/** What was typed, word by word, with its other spellings: numbers as words, Roman numerals, rescued words. */
function literalWay(tokens: readonly Token[], at: number, length: number, counted: boolean): Way[] {
  const words = tokens.slice(at, at + length).map((token) => token.text).filter((word, _, all) => all.length === 1 || !DROPPED.has(word));
  const ways: Way[] = [{ words, quality: 1, codes: [], literal: true }];
  if (length > 1) return ways;
  const { text, nearby } = tokens[at];
  const roman = digitOfRoman(text, tokens[at - 1]?.text ?? '');
  if (roman) ways.push({ words: [roman], quality: 1, codes: [], literal: true });
  const ordinal = counted || text.length > 1 ? COUNTED.get(roman ?? text) : undefined;
  if (ordinal) ways.push({ words: [ordinal], quality: 1, codes: [], literal: true });
  const number = ORDINALS.get(text);
  if (number && !counted) ways.push({ words: [number], quality: 0.9, codes: [], literal: true });
  for (const near of nearby) ways.push({ words: [near.word], quality: 0.97 - near.distance * 0.08, codes: [], literal: false });
  return ways;
}

const AFTER = new Set(['after', 'following', 'post', 's/p']);

/** After mastectomy is postmastectomy in many a title. */
function afterWay(tokens: readonly Token[], at: number, lexicon: Lexicon): Way[] {
  const word = `post${tokens[at].text}`;
  return at > 0 && AFTER.has(tokens[at - 1].text) && lexicon.has(word) ? [{ words: [word], quality: 1, codes: [], literal: false }] : [];
}

/** Parts what belongs apart (`type2`, `lowback`) and looks for what may have been meant by words in no title. */
function splitTokens(words: readonly string[], lexicon: Lexicon): Token[] {
  const { known } = lexicon;
  return words.flatMap((word): Token[] => {
    const plain = { text: word, nearby: [] };
    if (known.words.has(word) || known.words.has(singular(word)) || lexicon.has(word)) return [plain];
    if (SIDES.has(word) || VISITS.has(word) || DROPPED.has(word) || commonWord(word)) return [plain];
    const parts = /^([a-z]+)(\d+[a-z]?)$|^(\d+)([a-z]{2,})$/.exec(word);
    if (parts) {
      const pair = [parts[1] ?? parts[3], parts[2] ?? parts[4]];
      if (!COUNTED.has(word)) return pair.map((part) => ({ text: part, nearby: [] }));
      return [plain];
    }
    if (lexicon.begins(word, word.length < 4 ? 1 : 4)) return [plain];
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const [one, other] = [word.slice(0, cut), word.slice(cut)];
      if ((lexicon.has(one) || known.words.has(one) || SIDES.has(one)) && (lexicon.has(other) || known.words.has(other))
        && one.length + other.length > 7) {
        return [{ text: one, nearby: [] }, { text: other, nearby: [] }];
      }
    }
    const nearby = lexicon.near(word);
    const sure = nearby.length > 0 && !lexicon.begins(word, 1) ? nearby[0].word : word;
    return [{ text: sure, nearby: nearby.filter((near) => near.word !== sure) }];
  });
}

/** A known phrase: how it may be said, so many words long, with a side that stood among its words. */
interface Found {
  readonly ways: readonly Way[];
  readonly length: number;
  readonly side?: Side;
}

const LOOSE = 0.96;

/** The longest known phrase that begins at a word; its last word may still be unfinished at the end of the query. */
function phraseAt(tokens: readonly Token[], at: number, known: Synonyms): Found | undefined {
  const { phrases, sorted, longest } = known;
  for (let length = Math.min(longest, tokens.length - at); length >= 1; length--) {
    const slice = tokens.slice(at, at + length);
    for (const names of spellings(slice)) {
      const phrase = phrases.get(names.map(singular).join(' '));
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, 0.97)), length };
    }
    for (const { names, side } of looser(slice, known)) {
      const phrase = names.length > 1 ? known.loose.get(looseForm(names)) : phrases.get(singular(names[0]));
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, LOOSE)), length, ...(side ? { side } : {}) };
    }
    const typed = slice.map((token) => token.text).join(' ');
    if (at + length === tokens.length && length > 1 && slice[length - 1].text.length > 1 && typed.length > 5) {
      const begun = sorted[firstFrom(sorted, typed)];
      const phrase = begun?.startsWith(typed) ? phrases.get(begun) : undefined;
      if (phrase) return { ways: phrase.meanings.map((meaning) => wayOf(meaning, 0.9)), length };
    }
  }
  return undefined;
}

/** The words as typed, and with one of them as it may have been meant. */
function spellings(tokens: readonly Token[]): string[][] {
  const typed = tokens.map((token) => token.text);
  const bare = typed.filter((word) => !FILLERS.has(word));
  const all = bare.length < typed.length && bare.length > 1 && !FILLERS.has(typed[0]) && !FILLERS.has(typed[typed.length - 1]) ? [typed, bare] : [typed];
  tokens.forEach((token, index) => {
    for (const near of token.nearby) all.push(typed.map((word, place) => (place === index ? near.word : word)));
  });
  return all;
}

/** The words as typed, with a side left out that stands among them, and with two of them as one: pain left testicle, toe nail. */
function looser(tokens: readonly Token[], known: Synonyms): { names: string[]; side?: Side }[] {
  const typed = tokens.map((token) => token.text);
  if (typed.length === 1) return [{ names: [commonWord(typed[0]) ?? ''] }];
  const all: { names: string[]; side?: Side }[] = [{ names: typed }];
  const sides = typed.slice(1, -1).flatMap((word) => SIDES.get(word) ?? []);
  if (sides.length === 1) all.push({ names: typed.filter((word) => !SIDES.has(word)), side: sides[0] });
  for (let at = 0; at + 1 < typed.length; at++) {
    const joined = typed[at] + typed[at + 1];
    if (known.words.has(joined)) all.push({ names: [...typed.slice(0, at), joined, ...typed.slice(at + 2)] });
  }
  tokens.forEach((token, index) => {
    const others = [...token.nearby.map((near) => near.word), ...completions(token.text, known)];
    for (const other of others) all.push({ names: typed.map((word, place) => (place === index ? other : word)) });
  });
  return all;
}

/** So many words that a cut one may stand for are tried: degen is degeneration, perf is perforated. */
const MOST_COMPLETIONS = 4;
const LEAST_TO_COMPLETE = 4;

/** Words of phrases that begin as one that is in none. */
function completions(word: string, { words, sortedWords }: Synonyms): string[] {
  if (word.length < LEAST_TO_COMPLETE || words.has(word) || SIDES.has(word)) return [];
  const found: string[] = [];
  for (let at = firstFrom(sortedWords, word); sortedWords[at]?.startsWith(word) && found.length < MOST_COMPLETIONS; at++) found.push(sortedWords[at]);
  return found;
}

function wayOf(meaning: Meaning, quality: number): Way {
  return { words: meaning.words.filter((word) => !DROPPED.has(word)), quality, codes: meaning.codes, literal: false };
}

function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
