// From note to code: the diagnoses that a note names, each with the words that led to it; what is denied, uncertain or past is left out and said.
import type { CodeEntry } from '../../../codesets/code-set';
import type { Span } from '../../syntax/tree';
import { touches } from '../../syntax/tree';
import type { NoteWord } from '../../terms/note-sentences';
import { type Statement, readNote, sentenceAt } from '../../terms/read-note';
import { combine } from './combinations';
import { type Match, activeCode } from './match';
import { withWeeks } from './pregnancy';
import { type Found, GROUPS, type Group, wordsOf } from './place';
import { type NoteText, readSentence } from './sentence';
import { partsIn } from './sides';
import { NO_LONGER } from './standing';
import { withSurveillance } from './surveillance';
import { unitsOf } from './units';
import type { Codes } from '../world';

/** A code that the note speaks for. */
export interface Candidate {
  readonly code: string;
  readonly title: string;
  readonly group: Group;
  /** The words that led to it, as they stand in the note. */
  readonly words: readonly Span[];
  /** The same, to be read: `OA right knee`. */
  readonly because: string;
  /** What is to be known before it is chosen; often empty. */
  readonly why: string;
}

/** Something named that is no reason for a code, and why. */
export interface LeftOut {
  readonly words: readonly Span[];
  readonly because: string;
  /** What it would have been. */
  readonly code: string;
  readonly title: string;
  readonly why: string;
}

export interface FoundCodes {
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
}

const MOST = 40;

/** The codes for a part of a note; for an empty part, those of the sentence around it. Spans are those of the text. */
export function findCodes(text: string, part: Span, date: string, codes: Codes): FoundCodes {
  const { statements: all, noted } = readOf(text);
  const note: NoteText = { text, noted, date, codes };
  const chosen =
    part.start === part.end ? sentenceAt(all, part.start) : all.filter((one) => touches(part, one.start) || touches(one, part.start));
  const found: Found[] = [],
    left: { readonly match: Match; readonly why: string }[] = [];
  for (const sentence of withFragments(sentencesOf(chosen), text)) {
    const read = readSentence(sentence, part, note);
    // What the same sentence says to be over is not there: strain and headaches, headaches have resolved.
    const over = new Set(read.left.flatMap(({ match, why }) => (why.startsWith(NO_LONGER) ? [match.entry.code] : [])));
    found.push(...read.found.filter(({ entry }) => !over.has(entry.code)));
    left.push(...read.left);
  }
  const find = (code: string) => activeCode(code, date, codes);
  const combined = combine(merged(found), find, text);
  const together = withoutCircumstances(withoutVague(withSurveillance(withWeeks(combined, text, date, codes), text, find)));
  const candidates = together
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order)
    .slice(0, MOST)
    .map(
      (one): Candidate => ({ code: one.entry.code, title: one.entry.title, group: one.group, ...spansOf(one.words, text), why: one.why }),
    );
  const given = new Set(candidates.map((one) => one.code));
  const leftOut = left.map(
    ({ match, why }): LeftOut => ({ code: match.entry.code, title: match.entry.title, ...spansOf(wordsOf(match), text), why }),
  );
  return {
    candidates,
    leftOut: leftOut.filter(
      (one, i) => !given.has(one.code) && leftOut.findIndex((other) => other.code === one.code && other.why === one.why) === i,
    ),
  };
}

interface ReadNote {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly noted: NoteText['noted'];
}

let lastRead: ReadNote | undefined;

/** A cursor asks about the same note again and again. */
function readOf(text: string): ReadNote {
  if (lastRead?.text !== text) {
    const statements = readNote(text);
    lastRead = { text, statements, noted: partsIn(statements, text) };
  }
  return lastRead;
}

function sentencesOf(statements: readonly Statement[]): Statement[][] {
  const sentences: Statement[][] = [];
  for (const one of statements) {
    const last = sentences.at(-1);
    if (last && last[0].sentence === one.sentence) last.push(one);
    else sentences.push([one]);
  }
  return sentences;
}

const MOST_OF_A_FRAGMENT = 3;

/** A few words behind a semicolon that only narrow belong to the sentence before them: afib on Eliquis; longstanding persistent. */
function withFragments(sentences: readonly (readonly Statement[])[], text: string): Statement[][] {
  const whole: Statement[][] = [];
  for (const sentence of sentences) {
    const [only, ...others] = sentence;
    const before = whole.at(-1)?.at(-1);
    const follows = before !== undefined && /^\s*;\s*$/.test(text.slice(before.end, only.start));
    const units = follows && others.length === 0 && only.words.length <= MOST_OF_A_FRAGMENT ? unitsOf(only, text) : [];
    const isFragment = units.length > 0 && units.every((unit) => unit.kind === 'detail') && only.standing === before?.standing;
    if (isFragment) whole.at(-1)?.push({ ...only, joint: ',', sentence: before.sentence });
    else whole.push([...sentence]);
  }
  return whole;
}

