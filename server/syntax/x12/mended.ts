// Files that came to harm on their way: quoted or wrapped by a mail program, or in small letters. Their text as it was, and the way back.
import type { Edit, Span } from '../tree';
import { problem } from './problem';
import { readHeader } from './separators';
import { HEAD, joinLines, type JoinedLines, mayBeWrapped } from './wrapped';

/** The text without the harm; undefined where there is none. What it is, and its cure, is told in one problem: of several the outermost. */
export function mendText(text: string): JoinedLines | undefined {
  if (!mayBeHarmed(text)) return undefined;
  let mended: JoinedLines | undefined;
  for (const mend of [unquoted, inCapitals, joinLines]) {
    const outer: JoinedLines | undefined = mended;
    const next = mend(outer?.text ?? text);
    if (!next) continue;
    mended = outer ? { text: next.text, problem: outer.problem, original: (offset) => outer.original(next.original(offset)) } : next;
  }
  return mended;
}

/** Looks at the beginning only. */
export function mayBeHarmed(text: string): boolean {
  const head = text.slice(0, HEAD);
  return QUOTED.test(head) || SMALL.test(head) || mayBeWrapped(text);
}

/** An interchange behind the sign with which mail programs mark what they quote. */
const QUOTED = /(?:^|[\r\n])[ \t]*>[> \t]*ISA[^A-Za-z0-9\s>]/i;

/** A header in small letters. */
const SMALL = /^[\uFEFF\s]*(?!ISA)[iI][sS][aA][^A-Za-z0-9\s]/;

function unquoted(text: string): JoinedLines | undefined {
  if (!QUOTED.test(text.slice(0, HEAD))) return undefined;
  const edits: Edit[] = [];
  for (const { index, 0: whole, 1: mark } of text.matchAll(/(?:^|[\r\n])([ \t]*>(?:[ \t]?>)* ?)/g)) {
    const start = index + whole.length - mark.length;
    edits.push({ span: { start, end: start + mark.length }, text: '' });
  }
  const message =
    'A mail program has put > in front of the lines of this file: a receiver does not know it for a claim file. ' +
    'The rest is checked as if they were not there';
  return edited(text, edits, 'quoted-lines', message, 'Remove the signs');
}

function inCapitals(text: string): JoinedLines | undefined {
  if (!SMALL.test(text)) return undefined;
  if (!/[A-Z]/.test(text)) return whollyInCapitals(text);
  const at = text.search(/isa/i);
  const {
    separators: { segment, element },
  } = readHeader(`ISA${text.slice(at + 3, at + HEAD)}`, 0);
  const edits: Edit[] = [];
  for (let start = at; start >= 0 && start < text.length; ) {
    const from = start + (/^\s*/.exec(text.slice(start, start + 80))?.[0].length ?? 0);
    const name = text.slice(from, Math.min(from + 4, text.length)).split(element)[0];
    if (/^[a-z][a-z0-9]{1,2}$/i.test(name) && name !== name.toUpperCase()) {
      edits.push({ span: { start: from, end: from + name.length }, text: name.toUpperCase() });
    }
    const end = text.indexOf(segment, from);
    start = end < 0 ? -1 : end + 1;
  }
  const message =
    'The names of segments stand in small letters: a receiver knows them in capitals only. ' +
    'The rest is checked as if they were capitals';
  return edited(text, edits, 'invalid-segment-names', message, 'Write the names in capitals');
}

function whollyInCapitals(text: string): JoinedLines {
  const edits = [{ span: { start: 0, end: text.length }, text: text.replace(/[a-z]+/g, (word) => word.toUpperCase()) }];
  const message =
    'This file stands in small letters: a receiver knows names and codes in capitals only. The rest is checked as if they were capitals';
  const mended = edited(text, edits, 'invalid-segment-names', message, 'Write the file in capitals');
  const at = text.search(/isa/);
  return { ...mended, original: (offset) => offset, problem: { ...mended.problem, span: { start: at, end: at + 3 } } };
}

/** The text with all edits, and the place in the one before of an offset. */
function edited(text: string, edits: readonly Edit[], kind: string, message: string, title: string): JoinedLines {
  const pieces: string[] = [],
    starts: number[] = [],
    shifts: number[] = [];
  let from = 0,
    length = 0;
  for (const { span, text: put } of edits) {
    const kept = text.slice(from, span.start);
    pieces.push(kept, put);
    length += kept.length + put.length;
    from = span.end;
    starts.push(length);
    shifts.push(from - length);
  }
  pieces.push(text.slice(from));
  const span: Span = edits[0].span;
  return {
    text: pieces.join(''),
    original: (offset) => offset + (shifts[lastAt(starts, offset)] ?? 0),
    problem: problem({ kind, message, span, segment: 0, segmentId: 'ISA', codes: { ta105: '024' }, fix: { title, safe: true, edits } }),
  };
}

/** The number of the last start at or before an offset, -1 where there is none. */
function lastAt(starts: readonly number[], offset: number): number {
  let low = 0,
    high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
