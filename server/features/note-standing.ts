// What becomes of a code by how the note says it: coded, left out with the reason, or turned into a history.
import type { CodeEntry } from '../../codesets/code-set';
import type { Statement } from '../terms/read-note';
import { familyCode, isEvent, isLasting, personalCode } from './note-history';
import { type Match, activeCode } from './note-match';
import { type Found, type Group, type Read, wordsOf } from './note-sentence';
import type { Codes } from './world';

/** Where a statement stands. */
export interface NotePlace {
  readonly text: string;
  readonly date: string;
  readonly codes: Codes;
}

const BEFORE = 40;
const PLANNED = new RegExp(
  '\\b(pre-?op(erative)?|clearance|scheduled|planned|planning|plans?|candidate|awaiting|consider(ing)?|needs|discuss(ed)?|referral|' +
    'refer(red)?|recommend(ed)?|prior to|upcoming|before)\\b[^.;\\n]*$',
  'i',
);

/** Behind the name of what happened once: 2012, in 2019, 3 months ago. */
const LONG_AGO =
  /^\s*\(?(?:in |back in |from |of )?(?:(?:0?\d|1[0-2])\/)?(?:19|20)\d\d\b|^\s*\(?(?:about )?(?:\d+|several|many|a few) (?:months?|mos?|years?|yrs?) ago\b/i;

const NOT_TODAY = /\b(on|after|s\/p|finished|completed|during|prior|since|post|started?)\s+(?:\w+\s)?$/i;

function wordsEnd(match: Match): number {
  return Math.max(...wordsOf(match).map((word) => word.end));
}

/** What becomes of the codes of a statement by how it stands. */
export function settle(matches: readonly Match[], statement: Statement, place: NotePlace, read: Read): Found[] {
  const cue = statement.cue ? `“${statement.cue}”` : 'the heading';
  return matches.flatMap((match): Found[] => {
    const { entry } = match;
    const order = Math.min(...wordsOf(match).map((word) => word.start));
    const found = (one: CodeEntry, group: Group, why = ''): Found[] => [{ entry: one, group, order, words: wordsOf(match), why }];
    const leave = (why: string): Found[] => {
      read.left.push({ match, why });
      return [];
    };
    const isPast = /^Z(8[5-9]|9)/.test(entry.code);
    // An operation that is still to come leaves nothing behind.
    const isOperation = isPast && !match.units.some((unit) => unit.kind === 'condition');
    if (isOperation && statement.standing === 'current' && PLANNED.test(place.text.slice(Math.max(0, order - BEFORE), order))) return [];
    // Treatment that goes on or is over is not what this visit is for.
    if (/^Z51\.[01]/.test(entry.code) && NOT_TODAY.test(place.text.slice(Math.max(0, order - BEFORE), order))) return [];
    const standing =
      (statement.standing === 'current' || statement.standing === 'listed') &&
      isEvent(entry.code) &&
      LONG_AGO.test(place.text.slice(wordsEnd(match), wordsEnd(match) + BEFORE))
        ? 'personal'
        : statement.standing;
    switch (standing) {
      case 'current':
      case 'listed':
        return match.units.every((unit) => unit.kind !== 'condition') && !isPast
          ? []
          : found(
              entry,
              groupOf(entry, statement),
              statement.standing === 'listed' && !isPast ? 'from the past history: code it if it was looked after or matters here' : '',
            );
      case 'denied':
        return leave(`denied: ${cue}`);
      case 'uncertain':
        // Of two symptoms one is there: syncope vs seizure.
        if (/^v(s|ersus)$/i.test(statement.cue) && /^R(4[0-2]|5[56])/.test(entry.code))
          return found(entry, 'symptom', `not certain which: ${cue}`);
        return leave(`not certain: ${cue}; outside of a hospital stay the symptom is coded instead`);
      case 'resolved':
        return leave(`no longer there: ${cue}`);
      case 'advice':
        return leave(`not said of the patient: ${cue}`);
      case 'personal': {
        if (/^[V-Y]/.test(entry.code)) return found(entry, 'cause');
        if (isPast) return found(entry, 'personal');
        if (isLasting(entry.code)) return found(entry, 'listed', `said as history (${cue}), but it lasts: code it if it is still there`);
        const past = billable(personalCode(entry.code), place);
        return past ? found(past, 'personal', 'past: its history is coded') : leave(`past: ${cue}; no code for its history was found`);
      }
      case 'family': {
        const past = billable(familyCode(entry.code), place);
        return past ? found(past, 'family', 'of the family') : leave(`of the family: ${cue}`);
      }
    }
  });
}

/** A code, or the least special one below it. */
function billable(code: string | undefined, { date, codes }: NotePlace): CodeEntry | undefined {
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
