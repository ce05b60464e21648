// Where a line belongs: below what it stands, what it is there, and what is said where that is not so.
import type { Problem, Span } from '../tree';
import { below, indented, misplaced } from './cures';
import { BLOCKS, COVERAGE, ENCOUNTER, FACILITY, PATIENT, PAYER, PROVIDER } from './grammar';
import { contentOf, firstWord, wordAt } from './lines';
import { nearest } from './nearest';
import type { Entry, Line, Spec } from './nodes';
import { lacksKeyword, lostNote, noteBegun, noted } from './note-lines';
import { type Homes, lastKnown, LOOK_BACK, type Meant, type OpenEntry, type Place } from './open';
import { keywordMeant, noteHead } from './other-words';

/** Names of blocks that are keywords within others, too: a block they begin only where deeper lines stand below. */
const WITHIN: ReadonlySet<string> = new Set([PATIENT, PROVIDER, FACILITY, PAYER].map(({ keyword }) => keyword));
const BLOCK_NAMES = BLOCKS.map(({ keyword }) => keyword);

/** Does a line begin a block? */
export function beginsBlock(text: string, lines: readonly Line[], at: number): boolean {
  const { indent, content } = lines[at];
  if (indent > 0 || content.start === content.end) return false;
  const word = firstWord(text, content),
    name = text.slice(word.start, word.end).toLowerCase();
  const keyword = BLOCK_NAMES.includes(name) ? name : keywordMeant(text.slice(content.start, content.end), BLOCK_NAMES)?.keyword;
  return keyword !== undefined && (!WITHIN.has(keyword) || hasBelow(lines, at));
}

/** Is the next line that says something deeper? */
function hasBelow(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next += 1) {
    const { content, indent } = lines[next];
    if (content.start < content.end) return indent > lines[at].indent;
  }
  return false;
}

/** Where the line with some number may belong, below what is open. */
export function homesOf(text: string, lines: readonly Line[], at: number, open: readonly OpenEntry[], blocks: readonly OpenEntry[]): Homes {
  let parent = open.at(-1);
  // A stray line of an encounter has nothing below it that the encounter itself lacks.
  const encounter = parent && (!parent.spec || lacksKeyword(parent)) ? parent.parent : undefined;
  const spec = encounter && findSpec(encounter.spec?.children ?? [], wordAt(text, lines[at].content));
  if (encounter && spec && !isThere({ spec, parent: encounter })) parent = encounter;
  const above = parent || beginsBlock(text, lines, at) ? undefined : lastKnown(blocks);
  return {
    parent,
    above,
    before: (parent ?? above)?.entries.at(-1),
    following: noteHead(contentOf(text, lines[at])) > 0 ? lines.slice(at + 1, at + 1 + LOOK_BACK) : [],
  };
}

/** A line that begins with a word for which this language has another one. */
export function calledOtherwise(text: string, line: Line, homes: Homes): Meant | undefined {
  const { parent, above } = homes;
  if (!parent && !above) return calledIn(text, line, BLOCKS, undefined);
  if (parent) return calledIn(text, line, parent.spec?.children ?? [], parent) ?? noteBegun(text, line, parent, homes);
  for (let home = above; home; home = home.entries.at(-1)) {
    const meant = calledIn(text, line, home.spec?.children ?? [], home);
    if (meant) return meant;
  }
  return noteBegun(text, line, above, homes);
}

function calledIn(text: string, line: Line, specs: readonly Spec[], parent: OpenEntry | undefined): Meant | undefined {
  const { start, end } = line.content;
  const meant = keywordMeant(
    text.slice(start, end),
    specs.map((one) => one.keyword),
  );
  const spec = meant && findSpec(specs, meant.keyword);
  if (!meant || !spec) return undefined;
  const span = { start, end: start + meant.length },
    { keyword } = meant;
  // What stands close behind a colon must not grow into the keyword.
  const blank = /\s/.test(text[span.end] ?? ' ') ? '' : ' ';
  const indent = line.indent > (parent?.line.indent ?? -1) ? [] : [indented(line, parent)];
  const fix = { title: `Change to “${keyword}”`, safe: true, edits: [...indent, { span, text: keyword + blank }] };
  const message = `“${text.slice(span.start, span.end)}” is written “${keyword}” here`;
  return { word: span, place: { spec, parent, problem: { span, kind: 'unknown-keyword', message, fix } } };
}

/** Which entry a line belongs to and what it is there. A line in the wrong place is understood where that is certain. */
export function findPlace(text: string, written: string, line: Line, homes: Homes): Place {
  const { parent, above } = homes;
  if (!parent) {
    const block = findSpec(BLOCKS, written);
    // An indent was forgotten.
    const home = above && acceptingEntry(above, written, true);
    if (home && !(block && isThere(home)))
      return { ...home, problem: misplaced(line, `“${written}” belongs to the block above: it must be indented`, home.parent) };
    // Else it may be a block with a slip of the pen in its name.
    const isStray = above?.spec === ENCOUNTER && !nearest(written, BLOCK_NAMES);
    if (!block) return { spec: undefined, parent: isStray ? above : undefined, ...notUnderstood(text, line, written, homes) };
    if (line.indent === 0) return { spec: block, parent: undefined };
    const message = `“${written}” begins a block: it stands at the start of the line`;
    return { spec: block, parent: undefined, problem: misplaced(line, message, undefined) };
  }
  const direct = accepts(parent, written);
  if (direct) return { spec: direct, parent };
  if (!parent.spec) return { spec: undefined, parent };
  for (let up: OpenEntry | undefined = parent; up; up = up.parent) {
    const home = acceptingEntry(up, written, up === parent);
    const stranger = parent.keyword ? parent.spec.keyword : 'this line';
    const message = `“${written}” does not belong to “${stranger}”: check the indent`;
    if (home) return { ...home, problem: misplaced(line, message, home.parent) };
  }
  return { spec: undefined, parent, ...notUnderstood(text, line, written, homes) };
}

