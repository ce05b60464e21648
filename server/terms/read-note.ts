// Reads a note as statements: the names of conditions that it may hold, each with how it stands (denied, past, uncertain …).
import type { Span } from '../syntax/tree';
import { type CueEffect, type Heading, type Standing, cueAt, headingOf } from './note-cues';
import { type NoteWord, sentencesOf } from './note-sentences';

/** A stretch of words that names something, between commas, `and`, verbs and the like. */
export interface Statement extends Span {
  readonly words: readonly NoteWord[];
  readonly standing: Standing;
  /** The words that say so: `denies`. Empty where a heading says so, or nothing does. */
  readonly cue: string;
  readonly heading?: Heading;
  /** The number of its sentence. */
  readonly sentence: number;
  /** What parts it from the statement before it in the same sentence: `,` `and` `without` …; empty at the beginning. */
  readonly joint: string;
}

/** All statements of a note, in its order. Total on any text, in one pass. */
export function readNote(text: string): Statement[] {
  const statements: Statement[] = [];
  let heading: Heading | undefined, fromLineAbove: Heading | undefined;
  let number = 0;
  for (const sentence of sentencesOf(text)) {
    if (sentence.newLine) heading = fromLineAbove;
    if (sentence.newPart) heading = fromLineAbove = undefined;
    let words = sentence.words;
    const title = titleOf(words);
    if (title) {
      heading = title.heading;
      words = words.slice(title.length);
      fromLineAbove = words.length === 0 ? heading : undefined;
    }
    if (words.length === 0) continue;
    number += 1;
    statements.push(...statementsOf(words, heading, number));
  }
  return statements;
}

/** The sentence that holds a place: from the first of its statements' words to the last. Undefined between sentences. */
export function sentenceAt(statements: readonly Statement[], offset: number): readonly Statement[] {
  const inside = statements.findLast((one) => one.start <= offset);
  const next = statements.find((one) => one.end >= offset);
  const numbers = new Set([inside, next].filter((one) => one !== undefined).map((one) => one.sentence));
  const near = [...numbers].map((number) => statements.filter((one) => one.sentence === number));
  const distance = (all: readonly Statement[]) => Math.max(all[0].start - offset, offset - all[all.length - 1].end, 0);
  const best = near.sort((a, b) => distance(a) - distance(b))[0];
  return best && distance(best) <= NEAR ? best : [];
}

/** A cursor so near to a sentence, behind its full stop say, still means it. */
const NEAR = 12;

/** `PMH:` or `Right knee:` in front of a sentence; only the former is a heading. */
function titleOf(words: readonly NoteWord[]): { readonly heading: Heading; readonly length: number } | undefined {
  const colon = words.slice(0, MOST_TITLE + 1).findIndex((word) => word.raw === ':');
  if (colon < 1) return undefined;
  const name = words
    .slice(0, colon)
    .map((word) => word.raw)
    .join(' ');
  const heading = headingOf(name.replace(/ ([/&]) /g, '$1')) ?? headingOf(name);
  return heading && { heading, length: colon + 1 };
}

const MOST_TITLE = 5;
const SEPARATORS: ReadonlySet<string> = new Set([',', 'and', '&', '/', 'or', 'plus', '(', ')', ':', '-', '–', '—', 'also', 'then']);
/** What is uncertain, or what something is without, ends at the comma unless the list ends with `or`. */
const SHORT_SCOPES: ReadonlySet<Standing> = new Set(['uncertain', 'advice']);
/** These open a list. */
const LISTS: ReadonlySet<string> = new Set(['ddx', 'differential', 'r/o', 'rule', 'evaluate', 'eval', 'workup']);
const SHORT_CUES: ReadonlySet<string> = new Set(['without', 'w/o', 'not', 's/p', 'status']);

interface Draft {
  readonly words: NoteWord[];
  joint: string;
  standing: Standing | undefined;
  cue: string;
}

