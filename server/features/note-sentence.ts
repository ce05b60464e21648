// Reads one sentence of a note: the codes for what it names, and what it names without there being a code for it.
import type { CodeEntry } from '../../codesets/code-set';
import { isBodyPart } from '../../codesets/search/body';
import { singular } from '../../codesets/search/phrase-words';
import type { Span } from '../syntax/tree';
import type { NoteWord, Statement } from '../terms/read-note';
import { allergyCode, bodyMassCode, medicineCode } from './note-history';
import { type Match, activeCode, bestMatch, isCodable } from './note-match';
import { withNamesWhole } from './note-names';
import { type NotePlace, groupOf, settle } from './note-standing';
import { type Unit, unitsOf } from './note-units';
import type { Codes } from './world';

/** In the order in which they are listed: what is treated now, its symptoms, its cause, known conditions, what was, what is taken, the family. */
export const GROUPS = ['current', 'symptom', 'cause', 'listed', 'personal', 'medicine', 'family'] as const;
export type Group = (typeof GROUPS)[number];

/** A code and what led to it, on the way. */
export interface Found {
  readonly entry: CodeEntry;
  readonly group: Group;
  readonly order: number;
  readonly words: readonly NoteWord[];
  readonly why: string;
}

/** What a sentence gives. */
export interface Read {
  readonly found: Found[];
  readonly left: { readonly match: Match; readonly why: string }[];
}

interface Place extends NotePlace {
  /** The sentence speaks of an injury that is being followed. */
  readonly followed: boolean;
  /** All things said in the sentence, statement by statement. */
  readonly said: readonly (readonly Unit[])[];
}

/** `part`: the selected words; only what they say counts. */
export function readSentence(statements: readonly Statement[], text: string, part: Span, date: string, codes: Codes): Read {
  const read: Read = { found: [], left: [] };
  statements = withNamesWhole(statements);
  const inPart = (word: NoteWord) => part.start === part.end || (word.start < part.end && word.end > part.start);
  const said = statements.map((one) => unitsOf(one, text).filter((unit) => unit.words.some(inPart)));
  const last = statements[statements.length - 1].end;
  const around =
    text.slice(Math.max(0, statements[0].start - BEFORE), last) + (/^[^.;\n]{0,30}/.exec(text.slice(last, last + BEFORE))?.[0] ?? '');
  const place: Place = { text, date, codes, said, followed: FOLLOWED.test(around) };
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at];
    // What two neighbours say may be one code: nausea and vomiting, migraine without aura.
    const joined = jointMatch(statements, at, place);
    if (joined) {
      read.found.push(...settle([joined, ...alsoNeeded(joined, [...said[at], ...said[at + 1]], place)], statement, place, read));
      at += 1;
      continue;
    }
    addWritten(statement, place, read);
    addNamedThings(statement, place, read);
    addBodyMass(statement, place, read);
    const units = [...spreadTo(statements, at, said), ...said[at], ...tailOf(statements, at, said)];
    read.found.push(...settle(matchesOf(units, at, place, ['current', 'listed'].includes(statement.standing)), statement, place, read));
  }
  return read;
}

const BEFORE = 40;
const FOLLOWED =
  /\b(follow[- ]?up|f\/u|recheck|re-check|healing|subsequent|healed|cast (?:check|change|removal|removed)|removal of (?:cast|sutures|staples)|suture removal)\b/i;
const JOINTS: ReadonlySet<string> = new Set(['and', '&', '/', 'w/o', 'without', 'not']);
const MOST_JOINED = 4;
const MOST_UNSAID = 1;

/** One code for two neighbouring statements, where each says one condition or the second what the first is without. */
function jointMatch(statements: readonly Statement[], at: number, place: Place): Match | undefined {
  const [first, second] = [statements[at], statements[at + 1] as Statement | undefined];
  const [mine, next] = [place.said[at], place.said[at + 1] as readonly Unit[] | undefined];
  const comesWith = second?.joint === ',' && /^w(ith|\/)$/.test(second.words[0].low);
  if (!second || !next || !(JOINTS.has(second.joint) || comesWith) || mine.filter(isCodable).length !== 1 || next.length === 0)
    return undefined;
  if (second.standing === 'denied' && first.standing !== 'denied') {
    const thing = next.find(isCodable) ?? next[0];
    const lacking: Unit = {
      ...thing,
      said: `without ${thing.said}`,
      ways: thing.ways.map((way) => ['without', ...way]),
      codes: [],
      kind: 'detail',
    };
    const match = bestMatch([...mine, lacking], place.date, place.codes);
    return match?.units.includes(lacking) ? match : undefined;
  }
  if (second.standing !== first.standing || mine.length + next.length > MOST_JOINED || next.filter(isCodable).length !== 1)
    return undefined;
  const conditions = [...mine, ...next].filter(isCodable);
  const match = bestMatch([...mine, ...next], place.date, place.codes);
  return match &&
    conditions.every((unit) => match.units.includes(unit)) &&
    match.unsaid < MOST_UNSAID &&
    new Set(conditions.map((unit) => unit.said)).size > 1
    ? match
    : undefined;
}