/** The same code for several words is one candidate. */
function merged(found: readonly Found[]): Found[] {
  const byCode = new Map<string, Found>();
  for (const one of found) {
    const known = byCode.get(one.entry.code);
    const [better, other] = known && GROUPS.indexOf(known.group) <= GROUPS.indexOf(one.group) ? [known, one] : [one, known];
    byCode.set(one.entry.code, other ? { ...better, order: Math.min(better.order, other.order), words: better.words } : better);
  }
  return [...byCode.values()];
}

/** A vague code gives way to a more precise one of the same disease. Two sides and two injuries are two. */
function withoutVague(found: readonly Found[]): Found[] {
  return found.filter(({ entry }) => {
    // The injury that is named is the one that was not: a Colles' fracture, an open bite.
    const side = /\b(right|left)\b/i.exec(entry.title)?.[0] ?? '';
    if (entry.code.startsWith('S') && entry.title.startsWith('Unspecified'))
      return !found.some(
        ({ entry: { code, title } }) =>
          code.slice(0, 5) === entry.code.slice(0, 5) && !title.startsWith('Unspecified') && title.includes(side) && side !== '',
      );
    const vague = vagueness(entry);
    if (vague === 0 || /^(?!Z34)[STZ]/.test(entry.code) || /\b(right|left|bilateral)\b/i.test(entry.title)) return true;
    return !found.some(({ entry: other }) => diseaseOf(other, vague) === diseaseOf(entry, vague) && vagueness(other) < vague);
  });
}

/** Where it happened and what was being done are told of injuries only. */
function withoutCircumstances(found: readonly Found[]): Found[] {
  const has = (code: RegExp) => found.some(({ entry, group }) => code.test(entry.code) && group !== 'family');
  return found.filter(
    ({ entry }) => (!/^Y9[239]/.test(entry.code) || has(/^[ST]/)) && !GIVES_WAY.some(([code, to]) => code.test(entry.code) && has(to)),
  );
}

/** What is looked for or taken away gives way to the condition that was found or is followed; a sign, to what it is the sign of. */
const GIVES_WAY: readonly (readonly [code: RegExp, to: RegExp])[] = [
  [/^Z01\.30$|^R03\.0$/, /^I1[0-6]/],
  [/^Z48\.0/, /^([ST].*D$|L97|L89)/],
  [/^F3[23]/, /^F31/],
  [/^F17\.210$/, /^F17\.2[29]/],
  [/^F1\d\.20$/, /^F1\d\.21$/],
  [/^M54\.5/, /^M54\.[34]/],
  [/^E03\.9$/, /^E89\.0$/],
  [/^Z98\.61$/, /^Z95\.5$/],
  [/^L98\.9$/, /^(C4[34]|D0[34]|D2[23]|L(?!98))/],
  [/^R52$/, /^(?!R52)[GKLMNRST]/],
  [/^R56\.9$/, /^G40/],
  [/^Z33\.1$/, /^O/],
  [/^R73\.9$/, /^E(08|09|10|11|13)/],
  [/^Z79\.4$/, /^E10/],
  [/^Z99\.89$/, /^G47\.3/],
  [/^S09\.90/, /^S06/],
  [/^K52\.9$/, /^A0/],
  [/^Z11\.1$/, /^(A1[5-9]|R76\.1|Z22\.7)/],
  [/^Z12\.31$/, /^C50/],
  [/^Z13\.1$/, /^(E08|E09|E1[013]|R73)/],
  [/^Z13\.220$/, /^E78/],
  [/^Z13\.31$/, /^F(3[2-4]|4[0-3])/],
  [/^Z39\.1$/, /^(P|Z00\.11|Z38)/],
  [/^I77\.0$/, /^N18\.6|^Z99\.2/],
  [/^Z79\.891$/, /^F11/],
  [/^N93\.9$/, /^O(0|2|46)/],
  [/^M79\.60/, /^I83\.8/],
  [/^M79\.67/, /^(L60|M20\.[1-6]|M72\.2|M77\.[35])/],
  [/^S[1-9]9\.9|^S99/, /^S[1-9][0-8]/],
];

/** The category, where a code names no more than it; else, and of complaints, which share one, the kind of disease or complaint. */
function diseaseOf({ code }: CodeEntry, vague: number): string {
  return code.slice(0, vague < 2 || /^(R|M25|M79)/.test(code) ? 5 : 3);
}

function vagueness({ code, title }: CodeEntry): number {
  return /^\w{3}\.9/.test(code) ? 2 : /unspecified|without complications/i.test(title) ? 1 : 0;
}

const MOST_BETWEEN = 12;

/** Neighbouring words together, as they stand. */
function spansOf(words: readonly NoteWord[], text: string): { readonly words: readonly Span[]; readonly because: string } {
  const spans: Span[] = [];
  for (const { start, end } of [...words].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) continue;
    if (
      last &&
      start - last.end <= MOST_BETWEEN &&
      /^[\s,\-\w/]*$/.test(text.slice(last.end, start)) &&
      !/\n\s*\n/.test(text.slice(last.end, start))
    )
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return { words: spans, because: spans.map((span) => text.slice(span.start, span.end).replace(/\s+/g, ' ')).join(' … ') };
}
