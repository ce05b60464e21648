// Reads one sentence of a note: the codes for what it names, and what it names without there being a code for it.
import type { Span } from '../../syntax/tree';
import type { NoteWord } from '../../terms/note-sentences';
import type { Statement } from '../../terms/read-note';
import { comingWith, jointMatch, lackingFrom, tailOf, withShared } from './lists';
import { mechanismIn } from './mechanism';
import { exposureCode, screeningCode } from './history';
import { type Match, activeCode, alsoSays, bestMatch, isCodable, isScreening, refined } from './match';
import { addNamed, allergiesIn } from './named';
import { withNamesWhole } from './names';
import type { Place, Read } from './place';
import { type NotedParts, matchWith, onSides, withBorrowed } from './sides';
import { siblingByDominance } from './siblings';
import { settle } from './standing';
import { namedUnit } from './things';
import { type Unit, placed, unitsOf } from './units';
import type { Codes } from '../world';

/** A note, and the day for which it is read. */
export interface NoteText {
  readonly text: string;
  readonly noted: NotedParts;
  readonly date: string;
  readonly codes: Codes;
}

/** `part`: the selected words; only what they say counts. */
export function readSentence(sentence: readonly Statement[], part: Span, note: NoteText): Read {
  const { text } = note;
  const read: Read = { found: [], left: [] };
  const statements = withNamesWhole(sentence);
  const inPart = (word: NoteWord) => part.start === part.end || (word.start < part.end && word.end > part.start);
  const said = withShared(
    statements,
    statements.map((one) => withoutNormal(one, unitsOf(one, text)).filter((unit) => unit.words.some(inPart))),
  );
  const last = statements[statements.length - 1].end;
  const around =
    text.slice(Math.max(0, statements[0].start - BEFORE), last) + (/^[^.;\n]{0,30}/.exec(text.slice(last, last + BEFORE))?.[0] ?? '');
  const place: Place = { ...note, said, followed: FOLLOWED.test(around) };
  const allergies = allergiesIn(statements);
  /** Statements that only say what another one is without. */
  const told = new Set<number>();
  for (let at = 0; at < statements.length; at += 1) {
    const statement = statements[at];
    if (told.has(at)) continue;
    // What two neighbours say may be one code: nausea and vomiting.
    const joined = jointMatch(statements, at, place);
    if (joined) {
      read.found.push(...settle([joined, ...alsoNeeded(joined, [...said[at], ...said[at + 1]], place)], statement, place, read));
      at += 1;
      continue;
    }
    addNamed(statement, allergies[at], place, read);
    const tail = tailOf(statements, at, said);
    const units = placed([...titleOf(statements, at, said), ...said[at], ...tail]);
    const lacking = lackingFrom(statements, at, said);
    const behind = statements
      .slice(at + 1)
      .filter((one) => tail.some(({ words: [word] }) => word.start >= one.start && word.end <= one.end));
    const words = [statement, ...behind].flatMap((one) => one.words);
    const found = matchesOf(units, at, place, ['current', 'listed'].includes(statement.standing));
    const mechanism = mechanismIn(statement, units, place);
    if (mechanism) read.found.push(...settle([mechanism], statement, place, read));
    const matches = found.map((one) => {
      const match = found.length === 1 && units.filter(isCodable).length === 1 ? refined(one, words, place.date, place.codes) : one;
      if (!SAYS_WITHOUT.test(match.entry.title)) return match;
      return lacking.reduce((best, one) => {
        const better = alsoSays(best, one.unit) ? best : matchWith(best, [one.unit], [...best.units, one.unit], place);
        if (better) told.add(one.at);
        return better ?? best;
      }, match);
    });
    // Retinopathy, moderate, with macular edema; ulcerative colitis with bleeding, pancolitis.
    const come = matches.map((match) =>
      comingWith(match, statements, at, place).reduce((best, one) => {
        const better = matchWith(best, said[one], said[one].filter(isCodable), place);
        if (better) told.add(one);
        return better ?? best;
      }, match),
    );
    // What an allergy does is said with it, and is not there now: penicillin (hives).
    const settled = allergies[at] ? come.filter((match) => OF_ALLERGY.test(match.entry.code)) : come;
    read.found.push(...settle(settled, statement, place, read));
  }
  return read;
}

const BEFORE = 40;
const FOLLOWED =
  /\b(follow[- ]?up|f\/u|recheck|re-check|healing|subsequent|healed|cast (?:check|change|removal|removed)|removal of (?:cast|sutures|staples)|suture removal)\b/i;
const SAYS_WITHOUT = /\b(with|without|not)\b/i;
const OF_ALLERGY = /^(Z|J30|L23|H10)/;
const NORMAL: ReadonlySet<string> = new Set(
  'clear normal unremarkable wnl intact nontender soft supple ctab ctabl rrr nl benign well good fine'.split(' '),
);