/** Where else a cancer has spread: metastatic to bone and brain. */
function spreadTo(statements: readonly Statement[], at: number, said: readonly (readonly Unit[])[]): Unit[] {
  const { joint, standing } = statements[at];
  if (at === 0 || !TOGETHER.has(joint) || said[at].length === 0 || !said[at].every((unit) => unit.kind === 'part')) return [];
  const before = statements[at - 1].standing === standing ? said[at - 1] : [];
  return before.filter((unit) => unit.codes.some((code) => /^C7[789]/.test(code))).slice(-1);
}

const TOGETHER: ReadonlySet<string> = new Set([',', 'and', '&', '/']);

/** What stands behind a comma and only narrows what stands before it: major depression, recurrent, moderate. */
function tailOf(statements: readonly Statement[], at: number, said: readonly (readonly Unit[])[]): Unit[] {
  const tail: Unit[] = [];
  if (!said[at].some(isCodable)) return tail;
  for (let i = at + 1; i < statements.length; i += 1) {
    const { joint, standing } = statements[i];
    if (!TAILS.has(joint) || standing !== statements[at].standing || said[i].some(isCodable)) break;
    tail.push(...said[i]);
  }
  return tail;
}

const TAILS: ReadonlySet<string> = new Set([',', '(', '-', '–', '—', ':']);

/** The codes for the things said in one statement, each thing once. `borrows`: a side may stand elsewhere in the sentence. */
function matchesOf(units: readonly Unit[], at: number, place: Place, borrows: boolean): Match[] {
  const { date, codes } = place;
  const matches: Match[] = [];
  let rest = units;
  while (rest.some(isCodable)) {
    const match = bestMatch(rest, date, codes) ?? aloneMatch(rest, date, codes);
    if (!match) break;
    const better = borrows ? withBorrowed(match, rest, at, place) : match;
    matches.push(...woundOf(better, rest, place));
    matches.push(...bothSides(encounterOf(better, place), rest, place));
    matches.push(...alsoNeeded(better, rest, place));
    rest = rest.filter((unit) => !match.units.includes(unit) || !isCodable(unit));
    if (!match.units.some(isCodable)) break;
  }
  return matches;
}

/** The wound of a bite, whose code says only what bit. */
function woundOf(match: Match, units: readonly Unit[], { date, codes }: Place): Match[] {
  const bite = /^W5[0-9]/.test(match.entry.code) ? match.units.find((unit) => /\bbit/i.test(unit.said)) : undefined;
  const places = units.filter((unit) => unit.kind === 'part' || unit.kind === 'side');
  if (!bite || places.length === 0) return [];
  const name = match.entry.code.startsWith('W57') ? 'insect bite' : 'open bite';
  const wound = bestMatch([{ ...bite, said: name, ways: [name.split(' ')], codes: [], kind: 'condition' }, ...places], date, codes);
  return wound ? [wound] : [];
}

/** The first condition that has a code where together they have none. */
function aloneMatch(units: readonly Unit[], date: string, codes: Codes): Match | undefined {
  for (const unit of units.filter(isCodable)) {
    const match = units.length > 1 ? bestMatch([unit], date, codes) : undefined;
    if (match) return match;
  }
  return undefined;
}

