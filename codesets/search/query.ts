// Reads what a coder typed into the things said: each with the ways in which a title may say it.
import { digitOfRoman } from '../words';
import { commonWord } from './alike-words';
import { isBodyPart } from './body';
import { whenDiabetic } from './diabetes';
import type { Past } from './history';
import { inPlace } from './in-place';
import { withLatinSides } from './latin-sides';
import { ofMedicines } from './medicines';
import { meantWays, otherForms, phraseAt } from './phrases';
import { inWeeks, isExpecting, trimesterOf, whenExpecting } from './pregnancy';
import { type Nearby } from './rescue';
import { COUNTED, DROPPED, LEFT_OUT, ORDINALS, RESPELT, SIDES, type Side, VISITS, type Visit } from './small-words';
import { looseForm, queryWords, singular } from './phrase-words';
import { LEAST_TO_COMPLETE, type Synonyms, phraseOf } from './synonyms';

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
  /** How bad or how long something is: a title may leave it out. */
  readonly optional?: boolean;
}

/** A query as understood. */
export interface Query {
  readonly said: readonly Said[];
  readonly side?: Side;
  readonly visit?: Visit;
  readonly unspecified: boolean;
  /** All plain words in order, for the order of words in a title. */
  readonly words: readonly string[];
}

/** What an abbreviation may stand for, the usual meaning first. */
export type MeaningsOf = (abbreviation: string) => readonly string[];

/** What a query is read against. */
export interface Lexicon {
  /** What is said of the codes that are searched. */
  readonly known: Synonyms;
  /** Whether some title has this very word. */
  has(word: string): boolean;
  /** Whether some title has a word that begins so or is a form of it, in at least `titles` titles. */
  begins(word: string, titles: number): boolean;
  near(word: string): readonly Nearby[];
  readonly meaningsOf: MeaningsOf;
}

/** A word as typed and, where it is in no title, what may have been meant. */
export interface Token {
  readonly text: string;
  readonly nearby: readonly Nearby[];
  /** Where it is an abbreviation in no list of phrases: the words of each of its meanings. */
  readonly meanings?: readonly (readonly string[])[];
}

/** Understands a query; `wordByWord` takes each word on its own, whatever phrases they make. */
export function readQuery(text: string, lexicon: Lexicon, wordByWord = false): Query {
  let side: Side | undefined;
  let visit: Visit | undefined;
  const expecting = isExpecting(text);
  const typed = queryWords((expecting ? inWeeks(text) : text).replace(POUNDS, ' ')).map((word) => RESPELT.get(word) ?? word);
  const { words: plain, past } = putHistoryFirst(withLatinSides(typed), lexicon.known);
  const tokens = splitTokens(plain, lexicon);
  const words = tokens.map((token) => token.text);
  const counted = tokens.some(({ text: word }) => /^(trimester|degree|trim|tri|grade)/.test(word));
  const said: Said[] = [];
  const dropped: Said[] = [];
  /** Words inside of phrases: the ear of `ear wax, both ears` is said once. */
  const named = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const word = tokens[at].text;
    const found = phraseAt(wordByWord ? tokens.slice(0, at + 1) : tokens, at, lexicon.known);
    if (found && (found.length > 1 || tokens.length === 1 || !(SIDES.has(word) || VISITS.has(word)))) {
      const length = found.length - found.between.length;
      // What stood between the words of a phrase is read behind it.
      if (length < found.length) {
        const own = tokens.slice(at, at + found.length).filter((token) => !found.between.includes(token));
        tokens.splice(at, found.length, ...own, ...found.between);
      }
      said.push({ ways: [...found.ways, ...literalWay(tokens, at, length, counted, lexicon.known)] });
      for (const { text: part } of tokens.slice(at, at + length)) named.add(singular(part));
      side = found.side ?? side;
      at += length;
      continue;
    }
    if (isDuration(tokens, at)) {
      at += 2;
      continue;
    }
    const joined = at + 1 < tokens.length && /^[a-z]+$/.test(word + tokens[at + 1].text) ? word + tokens[at + 1].text : '';
    const isSide = tokens.length > 1 ? SIDES.get(word) : undefined;
    const isVisit = tokens.length > 1 ? VISITS.get(word) : undefined;
    if (joined.length > 5 && lexicon.has(joined) && !isSide) {
      const parts = [word, tokens[at + 1].text].filter((part) => !DROPPED.has(part));
      said.push({
        ways: [
          { words: [joined], quality: 1, codes: [], literal: true },
          { words: parts, quality: 1, codes: [], literal: true },
        ],
      });
      at += 2;
      continue;
    }
    const optional = LEFT_OUT.has(word);
    if (isSide) side = side && side !== isSide ? 'bilateral' : isSide;
    else if (isVisit) visit = isVisit;
    else if (saysNothing(word, tokens[at + 1]?.text, named)) dropped.push({ ways: literalWay(tokens, at, 1, counted, lexicon.known) });
    else
      said.push({
        ways: [...literalWay(tokens, at, 1, counted, lexicon.known), ...afterWay(tokens, at, lexicon), ...otherWays(word, lexicon)],
        ...(optional ? { optional } : {}),
      });
    at++;
  }
  const weeks = expecting ? trimesterOf(text) : undefined;
  const told = expecting ? whenExpecting(said, weeks) : said;
  const things = told.length > 0 || side || visit ? told : dropped;
  const placed = things.map((thing) => (things.length > 1 ? inPlace(vaguer(thing, things), things, past, side === 'bilateral') : thing));
  return {
    said: ofMedicines(whenDiabetic(placed, lexicon.known)),
    unspecified: tokens.some(({ text: word }) => /^unsp|^nos$/.test(word)),
    words,
    ...(side ? { side } : {}),
    ...(visit ? { visit } : {}),
  };
}

