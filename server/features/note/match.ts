// Finds the code for things said together, and tells which of them its title really says.
import type { CodeEntry } from '../../../codesets/code-set';
import { keyOf } from '../../../codesets/rows';
import { isBodyPart, widerRegions } from '../../../codesets/search/body';
import { FILLERS, singular } from '../../../codesets/search/phrase-words';
import { wordWeight } from '../../../codesets/search/weights';
import { stemOf, wordsOf } from '../../../codesets/words';
import { editionsBegun } from '../editions';
import type { NoteWord } from '../../terms/note-sentences';
import { PLAIN, type Title, isKin, otherSideIn, sayingOf, titleOf, wayIn } from './titles';
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
/** Letters of a code that name its category. */
const CATEGORY = 3;
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

/** How well a title says the things; undefined where it says no condition among them, the other side, or another disease. */
function judge(
  entry: CodeEntry,
  units: readonly Unit[],
): { readonly covered: readonly Unit[]; readonly points: number; readonly unsaid: number; readonly widened: boolean } | undefined {
  const title = titleOf(entry);
  const cover = coverageOf(entry, title, units);
  if (!cover) return undefined;
  const { covered, meant, widened } = cover;
  const remainder = remainderOf(entry, title, cover);
  const { unsaid } = remainder;
  if (!meant && isAnotherDisease(entry, title, units, cover, remainder)) return undefined;
  const away = isElsewhere(entry, units, cover, unsaid) ? POINTS.elsewhere : 0;
  return { covered, points: cover.points - away - (meant ? POINTS.unsaidMeant : POINTS.unsaid) * unsaid, unsaid, widened };
}

/** What a title says of the things. */
interface Coverage {
  readonly covered: readonly Unit[];
  readonly points: number;
  /** One of the things means this very code. */
  readonly meant: boolean;
  /** One of the things means a code that differs from this one in its last sign only. */
  readonly kin: boolean;
  /** A part of the body is said by the region that holds it. */
  readonly widened: boolean;
  /** Stems of the words of the title that were said. */
  readonly said: ReadonlySet<string>;
}

/** Undefined where no condition is among what the title says, or it says the other side. */
function coverageOf(entry: CodeEntry, title: Title, units: readonly Unit[]): Coverage | undefined {
  const covered: Unit[] = [];
  const said = new Set<string>();
  const key = keyOf(entry.code);
  let points = 0,
    condition = false,
    meant = false,
    widened = false,
    kin = false;
  for (const unit of units) {
    const close = sayingOf(unit, entry, title);
    const way = close ?? (unit.wider && wayIn(unit.wider, title));
    if (!way) {
      const isLookedFor = isScreening(unit) && units.some((other) => isCodable(other) && other.words[0].start > unit.words[0].start);
      if (isLookedFor || (unit.side && otherSideIn(unit.side, title.words))) return undefined;
      points -= isCodable(unit) ? 1 : 0.3;
      continue;
    }
    const worth = isCodable(unit) ? POINTS.condition : POINTS[unit.kind as 'part' | 'side' | 'detail'];
    covered.push(unit);
    condition ||= isCodable(unit);
    points += close ? worth : worth * POINTS.wider;
    widened ||= !close;
    kin ||= unit.codes.some((code) => isKin(code, key));
    if (unit.codes.includes(key)) {
      points += POINTS.meant;
      meant = true;
    }
    for (const word of way) said.add(stemOf(word));
  }
  return condition ? { covered, points, meant, kin, widened, said } : undefined;
}

/** How many words of a title were said, and how much of it was not. */
interface Remainder {
  readonly told: number;
  readonly unsaid: number;
}

function remainderOf(entry: CodeEntry, title: Title, { covered, said }: Coverage): Remainder {
  let unsaid = 0,
    told = 0;
  // A part that has no title of its own is one of the other parts.
  const among = covered.some(({ kind, words }) => kind === 'part' && !words.some((word) => title.stems.has(stemOf(singular(word.low)))));
  const implied = [...IMPLIED].flatMap(([word, others]) => (said.has(stemOf(word)) ? [...others] : []));
  for (const [word, stem] of title.stemOf) {
    if (said.has(stem)) told += SIDE_WORDS.has(word) ? 0 : 1;
    else if (!OF_A_SIDE.has(word) && !implied.includes(word) && !(among && PLAIN.has(word)))
      unsaid += wordWeight(word) * (title.special.has(word) || word === 'recurrent' ? POINTS.unsaidSpecial : 1);
  }
  if (among && /\bunspecified (part|site|region)/i.test(entry.title)) unsaid += 2;
  return { told, unsaid };
}

/** Is a code that none of the things means one of another disease, for all that its title says? */
function isAnotherDisease(
  { code }: CodeEntry,
  title: Title,
  units: readonly Unit[],
  { covered, kin, said }: Coverage,
  { told, unsaid }: Remainder,
): boolean {
  if (isOfAnotherPart(covered, title)) return true;
  // Another part of the body is another disease.
  const lacksPart = units.some((unit) => unit.kind === 'part' && !covered.includes(unit));
  const hasOther = () => title.words.some((word) => isBodyPart(singular(word)) && !said.has(stemOf(word)));
  if (lacksPart && /^([CMST]|L97)/.test(code) && hasOther()) return true;
  // A wound or a fracture of nowhere is none.
  if (/^(S|T(?!3[6-9]|4|50))/.test(code) && covered.every((unit) => unit.words.length === 1 && unit.kind !== 'part')) return true;
  // Where a cancer has spread has to be said, and that something is what a stroke has left.
  if (/^C7[789]/.test(code) && unsaid >= 1) return true;
  if (code.startsWith('I69') && !said.has(stemOf('following'))) return true;
  // A title that says much more than the note is another disease.
  return !kin && unsaid > POINTS.fewUnsaid + told;
}

/** Are the words known to mean a disease of another category, and does the title say too much or too little for this one? */
function isElsewhere({ code }: CodeEntry, units: readonly Unit[], { covered }: Coverage, unsaid: number): boolean {
  const known = covered.filter(isCodable).flatMap((unit) => unit.codes);
  if (known.length === 0 || known.some((one) => one.slice(0, CATEGORY) === code.slice(0, CATEGORY))) return false;
  const isNarrowed = covered.some((unit) => unit.kind === 'detail');
  return (unsaid >= 2 && !isNarrowed) || units.some((unit) => unit.kind === 'part' && !covered.includes(unit));
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