/** A side and a joint that stand elsewhere in the sentence: `Right knee: OA`. */
function withBorrowed(match: Match, units: readonly Unit[], at: number, place: Place): Match {
  if (!/unspecified/i.test(match.entry.title)) return match;
  const own =
    units.some((unit) => unit.kind === 'part') || match.units.some((unit) => unit.words.some((word) => isBodyPart(singular(word.low))));
  const others = place.said.flatMap((said, i) => (i === at ? [] : [said]));
  const parts = [
    ...new Map(
      others
        .flat()
        .filter((unit) => unit.kind === 'part')
        .map((unit) => [unit.said.toLowerCase(), unit]),
    ).values(),
  ];
  // The side of another part of the body is not lent.
  const free = others.filter(
    (said) => !said.some((unit) => unit.words.some((word) => isBodyPart(singular(word.low)))) || (!own && parts.length === 1),
  );
  const sides = [
    ...new Map(
      free
        .flat()
        .filter((unit) => unit.side)
        .map((unit) => [unit.side, unit]),
    ).values(),
  ];
  const extra = [...(sides.length === 1 && !units.some((unit) => unit.side) ? sides : []), ...(parts.length === 1 && !own ? parts : [])];
  const lent =
    extra.length > 0
      ? matchWith(
          match,
          extra,
          extra.filter((unit) => !unit.side || parts.length > 0),
          place,
        )
      : undefined;
  if (lent || units.some((unit) => unit.side)) return lent ?? match;
  // A part with its side, where the title names that part as well: plantar fasciitis left foot, heel spur.
  for (const said of others) {
    const part = said.find((unit) => unit.kind === 'part') ?? said.find((unit) => unit.kind === 'condition');
    const side = said.find((unit) => unit.side);
    const region = part && partOf(part);
    const found = side && region ? matchWith(match, [side, region], [side, region], place) : undefined;
    if (found) return found;
  }
  return match;
}

/** The part of the body that a unit names, also inside of a phrase: of shoulder pain the shoulder. */
function partOf(unit: Unit): Unit | undefined {
  if (unit.kind === 'part') return unit;
  const word = unit.words.find((one) => isBodyPart(singular(one.low)));
  return word && { words: [word], said: word.low, ways: [[singular(word.low)]], codes: [], kind: 'part' };
}

/** The match with more things said, if it keeps its conditions, says some of what was added and all that it must. */
function matchWith(match: Match, added: readonly Unit[], must: readonly Unit[], { date, codes }: Place): Match | undefined {
  const better = bestMatch([...match.units, ...added], date, codes);
  const keeps =
    better &&
    match.units.filter(isCodable).every((unit) => better.units.includes(unit)) &&
    added.some((unit) => better.units.includes(unit)) &&
    must.every((unit) => better.units.includes(unit));
  return keeps ? better : undefined;
}

/** The code of a later encounter where the sentence speaks of one. */
function encounterOf(match: Match, { followed, date, codes }: Place): Match {
  if (!followed || !/^[ST].*A$/.test(match.entry.code)) return match;
  const entry = activeCode(match.entry.code.replace(/A$/, 'D'), date, codes);
  return entry ? { ...match, entry } : match;
}

/** Both sides, where the book has no code for both. */
function bothSides(match: Match, units: readonly Unit[], { date, codes }: Place): Match[] {
  const both = units.find((unit) => unit.side === 'bilateral');
  if (!both || match.units.includes(both) || !/\b(unspecified|right|left)\b/i.test(match.entry.title)) return [match];
  const rest = match.units;
  const sides = (['right', 'left'] as const).flatMap((side): Match[] => {
    const one: Unit = { ...both, side, said: side, ways: [[side]] };
    const found = bestMatch([...rest, one], date, codes);
    return found?.units.includes(one) ? [found] : [];
  });
  return sides.length === 2 ? sides : [match];
}

const TAKES_ANOTHER: readonly (readonly [code: RegExp, other: RegExp])[] = [
  [/^N40\.1/, /^R3[0-9]/],
  [/^(D63\.1|I12|I13|E(08|09|10|11|13)\.22)/, /^N18/],
  [/^(I11|I13)/, /^I50/],
  [/^E(08|09|10|11|13)\.62[12]/, /^L97/],
  [/^E(08|09|10|11|13)\.43/, /^K31\.84/],
];