function isThere({ spec, parent }: { readonly spec: Spec; readonly parent: OpenEntry }): boolean {
  return !spec.many && parent.entries.some((one) => one.spec === spec);
}

/** An entry, or the last section in it, that takes the line. */
function acceptingEntry(entry: OpenEntry, written: string, deep: boolean): { spec: Spec; parent: OpenEntry } | undefined {
  const spec = findSpec(entry.spec?.children ?? [], written);
  if (spec) return { spec, parent: entry };
  const last = entry.entries.at(-1);
  const item = last?.spec?.item;
  // Where the section has lost its indent, so have its lines.
  const isLost = last !== undefined && last.line.indent <= entry.line.indent;
  if (last && item && (isLost || looksLikeItem(written)) && !isOfOther(last.spec, written)) return { spec: item, parent: last };
  return deep && last ? acceptingEntry(last, written, false) : undefined;
}

/** Only words with a digit, or a single letter, are taken for a code that lost its indent. */
function looksLikeItem(written: string): boolean {
  return /\d/.test(written) || /^[a-l]$/.test(written);
}

/** Diagnoses do not stand among services, nor services among diagnoses. */
function isOfOther(spec: Spec | undefined, written: string): boolean {
  const section = sectionOf(written);
  return section !== undefined && section !== spec?.keyword && SECTIONS.some(([, keyword]) => keyword === spec?.keyword);
}

function accepts(entry: OpenEntry, written: string): Spec | undefined {
  return findSpec(entry.spec?.children ?? [], written) ?? entry.spec?.item;
}

function findSpec(specs: readonly Spec[], written: string): Spec | undefined {
  return specs.find((one) => one.keyword === written);
}

/** Codes that stand in an encounter without their section. */
const SECTIONS: readonly (readonly [code: RegExp, keyword: string])[] = [
  [/^(?:\d{5}|[a-z]\d{4}|\d{4}[a-z])(?:[-./,].*)?$/, 'services'],
  [/^[a-z]\d[\da-z](?:\.[\da-z]{1,4})?,?$/, 'diagnoses'],
];

function sectionOf(written: string): string | undefined {
  return SECTIONS.find(([code]) => code.test(written))?.[1];
}

function notUnderstood(
  text: string,
  line: Line,
  written: string,
  { parent, above, before }: Homes,
): { readonly problem: Problem; readonly meant?: string } {
  const home = parent ?? above;
  const span = { start: line.content.start, end: line.content.start + written.length },
    asWritten = text.slice(span.start, span.end);
  const encounter = home?.spec === ENCOUNTER ? home : undefined;
  const section = encounter && sectionOf(written);
  if (section) {
    // Of several lines the first one gets the section, and then the others belong to it.
    const isFirst = !before || before.spec || !sectionOf(wordAt(text, before.line.content));
    const problem = { span, kind: 'misplaced-line', message: `“${asWritten}” stands below “${section}”` } as const;
    return { problem: isFirst ? { ...problem, fix: below(text, line, encounter, section) } : problem };
  }
  const near = nearest(written, [...(home?.spec?.children ?? []), ...(parent ? [] : BLOCKS)].map((one) => one.keyword).filter(Boolean));
  const note = encounter && !near ? lostNote(encounter) : undefined;
  if (note) return { problem: misplaced(line, 'This line belongs to the note above: it must be indented', note) };
  if (encounter && !near && isOfPatient(text.slice(line.content.start, line.content.end)))
    return { problem: notOfVisit(line, encounter, span, asWritten) };
  const message = `“${asWritten}” is not understood here`;
  if (!near) return { problem: { span, kind: 'unknown-keyword', message, ...(encounter && noted(line, encounter)) } };
  const fix = { title: `Change to “${near}”`, safe: false, edits: [{ span, text: near }] };
  return { problem: { span, kind: 'unknown-keyword', message: `${message}: did you mean “${near}”?`, fix }, meant: near };
}

/** What is known of a patient, and not of a visit. */
const OF_PATIENT = [...PATIENT.children, ...COVERAGE.children]
  .map(({ keyword }) => keyword)
  .filter((keyword) => !ENCOUNTER.children.some((one) => one.keyword === keyword));

/** `DOB: 3/14/1968`; other words for such a line count only with their sign: they may begin a sentence as well. */
function isOfPatient(content: string): boolean {
  const meant = keywordMeant(content, OF_PATIENT);
  return meant
    ? /[:=]$/.test(content.slice(0, meant.length))
    : OF_PATIENT.some((keyword) => content.toLowerCase().startsWith(`${keyword} `));
}

function notOfVisit(line: Line, encounter: Entry, span: Span, asWritten: string): Problem {
  const { span: before, text } = indented(line, encounter);
  const fix = { title: 'Make it a comment', safe: true, edits: [{ span: before, text: `${text}# ` }] };
  const message = `“${asWritten}” is said of the patient, not of the visit: it stands in the patient’s own block`;
  return { span, kind: 'misplaced-line', message, fix };
}