/** Parts a sentence at commas and cues, and tells how each part stands. */
function statementsOf(words: readonly NoteWord[], heading: Heading | undefined, sentence: number): Statement[] {
  const low = words.map((word) => word.low);
  const drafts: Draft[] = [];
  let standing: Standing | undefined,
    cue = '',
    joint = '';
  let open: Draft | undefined;
  /** Where the standing in force may no longer pass a comma. */
  let commas = 0;
  const begin = (why: string) => {
    open = undefined;
    joint = why;
  };
  for (let at = 0; at < words.length; ) {
    const found = isPartOfName(low, at) ? undefined : cueAt(low, at);
    const effects = !found ? [] : tellsHowLong(low, at) ? [END] : chosenEffects(found.effects, found.length, low, at, open !== undefined);
    if (found && effects.length > 0) {
      const said = words
        .slice(at, at + found.length)
        .map((word) => word.raw)
        .join(' ');
      for (const effect of effects) {
        if (effect.kind === 'backward') {
          standBack(drafts, effect.standing, said);
          begin(said);
        } else if (effect.kind === 'forward') {
          // What a relative is denied to have stays denied.
          standing = standing === 'denied' && effect.standing !== 'denied' && !open ? 'denied' : effect.standing;
          if (standing === effect.standing) cue = said;
          commas = commasOf(low, at + found.length, low[at], effect.standing);
          begin(said.toLowerCase());
        } else if (effect.kind === 'end') {
          [standing, cue] = [undefined, ''];
          begin('');
        } else begin(effect.kind === 'gap' ? said.toLowerCase() : '');
      }
      at += found.length;
      continue;
    }
    const word = words[at];
    at += 1;
    if (standing && isHereAfterAll(word.low, standing, cue.toLowerCase(), open !== undefined)) {
      [standing, cue] = [undefined, ''];
      begin('');
      continue;
    }
    if (SEPARATORS.has(word.low)) {
      if (standing && open && [',', ')', ':', '–', '—', '-'].includes(word.low) && commas-- <= 0) [standing, cue] = [undefined, ''];
      // `pain, and swelling`: the word says more than the comma.
      joint = open || joint === '' || joint === ',' ? word.low : joint;
      open = undefined;
      continue;
    }
    if (!open) drafts.push((open = { words: [], joint: drafts.length === 0 ? '' : joint, standing, cue }));
    open.words.push(word);
  }
  return drafts.map(
    (draft): Statement => ({
      words: draft.words,
      start: draft.words[0].start,
      end: draft.words[draft.words.length - 1].end,
      joint: draft.joint,
      standing: draft.standing ?? heading?.standing ?? 'current',
      cue: draft.cue,
      ...(heading && { heading }),
      sentence,
    }),
  );
}

/** Does a word end the standing in force, since what stands behind it is there? */
function isHereAfterAll(word: string, standing: Standing, cue: string, open: boolean): boolean {
  // What something came with is there now: s/p fall with hip pain.
  if (AFTERWARDS.has(cue) && WITH.has(word)) return true;
  if (!open) return false;
  // What caused it is there, whatever is not: no nail damage from a knife.
  if (standing === 'denied' && word === 'from') return true;
  return (standing === 'advice' || (standing === 'denied' && SHORT_CUES.has(cue))) && CAUSED.has(word);
}

const CAUSED: ReadonlySet<string> = new Set(['due', '2/2', 'd/t', 'secondary', 'because', 'given']);
const AFTERWARDS: ReadonlySet<string> = new Set(['s/p', 'status post', 'status-post']);
const WITH: ReadonlySet<string> = new Set(['with', 'w/']);

const END: CueEffect = { kind: 'end' };

/** A history of days or years says since when something is there: 2 day hx of cough. */
function tellsHowLong(low: readonly string[], at: number): boolean {
  return (
    /^(h\/o|hx|history)$/.test(low[at]) &&
    /^(hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?)$/.test(low[at - 1] ?? '') &&
    low[at - 2] !== 'pack'
  );
}

/** Some cues are part of a name behind another word: what the visit is for (medication refill), a glaucoma suspect. */
function isPartOfName(low: readonly string[], at: number): boolean {
  const before = low[at - 1] ?? '';
  return (
    (/^refills?$/.test(low[at]) && /^(med|meds|medications?|prescriptions?|rx)$/.test(before)) ||
    (low[at] === 'suspect' && before === 'glaucoma') ||
    (low[at] === 'quit' && (!/^[:,-]$/.test(before) || /^(smok|drink|tobacco|alcohol)/.test(low[at + 1] ?? ''))) ||
    (/^(negative|positive|neg|pos)$/.test(low[at]) &&
      ((before === 'test' && low[at - 2] === 'pregnancy') || /^(hcg|upt)$/.test(before) || low[at + 1] === 'pregnancy'))
  );
}