/** What the book wants beside a code for two conditions: the stage of the kidney disease, the kind of heart failure. */
function alsoNeeded(match: Match, units: readonly Unit[], { text, date, codes }: Place): Match[] {
  const needed = TAKES_ANOTHER.find(([code]) => code.test(match.entry.code))?.[1];
  if (!needed) return [];
  const details = units.filter((unit) => !isCodable(unit));
  if (/^E\d\d\.621/.test(match.entry.code)) {
    const ulcer: Unit = {
      words: match.units.flatMap((unit) => unit.words),
      said: 'foot ulcer',
      ways: [['non', 'pressure', 'chronic', 'ulcer']],
      codes: ['L97509'],
      kind: 'condition',
    };
    const found = details.length > 0 ? bestMatch([ulcer, ...details], date, codes) : undefined;
    return found && needed.test(found.entry.code) && found.units.length > 1 ? [found] : [];
  }
  // Also inside of a phrase: anemia in CKD.
  const parts = match.units
    .filter(isCodable)
    .flatMap((unit) => [unit, ...(unit.words.length > 1 ? unit.words.flatMap((word) => unitsOf({ words: [word] }, text)) : [])]);
  return parts
    .filter(isCodable)
    .flatMap((unit): Match[] => {
      const found = bestMatch([unit, ...details], date, codes) ?? bestMatch([unit], date, codes);
      return found && needed.test(found.entry.code) ? [found] : [];
    })
    .slice(0, 1);
}

/** A code that is written out. */
function addWritten(statement: Statement, place: Place, read: Read): void {
  for (const word of statement.words) {
    if (!/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/i.test(word.raw)) continue;
    const entry = activeCode(word.raw, place.date, place.codes);
    if (entry && statement.standing !== 'denied')
      read.found.push({ entry, group: groupOf(entry, statement), order: word.start, words: [word], why: '' });
  }
}

/** Medicines that are taken for long, and what is not tolerated. */
function addNamedThings(statement: Statement, { text, date, codes }: Place, read: Read): void {
  const now = ['current', 'listed'].includes(statement.standing);
  const isAllergy =
    statement.heading?.part === 'allergies' ||
    /\ballerg(?:y|ies|ic to)\b[^.;]{0,30}$/i.test(text.slice(Math.max(0, statement.start - BEFORE), statement.end));
  for (const word of statement.words) {
    // What was is one thing, what is taken since is another: hx of PE, on warfarin.
    const before = text.slice(Math.max(0, word.start - BEFORE), word.start);
    if (!now && !STILL_TAKEN.test(before)) continue;
    const isTaken = takes(statement, text) || (word.low === 'insulin' && !/^ pump/i.test(text.slice(word.end)));
    const code = isAllergy ? allergyCode(word.low) : isTaken ? medicineCode(word.low) : undefined;
    const isCourse = code !== undefined && SHORT_COURSES.test(code) && JUST_BEGUN.test(before);
    const entry = code === undefined || isCourse ? undefined : activeCode(code, date, codes);
    if (entry)
      read.found.push({
        entry,
        group: isAllergy ? 'personal' : 'medicine',
        order: word.start,
        words: [word],
        why: isAllergy ? '' : 'if it is taken for long',
      });
  }
}

/** Steroids, antibiotics and pain relievers that are begun today are rather taken for days; insulin is not. */
const SHORT_COURSES = /^Z79\.(1$|2$|52)/;
const JUST_BEGUN = /\b(?:start(?:ed|ing)?|begin|began|begun|initiated?|prescribed|given|gave)\s+(?:on\s+|an?\s+)?$/i;
const STILL_TAKEN = /[,;]\s*(?:now |currently |still )?on\s+(?:\w+ and )?$/i;

/** The code of a body mass index, which stands beside a diagnosis of weight. */
function addBodyMass(statement: Statement, { date, codes }: Place, read: Read): void {
  const at = statement.words.findIndex((word) => word.low === 'bmi');
  const number = at < 0 ? undefined : statement.words.slice(at + 1, at + 4).find((word) => /^\d\d(\.\d+)?$/.test(word.raw));
  const entry = number && activeCode(bodyMassCode(Math.floor(Number(number.raw))), date, codes);
  if (entry)
    read.found.push({
      entry,
      group: 'personal',
      order: number.start,
      words: [statement.words[at], number],
      why: 'of an adult, beside a diagnosis of weight',
    });
}

/** Does the text say that a medicine is taken, rather than that it was given once? */
function takes({ heading, start, end }: Statement, text: string): boolean {
  if (heading?.part === 'medicines') return true;
  return /\b(on|takes?|taking|uses?|using|continues?|continued|daily|bid|qd|chronic|long[- ]term|maintained|with)\b/i.test(
    text.slice(Math.max(0, start - BEFORE / 2), end + BEFORE / 2),
  );
}

/** The words that led to a code, in order. */
export function wordsOf(match: Match): NoteWord[] {
  return match.units.flatMap((unit) => unit.words).sort((a, b) => a.start - b.start);
}
