// What becomes of a code by how the note says it: coded, left out with the reason, or turned into a history.
import type { CodeEntry } from '../../../codesets/code-set';
import type { Statement } from '../../terms/read-note';
import { familyCode, isEvent, isLasting, isPassing, personalCode } from './history';
import { type Match, activeCode } from './match';
import { sideOf } from './side';
import { siblingOnSide } from './siblings';
import { type Found, type Group, type Place, type Read, wordsOf } from './place';
import { isCauseBefore } from './cause';

const BEFORE = 40;
const PLANNED = new RegExp(
  '\\b(pre-?op(erative)?|clearance|scheduled|planned|planning|plans?|candidate|awaiting|consider(ing)?|needs|discuss(ed)?|referral|' +
    'refer(red)?|recommend(ed)?|prior to|upcoming|before)\\b[^.;\\n]*$',
  'i',
);

const PLANNED_BEHIND = /^\s+(?:is |was )?(?:scheduled|planned|pending|recommended|next)\b/i;

function isPlanned(text: string, start: number, end: number): boolean {
  return PLANNED.test(text.slice(Math.max(0, start - BEFORE), start)) || PLANNED_BEHIND.test(text.slice(end, end + BEFORE));
}

/** Behind the name of what happened once: 2012, in 2019, 3 months ago. */
const LONG_AGO =
  /^,?\s*\(?(?:(?:removed|excised|resected|treated|diagnosed|dx) )?(?:in |back in |from |of )?(?:(?:0?\d|1[0-2])\/)?(?:19|20)\d\d\b|^\s*\(?(?:about )?(?:\d+|several|many|a few) (?:months?|mos?|years?|yrs?) ago\b/i;

const NOT_TODAY = /\b(on|from|after|s\/p|finished|completed|during|prior|since|post|started?)\s+(?:\w+\s)?$/i;

function isTreatmentOfAnotherDay(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return NOT_TODAY.test(before) || isCauseBefore(before) || isOfAnotherDay(text, start, end);
}

const VACCINE_AGAINST = /^(A3[3-7]|A80|B0[15-9]|B1[56]|B26|J1[01])/;
const GIVEN =
  /^(?:(?:\s*[,&/]\s*|\s+and\s+)\w+)*\s+(?:vaccines?|shots?|boosters?|immunizations?)?\s*(?:was |were )?(?:given|administered)\s*(?:$|[.,;)\n]|today|in |at |without)|^\s+(?:vaccines?|booster)\b/i;

const OTHER_DAY_BEFORE =
  /\b(last|prior|previous|declin(es?|ed|ing)|refus(es?|ed)|schedul(?:e|ing)|arrang(?:e|ing)|up to date on|utd on|had|awaiting|pending|needs|on|by|via|per)\s+(?:\w+\s){0,2}$/i;
const OTHER_DAY_BEHIND =
  /^\s*(?:(?:is|was|are|were|vaccine|screening|shot|from)\s+)*(?:due|ordered|scheduled|pending|normal|negative|neg|utd|up[- ]to[- ]date|current|declined|refused|reviewed|wnl|last|(?:in |done )?(?:(?:0?\d|1[0-2])\/)?(?:19|20)\d\d|\d+ \w+ ago)\b/i;

/** A cancer of which nothing was found any more. */
function isFree(text: string, start: number): boolean {
  const sentence = /^[^;\n]*?(?:[.;\n](?=\s|$)|$)/.exec(text.slice(start))?.[0] ?? '';
  return /\b(NED|no evidence of (disease|recurren\w+)|no recurrence|(disease|cancer)[- ]free|undetectable)\b/i.test(sentence);
}

const AS_IT_SHOULD = /^\s+(?:is |was )?(?:good|normal|appropriate|adequate|wnl|unremarkable)\b/i;

function isOfAnotherDay(text: string, start: number, end: number): boolean {
  return OTHER_DAY_BEFORE.test(text.slice(Math.max(0, start - BEFORE), start)) || OTHER_DAY_BEHIND.test(text.slice(end, end + BEFORE));
}

/** Words of an operation: what it was done for is no history of its own, a cancer excepted. */
const OPERATION =
  /(ectomy|otomy|ostomy|plasty|pexy|rrhaphy|desis)$|^(i&d|d&c|orif|crif|repair|excision|removal|drainage|surgery|fixation|fusion|reduction|release|resection|ablation|closure|debridement|lithotripsy|mohs|repaired|removed|excised|replaced|extraction)$/;

/** How the reason begins where something is over. */
export const NO_LONGER = 'no longer there';

/** A code that a statement names, with what decides what becomes of it. */
interface Candidate {
  readonly match: Match;
  readonly entry: CodeEntry;
  /** All codes of the statement, this one among them. */
  readonly matches: readonly Match[];
  readonly statement: Statement;
  readonly place: Place;
  /** Where its words begin and end in the note. */
  readonly start: number;
  readonly end: number;
  /** Is it a code of a history itself? */
  readonly isPast: boolean;
  /** Does the statement tell of an operation? */
  readonly isOperatedOn: boolean;
  /** The words that say how the statement stands, as a reason names them. */
  readonly cue: string;
  found(entry: CodeEntry, group: Group, why?: string): Found[];
  leave(why: string): Found[];
}

/** What becomes of the codes of a statement by how it stands. */
export function settle(matches: readonly Match[], statement: Statement, place: Place, read: Read): Found[] {
  const isOperatedOn =
    statement.words.some((word) => OPERATION.test(word.low)) ||
    matches.some((match) => match.units.some((unit) => unit.kind === 'procedure') && !namesCondition(match));
  const cue = statement.cue ? `“${statement.cue}”` : 'the heading';
  return matches.flatMap((match): Found[] => {
    const { entry } = match;
    const words = wordsOf(match);
    const start = Math.min(...words.map((word) => word.start));
    const candidate: Candidate = {
      match,
      entry,
      matches,
      statement,
      place,
      start,
      end: Math.max(...words.map((word) => word.end)),
      isPast: /^Z(8[5-9]|9)/.test(entry.code),
      isOperatedOn,
      cue,
      found: (one, group, why = '') => [{ entry: one, group, order: start, words, why }],
      leave(why) {
        read.left.push({ match, why });
        return [];
      },
    };
    return byWordsAround(candidate) ?? byStanding(candidate);
  });
}

function namesCondition(match: Match): boolean {
  return match.units.some((unit) => unit.kind === 'condition');
}

/** What the words before and behind a code decide, however its statement stands; undefined where they decide nothing. */
function byWordsAround({ match, entry, statement, place, start, end, isPast, found, leave }: Candidate): Found[] | undefined {
  const { text } = place;
  const behind = text.slice(end, end + BEFORE);
  // An operation that is still to come leaves nothing behind.
  if (isPast && !namesCondition(match) && statement.standing === 'current' && isPlanned(text, start, end)) return [];
  // What was operated on years ago: carpal tunnel release 2018.
  const [, operation = '', then = ''] = /^\s+([\w&]+)(.*)/s.exec(behind) ?? [];
  if (isHere(statement) && OPERATION.test(operation.toLowerCase()) && LONG_AGO.test(then)) {
    const past = /^(removed|excised)$/i.test(operation) ? billable(personalCode(entry.code), place) : undefined;
    return past ? found(past, 'personal', 'past: its history is coded') : leave('past: an operation for it');
  }
  // What was found to be as it should: weight gain good.
  if (entry.code.startsWith('R') && AS_IT_SHOULD.test(text.slice(end))) return [];
  // Treatment that goes on or is over is not what this visit is for.
  if (/^Z51\.[01]/.test(entry.code) && isTreatmentOfAnotherDay(text, start, end)) return [];
  // What a vaccine is against: MMR and varicella given.
  if (VACCINE_AGAINST.test(entry.code) && GIVEN.test(behind)) {
    const vaccine = activeCode('Z23', place.date, place.codes);
    return vaccine ? found(vaccine, 'current') : [];
  }
  // A vaccine or a screening of another day, or one that was declined, is none of today.
  if (/^Z(1[123]|23)/.test(entry.code) && isOfAnotherDay(text, start, end)) return [];
  return undefined;
}

/** Is a statement said of today, or listed among what is known of the patient? */
function isHere({ standing }: Statement): boolean {
  return standing === 'current' || standing === 'listed';
}

/** Is what happens once, or passes, over by the words around it, although its statement does not say so? */
function isOver({ entry, place: { text }, start, end }: Candidate): boolean {
  if (!isEvent(entry.code) && !isPassing(entry.code)) return false;
  return LONG_AGO.test(text.slice(end, end + BEFORE)) || (entry.code.startsWith('C') && isFree(text, start));
}

function byStanding(candidate: Candidate): Found[] {
  const { match, entry, statement, place, isPast, cue, found, leave } = candidate;
  switch (isHere(statement) && isOver(candidate) ? 'personal' : statement.standing) {
    case 'current':
    case 'listed': {
      if (!namesCondition(match) && !isPast) return [];
      const isListed = statement.standing === 'listed' && !isPast;
      const why = isListed ? 'from the past history: code it if it was looked after or matters here' : '';
      return found(entry, groupOf(entry, statement), why);
    }
    case 'denied':
      return leave(`denied: ${cue}`);
    case 'uncertain':
      return settleUncertain(candidate);
    case 'resolved': {
      // Who no longer smokes has a history of it.
      // What happens once and is over has one, too: pneumonia last month, now resolved.
      const past = /^F17/.test(entry.code) || isEvent(entry.code) ? billable(personalCode(entry.code), place) : undefined;
      return past ? found(past, 'personal', 'past: its history is coded') : leave(`${NO_LONGER}: ${cue}`);
    }
    case 'advice':
      return entry.code.startsWith('Z71') ? found(entry, 'current') : leave(`not said of the patient: ${cue}`);
    case 'personal':
      return settlePast(candidate);
    case 'family': {
      const past = billable(familyCode(entry.code), place);
      return past ? found(past, 'family', 'of the family') : leave(`of the family: ${cue}`);
    }
  }
}

function settleUncertain({ entry, statement, cue, found, leave }: Candidate): Found[] {
  // Beside what is to be ruled out stands why: r/o PE, cough. What someone worries about is there where it is a complaint.
  const isReason = (/^(r\/o|rule out)/i.test(statement.cue) && statement.joint === ',') || / about$/i.test(statement.cue);
  if (isReason && /^(R(0|1|2|3|5[013])|M25\.5|M79\.6)/.test(entry.code)) return found(entry, 'symptom');
  // Of two symptoms one is there: syncope vs seizure.
  if (/^v(s|ersus)$/i.test(statement.cue) && /^R(4[0-2]|5[56])/.test(entry.code))
    return found(entry, 'symptom', `not certain which: ${cue}`);
  return leave(`not certain: ${cue}; outside of a hospital stay the symptom is coded instead`);
}

/** What the patient has had. */
function settlePast({ match, entry, matches, statement, place, isPast, isOperatedOn, cue, found, leave }: Candidate): Found[] {
  if (/^[V-Y]/.test(entry.code)) return found(entry, 'cause');
  if (isPast) return found(entry, 'personal');
  if (/^S/.test(entry.code) && isOperatedOn && place.followed) return found(entry, 'current');
  if (/^H2[56]/.test(entry.code) && isOperatedOn) {
    const removed = activeCode('Z98.49', place.date, place.codes);
    const side = statement.words.map((word) => sideOf(word, place.text)).find((one) => one !== undefined);
    return removed ? found((side && siblingOnSide(removed, side, place.date, place.codes)) ?? removed, 'personal') : [];
  }
  if (!/^(C|D0|E89)/.test(entry.code) && isOperatedOn) return leave(`past: ${cue}; an operation for it`);
  if (entry.code.startsWith('E89')) return found(entry, 'current');
  // What something lasting comes with is there with it: hx of BPH with nocturia.
  if (entry.code.startsWith('R') && matches.some((one) => one !== match && isLasting(one.entry.code))) return found(entry, 'symptom');
  if (isLasting(entry.code)) return found(entry, 'listed', `said as history (${cue}), but it lasts: code it if it is still there`);
  const past = billable(personalCode(entry.code), place);
  return past ? found(past, 'personal', 'past: its history is coded') : leave(`past: ${cue}; no code for its history was found`);
}

/** A code, or the least special one below it. */
function billable(code: string | undefined, { date, codes }: Place): CodeEntry | undefined {
  if (!code) return undefined;
  const entry = activeCode(code, date, codes);
  if (entry) return entry;
  const below = codes.children('icd-10-cm', code, date);
  return below.find((one) => one.billable && /unspecified/i.test(one.title)) ?? below.find((one) => one.billable);
}

/** The group in which a code is listed. */
export function groupOf(entry: CodeEntry, statement: Statement): Group {
  if (/^[V-Y]/.test(entry.code)) return 'cause';
  if (/^Z(8[5-9]|9)/.test(entry.code)) return 'personal';
  if (statement.standing === 'listed') return 'listed';
  return /^(R|M25\.5|M79\.6)/.test(entry.code) || statement.heading?.part === 'findings' ? 'symptom' : 'current';
}