/** How much was lost or gained. */
const POUNDS = /\b\d+\s*(?=(?:pounds|lbs)\b)/gi;
const UNITS = new Set([
  'day',
  'days',
  'week',
  'weeks',
  'month',
  'months',
  'mos',
  'hour',
  'hours',
  'hrs',
  'year',
  'years',
  'yrs',
  'minutes',
  'times',
  'inches',
  'cm',
  'degrees',
]);
const OF_AN_AGE = new Set([
  'old',
  'gestation',
  'pregnant',
  'preg',
  'pregnancy',
  'well',
  'check',
  'exam',
  'visit',
  'gest',
  'premature',
  'preterm',
  'born',
  'newborn',
]);

/** How long or how much, which is no part of a name: for three days, 20 pounds. An age is. */
function isDuration(tokens: readonly Token[], at: number): boolean {
  const [number, unit, next] = tokens.slice(at, at + 3).map((token) => token.text);
  return (
    at > 0 &&
    unit !== undefined &&
    (/^x?\d+$/.test(number) || ORDINALS.has(number) || MORE_NUMBERS.has(number)) &&
    UNITS.has(unit) &&
    !OF_AN_AGE.has(next ?? '') &&
    !OF_AN_AGE.has(tokens[at - 1].text)
  );
}

const MORE_NUMBERS = new Set(['six', 'seven', 'eight', 'nine', 'ten', 'couple', 'several', 'few']);

/** Of two names for one disease, both of which are said, the vaguer may be left out: otitis externa, swimmer's ear. */
function vaguer(thing: Said, all: readonly Said[]): Said {
  const code = firstCode(thing);
  if (!code || !/9$/.test(code.slice(3))) return thing;
  const another = all.some((other, at) => {
    const theirs = firstCode(other) ?? '';
    return theirs.slice(0, 3) === code.slice(0, 3) && theirs !== code && (!/9$/.test(theirs) || at > all.indexOf(thing));
  });
  return another ? { ...thing, optional: true } : thing;
}

function firstCode({ ways }: Said): string | undefined {
  return ways.find(({ codes }) => codes.length > 0)?.codes[0];
}

/** A word that says nothing of a disease, or a part of the body that a phrase has named. */
function saysNothing(word: string, next: string | undefined, named: ReadonlySet<string>): boolean {
  return (
    DROPPED.has(word) ||
    (word === 'a' && next !== undefined) ||
    (word === 'secondary' && next === 'to') ||
    (isBodyPart(singular(word)) && named.has(singular(word)))
  );
}

const FAMILY_NAMES = 'fh|fhx|fmh|fmhx|famhx';
const RELATIVES = 'mom|mother|mum|dad|father|sister|brother|sibling|parents?|grandma|grandmother|grandfather|grandpa|aunt|uncle';
const FAMILY = new RegExp(
  `^(?:(?:fam|family) (?:hx|history|h/o)|(?:hx|history) (?:fam|family)|${FAMILY_NAMES})(?: of)? ` +
    `|^(?:my )?(?:${RELATIVES}) (?:had|has|with|w|died (?:of|from)) ` +
    `| (?:(?:fam|family) (?:hx|history)|(?:hx|history) (?:in )?(?:fam|family)|fh|fhx|fmhx|famhx|runs in (?:the |my )?family)$`,
);
const PAST = /^(?:(?:past|personal|prior) )?(?:hx|h\/o|history)(?: of)? | (?:hx|history|cured)$/;

/** `colon cancer history` and `family hx colon cancer` as the list of phrases has them: `history of colon cancer`. */
function putHistoryFirst(words: readonly string[], known: Synonyms): { words: readonly string[]; past?: Past } {
  const text = words.join(' ');
  for (const [marker, name, past] of [
    [FAMILY, 'family history of', 'family'],
    [PAST, 'history of', 'personal'],
  ] as const) {
    if (!marker.test(text)) continue;
    const turned = [
      ...name.split(' '),
      ...text
        .replace(marker, '')
        .split(' ')
        .filter((word) => word !== ''),
    ];
    const isKnown = phraseOf(known, turned) !== undefined || known.loose(looseForm(turned)) !== undefined;
    return { words: isKnown ? turned : words, past };
  }
  return { words };
}

