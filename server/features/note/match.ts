// Finds the code for things said together, and tells which of them its title really says.
import type { CodeEntry } from '../../../codesets/code-set';
import { keyOf } from '../../../codesets/rows';
import { isBodyPart, widerRegions } from '../../../codesets/search/body';
import { editDistance } from '../../../codesets/search/rescue';
import { FILLERS, singular } from '../../../codesets/search/phrase-words';
import { wordWeight } from '../../../codesets/search/weights';
import { digitOfRoman, stemOf, wordsOf } from '../../../codesets/words';
import { editionsBegun } from '../editions';
import type { NoteWord } from '../../terms/note-sentences';
import type { Side } from './side';
import type { Unit } from './units';
import type { Codes } from '../world';

/** A code and the things said that led to it. */
export interface Match {
  readonly entry: CodeEntry;
  readonly units: readonly Unit[];
  /** How much its title says that was not said. */
  readonly unsaid: number;
}

const LIMIT = 8;
const MOST_KEPT = 1000;
/** Points: for a thing that the title says; against a word of it that was not said, another disease, a place further down the list. */
const POINTS = {
  condition: 4,
  part: 2,
  side: 2,
  detail: 1.5,
  meant: 1.2,
  unsaid: 0.45,
  unsaidMeant: 0.3,
  unsaidSpecial: 3,
  fewUnsaid: 0.5,
  elsewhere: 3,
  place: 0.25,
  wider: 0.6,
} as const;
const LONG_WORD = 6;
const BEGINNING = 5;
/** Words of this weight make a title a special case; these only say that it is not the plain one. */
const SPECIAL = 1.5;
const PLAIN: ReadonlySet<string> = new Set(['other', 'specified']);
/** What goes without saying where another word is said. */
const IMPLIED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['intentional', new Set(['self', 'harm'])],
  ['metatarsal', new Set(['foot', 'bone'])],
  ['metacarpal', new Set(['hand', 'bone'])],
  // So the book has a fracture of which no more is said.
  ['fracture', new Set(['displaced'])],
]);
/** What a title says beside a side of the body, and nobody else does. */
const SIDE_WORDS: ReadonlySet<string> = new Set(['right', 'left', 'bilateral']);
const OF_A_SIDE: ReadonlySet<string> = new Set(['affecting', 'side', 'sided', 'dominant', 'nondominant']);

const answers = new WeakMap<Codes, Map<string, readonly CodeEntry[]>>();

/** Search that remembers: notes say the same again and again, whatever the day. An answer holds until another edition begins. */
export function searchDiagnoses(query: string, date: string, codes: Codes): readonly CodeEntry[] {
  let known = answers.get(codes);
  if (!known) answers.set(codes, (known = new Map()));
  const key = `${editionsBegun('icd-10-cm', date, codes)} ${query.toLowerCase()}`;
  let found = known.get(key);
  if (!found) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, (found = codes.search(query, { sets: ['icd-10-cm'], date, limit: LIMIT }).filter((one) => one.billable)));
  }
  return found.filter((one) => inForce(one, date));
}