/** Some cues depend on where they stand: `flu negative` looks back, `negative for flu` ahead. */
function chosenEffects(
  effects: readonly CueEffect[],
  length: number,
  low: readonly string[],
  at: number,
  open: boolean,
): readonly CueEffect[] {
  const behind = low[at + length];
  const last = behind === undefined || SEPARATORS.has(behind);
  // An answer to what stands before it: wheezing: denies; fever - no.
  if (last && !open && ANSWERED.has(low[at - 1]) && effects.some((one) => one.kind === 'forward' && one.standing === 'denied'))
    return [{ kind: 'backward', standing: 'denied' }];
  if (last && open && low[at] === 'no') return [{ kind: 'backward', standing: 'denied' }];
  const backwards = effects.filter((one) => one.kind === 'backward'),
    forwards = effects.filter((one) => one.kind === 'forward');
  if (backwards.length > 0 && forwards.length > 0) {
    const both = low[at] === 'vs' || low[at] === 'versus';
    return both ? effects : open && (last || low[at] === '?') ? backwards : last ? [] : forwards;
  }
  if (backwards.length > 0) return open || last || VERDICTS.has(low[at]) ? backwards : [];
  return effects;
}

const ANSWERED: ReadonlySet<string | undefined> = new Set([':', '-', '–', '—', '=']);

/** These say of what stands before them that it is over, also behind a comma. */
const VERDICTS: ReadonlySet<string> = new Set(['resolved', 'cured', 'quit']);

/** A standing told behind the words: that of the nearest part, and of those joined to it by `or` or a slash. */
function standBack(drafts: readonly Draft[], standing: Standing, cue: string): void {
  for (let i = drafts.length - 1; i >= 0; i -= 1) {
    const draft = drafts[i];
    if (draft.standing !== standing) [draft.standing, draft.cue] = [standing, cue];
    if (!['or', '/', 'and', '&'].includes(draft.joint)) return;
  }
}

/** What begins a clause of its own leaves the list before it whole: denies chills, or nausea but has cough. */
const OPENS_ANOTHER: ReadonlySet<string> = new Set(['but', 'however', 'although', 'though', 'except', 'yet', 'which', 'who', 'because']);

/** Is this the word that begins the last part of a list of what is not there? */
function closes(word: string): boolean {
  return word === 'or' || word === 'nor';
}

const SEEN_ON: ReadonlySet<string> = new Set(['on', 'by', 'per', 'at']);
const EXAMS =
  /^(ultrasound|us|exam|examination|ct|mri|x-ray|xray|x|imaging|biopsy|labs?|echo|ekg|ecg|scan|rest|today|palpation|film|films)$/;

/**
 * How many commas a standing passes. A list that is denied or past goes on to its end; where a part of it says something of
 * its own (a verb, how long), it has ended before. A short one ends at the comma unless the list ends with `or`.
 */
function commasOf(low: readonly string[], from: number, cue: string, standing: Standing): number {
  const short = (SHORT_SCOPES.has(standing) && !LISTS.has(cue)) || SHORT_CUES.has(cue);
  // What was looked at for it ends what was not found: no torsion on ultrasound, epididymitis.
  const comma = low.indexOf(',', from);
  const isExam = (word: string, i: number): boolean => SEEN_ON.has(word) && EXAMS.test(low[from + i + 1] ?? '');
  if (comma > 0 && low.slice(from, comma).some(isExam)) return 0;
  let commas = 0,
    since = from;
  for (let at = from; at < low.length; at += 1) {
    if (low[at] === ',') {
      commas += 1;
      since = at + 1;
    }
    const effect = at >= since ? cueAt(low, at) : undefined;
    if (effect?.effects.some((one) => one.kind === 'end' || one.kind === 'forward'))
      return short ? 0 : closes(low[since]) || OPENS_ANOTHER.has(low[at]) ? commas : Math.max(0, commas - 1);
    if (
      /^(x|for|present|noted|worsening|persistent|given|updated|administered|improving|stable|x\d+|\d+(d|w|mo|days?|weeks?))$/.test(
        low[at],
      ) &&
      commas > 0
    )
      return short ? 0 : commas - 1;
    if (short && (low[at] === 'or' || low[at] === '/' || (low[at] === 'and' && standing === 'advice'))) return commas;
  }
  return short ? 0 : commas;
}