/** What was typed, word by word, with its other spellings: numbers as words, Roman numerals, rescued words. */
function literalWay(tokens: readonly Token[], at: number, length: number, counted: boolean, known: Synonyms): Way[] {
  const words = tokens
    .slice(at, at + length)
    .map((token) => token.text)
    .filter((word, _, all) => all.length === 1 || !DROPPED.has(word));
  const ways: Way[] = [{ words, quality: 1, codes: [], literal: true }];
  if (length > 1) return ways;
  const { text, nearby, meanings } = tokens[at];
  const roman = digitOfRoman(text, tokens[at - 1]?.text ?? '');
  if (roman) ways.push({ words: [roman], quality: 1, codes: [], literal: true });
  const ordinal = counted || text.length > 1 ? COUNTED.get(roman ?? text) : undefined;
  if (ordinal) ways.push({ words: [ordinal], quality: 1, codes: [], literal: true });
  const number = ORDINALS.get(text);
  if (number && !counted) ways.push({ words: [number], quality: 0.9, codes: [], literal: true });
  for (const meaning of meanings ?? []) ways.push(...meantWays(meaning, known));
  for (const near of nearby) ways.push({ words: [near.word], quality: 0.97 - near.distance * 0.08, codes: [], literal: false });
  return ways;
}

/** A word that titles say otherwise, or that stands in phrases only: blurry is what begins `blurry vision`. */
function otherWays(word: string, { known, has, begins }: Lexicon): Way[] {
  const common = commonWord(word);
  if (common && !has(word)) return [{ words: [common], quality: COMMON_QUALITY, codes: [], literal: false }];
  if (word.length < LEAST_TO_COMPLETE || !known.hasWord(word) || has(word) || begins(word, 1)) return [];
  const meanings = known.begun(`${word} `)?.meanings ?? [];
  return meanings.map((meaning) => ({ words: meaning.words, quality: PHRASE_QUALITY, codes: [], literal: false }));
}

const COMMON_QUALITY = 0.9;
const PHRASE_QUALITY = 0.6;

const AFTER = new Set(['after', 'following', 'post', 's/p']);

/** After mastectomy is postmastectomy in many a title. */
function afterWay(tokens: readonly Token[], at: number, lexicon: Lexicon): Way[] {
  const word = `post${tokens[at].text}`;
  return at > 0 && AFTER.has(tokens[at - 1].text) && lexicon.has(word) ? [{ words: [word], quality: 1, codes: [], literal: false }] : [];
}

/** A spelling so far off is less likely meant than another form of a word. */
const FAR = 2;
/** A longer word is no abbreviation. */
const LONGEST_ABBREVIATION = 7;

/** Parts what belongs apart (`type2`, `lowback`) and looks for what may have been meant by words in no title. */
function splitTokens(words: readonly string[], lexicon: Lexicon): Token[] {
  const { known } = lexicon;
  return words.flatMap((word): Token[] => {
    const plain = { text: word, nearby: [] };
    if (known.phrase(singular(word)) || lexicon.has(word)) return [plain];
    if (SIDES.has(word) || VISITS.has(word) || DROPPED.has(word) || commonWord(word)) return [plain];
    const meanings = word.length <= LONGEST_ABBREVIATION ? lexicon.meaningsOf(word) : [];
    if (meanings.length > 0) return [{ ...plain, meanings: meanings.map((meaning) => queryWords(meaning)) }];
    if (known.hasWord(word) || known.hasWord(singular(word)) || known.isBegun(word)) return [plain];
    const parts = /^([a-z]+)(\d+[a-z]?)$|^(\d+)([a-z]{2,})$/.exec(word);
    if (parts) {
      const pair = [parts[1] ?? parts[3], parts[2] ?? parts[4]];
      if (!COUNTED.has(word)) return pair.map((part) => ({ text: part, nearby: [] }));
      return [plain];
    }
    if (lexicon.begins(word, word.length < 4 ? 1 : 4)) return [plain];
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const [one, other] = [word.slice(0, cut), word.slice(cut)];
      if (
        (lexicon.has(one) || known.hasWord(one) || SIDES.has(one)) &&
        (lexicon.has(other) || known.hasWord(other)) &&
        one.length + other.length > 7
      ) {
        return [
          { text: one, nearby: [] },
          { text: other, nearby: [] },
        ];
      }
    }
    const nearby = lexicon.near(word);
    if ((nearby[0]?.distance ?? FAR) >= FAR && otherForms(word, known).length > 0) return [plain];
    const sure = nearby.length > 0 && !lexicon.begins(word, 1) ? nearby[0].word : word;
    return [{ text: sure, nearby: nearby.filter((near) => near.word !== sure) }];
  });
}