function inForce({ from, to }: CodeEntry, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** An active billable code, or undefined. */
export function activeCode(code: string, date: string, codes: Codes): CodeEntry | undefined {
  const found = codes.find('icd-10-cm', code, date);
  return found.status === 'active' && found.entry.billable ? found.entry : undefined;
}

/** Does the title of a match say this thing as well? */
export function alsoSays({ entry }: Match, unit: Unit): boolean {
  return sayingOf(unit, entry, titleOf(entry)) !== undefined;
}

/** The code that says most of the things, at least one condition among them. */
export function bestMatch(units: readonly Unit[], date: string, codes: Codes): Match | undefined {
  if (!units.some(isCodable)) return undefined;
  if (units.length === 1 && units[0].codes.length > 0) {
    const entry = activeCode(units[0].codes[0], date, codes);
    if (entry) return { entry, units, unsaid: 0 };
  }
  let best: { readonly match: Match; readonly points: number; readonly widened: boolean } | undefined;
  const look = (asked: readonly Unit[]): void => {
    searchDiagnoses(asked.map((unit) => unit.said).join(' '), date, codes).forEach((entry, place) => {
      const judged = judge(entry, units);
      if (!judged) return;
      const { covered, unsaid, widened } = judged;
      const points = judged.points - place * POINTS.place;
      // The part itself is better than the region that holds it: buttock rather than lower limb.
      const nearer =
        best !== undefined && widened !== best.widened && covered.some((unit) => unit.wider) && best.match.units.some((unit) => unit.wider);
      if (!best || (nearer ? best.widened : points > best.points)) best = { match: { entry, units: covered, unsaid }, points, widened };
    });
  };
  look(units);
  // Details may lead the search astray: once more for the condition and its place alone, and with one of them.
  const main = units.filter((unit) => unit.kind !== 'detail');
  const lacking = units.filter((unit) => !best?.match.units.includes(unit));
  if (main.length < units.length && lacking.length > 0) {
    if (lacking.some((unit) => unit.kind !== 'detail')) look(main);
    const detail = lacking.find((unit) => unit.kind === 'detail');
    if (detail && units.length - main.length > 1) look([detail, ...main]);
  }
  // Where the rest says nothing more, the one thing said means what it means alone.
  const [only, ...others] = best?.match.units ?? [];
  const isAlone = only && others.length === 0 && only.kind === 'condition' && only.codes.length > 0;
  const alone = isAlone ? activeCode(only.codes[0], date, codes) : undefined;
  return alone ? { entry: alone, units: [only], unsaid: 0 } : best?.match;
}

const MOST_ASKED = 10;

/** The code of the same disease that says more of the words than the one found, as the search knows it: in full remission. */
export function refined(match: Match, words: readonly NoteWord[], date: string, codes: Codes): Match {
  const used = new Set(match.units.flatMap((unit) => unit.words));
  const asked = words.filter((word) => /^[a-z]/.test(word.low) && !FILLERS.has(word.low)).slice(0, MOST_ASKED);
  const left = asked.filter((word) => !used.has(word)).flatMap((word) => wordsOf(word.low).filter((one) => wordWeight(one) > 0));
  if (left.length === 0) return match;
  const said = new Set(asked.flatMap((word) => wordsOf(word.low)).map(stemOf));
  const tells = (entry: CodeEntry) => {
    const title = titleOf(entry);
    const unsaid = title.words.filter((word) => wordWeight(word) > 0 && !said.has(stemOf(word)));
    const isSpecial = unsaid.some((word) => title.special.has(word));
    return { more: left.filter((word) => title.stems.has(stemOf(word))).length, unsaid: unsaid.length, isSpecial };
  };
  const now = tells(match.entry);
  const category = (entry: CodeEntry) => keyOf(entry.code).slice(0, CATEGORY);
  const other = searchDiagnoses(asked.map((word) => word.raw).join(' '), date, codes).find((entry) => {
    const { more, unsaid, isSpecial } = tells(entry);
    const keeps = match.units.every((unit) => isCodable(unit) || unit.kind === 'part' || alsoSays({ ...match, entry }, unit));
    return keeps && category(entry) === category(match.entry) && more - now.more > Math.max(0, unsaid - now.unsaid) && !isSpecial;
  });
  return other ? { ...match, entry: other } : match;
}

/** The word that says that something is looked for where nothing is known of it. */
export function isScreening(unit: Unit): boolean {
  return /^screen/i.test(unit.said);
}

export function isCodable(unit: Unit): boolean {
  return unit.kind === 'condition' || unit.kind === 'procedure';
}

/** How well a title says the things; undefined where it says no condition among them, or the other side. */
function judge(
  entry: CodeEntry,
  units: readonly Unit[],
): { readonly covered: readonly Unit[]; readonly points: number; readonly unsaid: number; readonly widened: boolean } | undefined {
  const title = titleOf(entry);
  const covered: Unit[] = [];
  let points = 0,
    condition = false,
    meant = false,
    widened = false,
    kin = false;
  const said = new Set<string>();
  for (const unit of units) {
    const close = sayingOf(unit, entry, title);
    const way = close ?? (unit.wider && wayIn(unit.wider, title));
    const worth = unit.kind === 'condition' || unit.kind === 'procedure' ? POINTS.condition : POINTS[unit.kind];
    if (!way) {
      if (
        (isScreening(unit) && units.some((other) => isCodable(other) && other.words[0].start > unit.words[0].start)) ||
        (unit.side && otherSideIn(unit.side, title.words))
      )
        return undefined;
      points -= isCodable(unit) ? 1 : 0.3;
      continue;
    }
    covered.push(unit);
    condition ||= isCodable(unit);
    points += close ? worth : worth * POINTS.wider;
    widened ||= !close;
    kin ||= unit.codes.some((code) => isKin(code, keyOf(entry.code)));
    if (unit.codes.some((code) => keyOf(entry.code) === code)) {
      points += POINTS.meant;
      meant = true;
    }
    for (const word of way) said.add(stemOf(word));
  }
  if (!condition) return undefined;
  let unsaid = 0,
    told = 0;
  const among = covered.some(({ kind, words }) => kind === 'part' && !words.some((word) => title.stems.has(stemOf(singular(word.low)))));
  const implied = [...IMPLIED].flatMap(([word, others]) => (said.has(stemOf(word)) ? [...others] : []));
  for (const [word, stem] of title.stemOf) {
    if (said.has(stem)) told += SIDE_WORDS.has(word) ? 0 : 1;
    else if (!OF_A_SIDE.has(word) && !implied.includes(word) && !(among && PLAIN.has(word)))
      unsaid += wordWeight(word) * (title.special.has(word) || word === 'recurrent' ? POINTS.unsaidSpecial : 1);
  }
  if (!meant && isOfAnotherPart(covered, title)) return undefined;
  // Another part of the body is another disease.
  const elsewherePart = units.some((unit) => unit.kind === 'part' && !covered.includes(unit));
  if (
    !meant &&
    elsewherePart &&
    /^([CMST]|L97)/.test(entry.code) &&
    title.words.some((word) => isBodyPart(singular(word)) && !said.has(stemOf(word)))
  )
    return undefined;
  // A part that has no title of its own is one of the other parts.
  if (among && /\bunspecified (part|site|region)/i.test(entry.title)) unsaid += 2;
  // A wound or a fracture of nowhere is none.
  if (!meant && /^(S|T(?!3[6-9]|4|50))/.test(entry.code) && covered.every((unit) => unit.words.length === 1 && unit.kind !== 'part'))
    return undefined;
  // Where a cancer has spread has to be said, and that something is what a stroke has left.
  if (!meant && /^C7[789]/.test(entry.code) && unsaid >= 1) return undefined;
  if (!meant && entry.code.startsWith('I69') && !said.has(stemOf('following'))) return undefined;
  // A title that says much more than the note is another disease.
  if (!meant && !kin && unsaid > POINTS.fewUnsaid + told) return undefined;
  // The words are known to mean another disease.
  const known = covered.filter(isCodable).flatMap((unit) => unit.codes);
  const narrowed = covered.some((unit) => unit.kind === 'detail');
  const elsewhere =
    known.length > 0 && unsaid >= 2 && !narrowed && !known.some((code) => code.slice(0, CATEGORY) === entry.code.slice(0, CATEGORY));
  const misplaced =
    known.length > 0 &&
    !known.some((code) => code.slice(0, CATEGORY) === entry.code.slice(0, CATEGORY)) &&
    units.some((unit) => unit.kind === 'part' && !covered.includes(unit));
  if (elsewhere || misplaced) points -= POINTS.elsewhere;
  return { covered, points: points - (meant ? POINTS.unsaidMeant : POINTS.unsaid) * unsaid, unsaid, widened };
}

/** Does a name have a part of the body in it, and the title other parts only? A foot ulcer is none of the thigh. */
function isOfAnotherPart(covered: readonly Unit[], { words }: Title): boolean {
  const own = covered
    .filter(isCodable)
    .flatMap((unit) => unit.words.map(({ low }) => singular(low)))
    .filter(isBodyPart);
  if (own.length === 0) return false;
  const near = new Set([...own, ...own.flatMap((part) => widerRegions(part))]);
  const told = words.map(singular).filter(isBodyPart);
  return told.length > 0 && !told.some((part) => near.has(part) || widerRegions(part).some((region) => own.includes(region)));
}

interface Title {
  /** Without what the title says is not there. */
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly stemOf: ReadonlyMap<string, string>;
  /** What makes it a case of its own: parts of the body, what it comes with. */
  readonly special: ReadonlySet<string>;
  /** The whole of it in small letters. */
  readonly whole: string;
}

/** By what is printed: every search gives entries of its own. */
const titles = new Map<string, Title>();
const MOST_TITLES = 3000;

function titleOf(entry: CodeEntry): Title {
  let title = titles.get(entry.title);
  if (!title) {
    if (titles.size >= MOST_TITLES) titles.clear();
    const words = wordsOf(entry.title.replace(/\b(?:without|not|except) (?:(?! (?:with|without|of|in|on|due)\b)[^,;])*/gi, ' '));
    const comesWith = new Set(wordsOf(/\bwith\b(.*)/i.exec(entry.title)?.[1] ?? ''));
    const special = new Set(
      words.filter((word) => (wordWeight(word) >= SPECIAL && !PLAIN.has(word)) || isBodyPart(singular(word)) || comesWith.has(word)),
    );
    const stems = new Map(words.map((word) => [word, stemOf(word)]));
    titles.set(entry.title, (title = { words, special, stemOf: stems, stems: new Set(stems.values()), whole: entry.title.toLowerCase() }));
  }
  return title;
}

/** The way in which a title says a thing: the words of it, or none where only the code is meant by it. */
function sayingOf(unit: Unit, entry: CodeEntry, title: Title): readonly string[] | undefined {
  const denied = unit.ways.find((way) => way[0] === 'without' && denies(title.whole, way.slice(1)));
  const way =
    denied ??
    wayIn(
      unit.ways.filter((one) => one[0] !== 'without'),
      title,
    );
  if (way) return way;
  const key = keyOf(entry.code);
  return unit.codes.some((code) => code === key || isKin(code, key)) ? title.words : undefined;
}

/** Do two codes differ in their last sign only, such as the side? */
function isKin(code: string, key: string): boolean {
  return code.length > FAMILY && code.length === key.length && !/^[RZ]/.test(code) && code.slice(0, -1) === key.slice(0, code.length - 1);
}

/** Of some ways the one that a title has and that says most: forearm laceration, rather than laceration. */
function wayIn(ways: readonly (readonly string[])[], title: Title): readonly string[] | undefined {
  let best: { readonly way: readonly string[]; readonly needed: number } | undefined;
  for (const way of ways) {
    const needed = neededWords(way);
    if (needed.length > (best?.needed ?? 0) && needed.every(({ word, stem }) => says(title, word, stem)))
      best = { way, needed: needed.length };
  }
  return best?.way.flatMap((word) => wordsOf(word));
}

const FAMILY = 4;
const CATEGORY = 3;
const EMPTY: ReadonlySet<string> = new Set(['with', 'and', 'due', 'by', 'for', 'type', 'unspecified']);

/** Does a title say that it is without this? */
function denies(whole: string, words: readonly string[]): boolean {
  return [...whole.matchAll(/\bwithout\b[^,;]*/g)].some(([part]) => words.every((word) => part.includes(word)));
}

interface Needed {
  readonly word: string;
  readonly stem: string;
}

const neededCache = new WeakMap<readonly string[], readonly Needed[]>();

/** The words of a way that a title must have, digits for Roman numerals. */
function neededWords(way: readonly string[]): readonly Needed[] {
  let needed = neededCache.get(way);
  if (!needed) {
    const words = way.flatMap((word) => wordsOf(word)).filter((word) => !FILLERS.has(word) && !EMPTY.has(word));
    needed = words.map((written, i) => {
      const word = digitOfRoman(written, words[i - 1] ?? '') ?? written;
      return { word, stem: stemOf(word) };
    });
    neededCache.set(way, needed);
  }
  return needed;
}

function says({ words, stems }: Title, word: string, stem: string): boolean {
  if (stems.has(stem) || words.includes(word)) return true;
  if (/\d/.test(word)) return words.some((one) => digitOfRoman(one, 'stage') === word);
  if (word.length < BEGINNING) return false;
  const stump = stem.length >= LONG_WORD ? stem.slice(0, LONG_WORD) : undefined;
  return words.some(
    (one) =>
      one.startsWith(word) ||
      (stump !== undefined && one.startsWith(stump)) ||
      (word.length >= LONG_WORD && one.length >= LONG_WORD && Math.abs(one.length - word.length) < 2 && editDistance(word, one, 1) <= 1),
  );
}

function otherSideIn(side: Side, words: readonly string[]): boolean {
  return side === 'right'
    ? words.includes('left') && !words.includes('right')
    : side === 'left'
      ? words.includes('right') && !words.includes('left')
      : false;
}