/** A part that was found to be normal says nothing, neither of itself nor of its neighbours: lungs clear. */
function withoutNormal({ words }: Statement, units: readonly Unit[]): readonly Unit[] {
  return !units.some(isCodable) && units.some((unit) => unit.kind === 'part') && words.some((word) => NORMAL.has(word.low)) ? [] : units;
}

/** The part of the body that stands as a title before what was done to it: right knee: s/p TKA. */
function titleOf(statements: readonly Statement[], at: number, said: readonly (readonly Unit[])[]): readonly Unit[] {
  const before = statements[at].standing === 'personal' ? (said[at - 1] ?? []) : [];
  return before.every((unit) => unit.kind === 'part' || unit.side) ? before : [];
}

/** The codes for the things said in one statement, each thing once. `borrows`: a side may stand elsewhere in the sentence. */
function matchesOf(units: readonly Unit[], at: number, place: Place, borrows: boolean): Match[] {
  const { date, codes } = place;
  const matches: Match[] = [];
  let rest = withPlacesNamed(units, place);
  while (rest.some(isCodable)) {
    const match = bestMatch(rest, date, codes) ?? (rest.some(isScreening) ? screeningMatch : aloneMatch)(rest, date, codes);
    if (!match) break;
    const better = exposureOf(match, rest, place) ?? (borrows ? withBorrowed(match, rest, at, place) : match);
    matches.push(...woundOf(better, rest, place));
    matches.push(...onSides(encounterOf(byDominance(better, units, place), place), rest, place));
    matches.push(...alsoNeeded(better, rest, place));
    rest = rest.filter((unit) => !match.units.includes(unit) || !isCodable(unit));
    if (!match.units.some(isCodable)) break;
  }
  return matches;
}

/** A complaint and its place as the name that both have, where the codes know no other way: pain … left ribs, rib pain. */
function withPlacesNamed(units: readonly Unit[], { date, codes }: Place): readonly Unit[] {
  const parts = units.filter((unit) => unit.kind === 'part'),
    conditions = units.filter(isCodable);
  const [part, condition] = [parts[0], conditions[0]];
  if (parts.length !== 1 || conditions.length !== 1 || condition.words.length > 1 || part.words.length > 1) return units;
  if (!condition.codes.every((code) => code.startsWith('R'))) return units;
  const name = namedUnit([...part.words, ...condition.words]);
  if (!name || bestMatch(units, date, codes)?.units.includes(part)) return units;
  return units.flatMap((unit) => (unit === condition ? [name] : unit === part ? [] : [unit]));
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

/** What is only looked for is not there: the code for looking for it. */
function screeningMatch(units: readonly Unit[], date: string, codes: Codes): Match | undefined {
  const match = bestMatch(
    units.filter((unit) => !isScreening(unit)),
    date,
    codes,
  );
  const entry = match && activeCode(screeningCode(match.entry.code) ?? '', date, codes);
  return entry && { ...match, entry, units: [...units.filter(isScreening), ...match.units] };
}

const MET: ReadonlySet<string> = new Set(['exposure', 'exposed', 'contact']);

/** An infection that somebody was only exposed to. */
function exposureOf(match: Match, units: readonly Unit[], { date, codes }: Place): Match | undefined {
  const met = units.find((unit) => MET.has(unit.said.toLowerCase()));
  const entry = met && !match.units.includes(met) ? activeCode(exposureCode(match.entry.code) ?? '', date, codes) : undefined;
  return met && entry && { ...match, entry, units: [...match.units, met] };
}

function byDominance(match: Match, units: readonly Unit[], { date, codes }: Place): Match {
  return units.some((unit) => /dominant/i.test(unit.said)) ? match : { ...match, entry: siblingByDominance(match.entry, date, codes) };
}

/** The code of a later encounter where the sentence speaks of one. */
function encounterOf(match: Match, { followed, date, codes }: Place): Match {
  if (!followed || !/^[ST].*A$/.test(match.entry.code)) return match;
  const entry = activeCode(match.entry.code.replace(/A$/, 'D'), date, codes);
  return entry ? { ...match, entry } : match;
}

const TAKES_ANOTHER: readonly (readonly [code: RegExp, other: RegExp])[] = [
  [/^N40\.1/, /^R3[0-9]/],
  [/^(D63\.1|I12|I13|E(08|09|10|11|13)\.22)/, /^N18/],
  [/^(I11|I13)/, /^I50/],
  [/^J44\.0/, /^J(1[2-8]|20|22)/],
  [/^E(08|09|10|11|13)\.62[12]/, /^L97/],
  [/^E(08|09|10|11|13)\.43/, /^K31\.84/],
];

/** What the book wants beside a code for two conditions: the stage of the kidney disease, the kind of heart failure. */
function alsoNeeded(match: Match, units: readonly Unit[], place: Place): Match[] {
  const { text, date, codes } = place;
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
    return found && needed.test(found.entry.code) && found.units.length > 1 ? onSides(found, details, place) : [];
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
