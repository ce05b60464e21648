// Lines of a chart note that stand outside of it: by the words with which they begin, or by what stands above.
import { lineEndAt, type Problem } from '../tree';
import { below, depthBelow } from './cures';
import { ENCOUNTER, NOTE } from './grammar';
import { contentOf, firstWord, isWritten, wordAt } from './lines';
import type { Entry, Line } from './nodes';
import { type Homes, lastKnown, LOOK_BACK, type Meant, type OpenEntry } from './open';
import { keywordMeant, noteHead } from './other-words';

/** `CC: knee pain` in an encounter: there its note begins, or goes on. */
export function noteBegun(text: string, line: Line, encounter: OpenEntry | undefined, { following }: Homes): Meant | undefined {
  const { start } = line.content;
  const length = encounter?.spec === ENCOUNTER ? noteHead(contentOf(text, line)) : 0;
  if (!encounter || length === 0) return undefined;
  const span = { start, end: start + length },
    head = text.slice(start, span.end);
  const note = encounter.entries.find(({ spec }) => spec === NOTE);
  if (!note) {
    const message = `“${head}” is said in a note: “note” stands above it`;
    const problem: Problem = { span, kind: 'misplaced-line', message, fix: below(text, line, encounter, NOTE.keyword) };
    return { word: { start, end: start }, place: { spec: NOTE, parent: encounter, problem } };
  }
  // With its indent it is a part of the note above.
  if (note === lostNote(encounter)) return undefined;
  const fix = moveIntoNote(text, line, following, note);
  const problem: Problem = { span, kind: 'misplaced-line', message: `“${head}” is said in the note of this visit`, fix };
  return { word: firstWord(text, line.content), place: { spec: undefined, parent: encounter, problem } };
}

/** Puts a line and the deeper ones below it at the end of a note. */
function moveIntoNote(text: string, line: Line, following: readonly Line[], note: Entry): Problem['fix'] {
  const end = following.findIndex((one) => isWritten(one) && (one.indent <= line.indent || isOfEncounter(text, one)));
  const moved = [line, ...(end < 0 ? following : following.slice(0, end))].filter(isWritten);
  const lines = moved.map(
    (one) => lineEndAt(text, note.line.span.start) + ' '.repeat(depthBelow(note) + one.indent - line.indent) + contentOf(text, one),
  );
  const place = { start: note.span.end, end: note.span.end };
  const gone = { start: line.span.start, end: moved[moved.length - 1].span.end };
  return {
    title: 'Move it into the note',
    safe: true,
    edits: [
      { span: place, text: lines.join('') },
      { span: gone, text: '' },
    ],
  };
}

/** Is it understood although the word is missing that says what it is? */
export function lacksKeyword({ spec, keyword }: Entry): boolean {
  return spec !== undefined && keyword !== undefined && keyword.span.start === keyword.span.end;
}

/** Does a line begin with a keyword of an encounter, or with a word for one? */
export function isOfEncounter(text: string, { content }: Line): boolean {
  const keywords = ENCOUNTER.children.map(({ keyword }) => keyword);
  return keywords.includes(wordAt(text, content)) || keywordMeant(text.slice(content.start, content.end), keywords) !== undefined;
}

/** What belongs to nothing may be a part of the note: the person decides. */
export function noted(line: Line, encounter: Entry): Pick<Problem, 'fix'> {
  const isBehind = encounter.entries.at(-1)?.spec?.free === true;
  if (!isBehind && encounter.entries.slice(0, LOOK_BACK).some(({ spec }) => spec?.free)) return {};
  const { indent } = encounter.line;
  const edits = [
    {
      span: { start: line.span.start, end: line.content.start },
      text: isBehind ? ' '.repeat(indent + 4) : `${' '.repeat(indent + 2)}note `,
    },
  ];
  return { fix: { title: 'Put it into the note', safe: false, edits } };
}

/** The note whose lines have lost their indent together with it, or that has begun without its keyword: up to the next keyword. */
export function lostNote(encounter: Entry): Entry | undefined {
  const last = lastKnown(encounter.entries);
  return last?.spec?.free && (lacksKeyword(last) || last.line.indent <= encounter.line.indent) ? last : undefined;
}
