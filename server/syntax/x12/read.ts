// X12 text -> segments, envelopes and problems. One pass, total: any text gives a document.
import type { Edit, Problem, Span } from '../tree';
import { gluedEnd, gluedSegments, gluedToEnvelope } from './glued';
import { note, replacement } from './problem';
import { type EnvelopeBuilder, envelopeBuilder, type Interchange } from './envelopes';
import { SegmentTable, type Era, type Segments } from './segments';
import { guessSeparators, isInterchangeAt, looksLikeInterchange, readHeader, type Separators } from './separators';
import { baseShapes } from './guides';
import { mendText } from './mended';
import { usedSeparators } from './used-separators';
import type { JoinedLines } from './wrapped';

export type { Group, Interchange, SegmentRange, Transaction } from './envelopes';
export type { Piece, Place, Segments } from './segments';
export type { Separators } from './separators';

/** A text read as X12. Nothing is copied out of the text until it is asked for. */
export interface X12Document {
  readonly text: string;
  readonly segments: Segments;
  /** The delimiters of the first interchange. */
  readonly separators: Separators;
  readonly interchanges: readonly Interchange[];
  /** What could not be read as meant, in the order of the text. */
  readonly problems: readonly Problem[];
  /** The same text mended, where a program wrapped or quoted it or it stands in small letters: validation reads that one. */
  readonly joined?: JoinedLines;
}

const BOM = 0xfeff;

/**
 * Reads a text, whatever it is. `known`: the delimiters of a text that goes on from another; else they are read or guessed. Such a text
 * is not looked at for harm that a program did to it, nor one that is `whole`: without such, or mended already.
 */
export function readX12(text: string, known?: Separators, whole = known !== undefined): X12Document {
  const problems: Problem[] = [];
  const eras: Era[] = [];
  const begin = text.charCodeAt(0) === BOM ? 1 : 0;
  const isaFrom = interchangeFinder(text);
  const joined = whole ? undefined : mendText(text);
  const clean = joined ? withoutLineBreaks : (data: string): string => data;

  // A segment is some twenty characters long; the arrays grow where segments are shorter.
  let starts = new Uint32Array(16 + Math.floor(text.length / 20));
  let ends = new Uint32Array(starts.length);
  let count = 0;
  // A variable that a function knows of is slow to reach: such functions are shown what was read when they are called.
  const read: Read = { text, starts, ends, count, element: '*', problems, clean };
  const envelopes = envelopeBuilder(problems, lookInto(read));
  let separators = known ?? guessSeparators(text, skipBlanks(text, begin));
  let outside = true;
  // The last ISA, and the last one without a terminator.
  let isa = -1,
    unended = -1;
  let position = begin;
  // Where the next terminator and the next line feed stand: each stretch of text is searched once.
  let terminator = -1,
    lineBreak = -1;
  eras.push({ from: 0, separators });

  while (position < text.length) {
    const start = skipBlanks(text, position);
    if (start > position) noteBlanks(text, position, start, problems);
    if (start >= text.length) break;
    let end = -1;
    if (isInterchangeAt(text, start)) {
      const header = readHeader(text, start);
      separators = usedSeparators(text, header.end, header.separators);
      terminator = -1;
      for (const found of header.problems) note(problems, found);
      if (eras[eras.length - 1]?.from === count) eras.pop();
      end = header.end;
      // A line end or the next segment stands where the terminator should.
      unended = text[end] !== separators.segment && /^[\r\nA-Z]/.test(text.slice(end, end + 1)) ? count : -1;
      // ISA alone is read by the signs that stand in it.
      const { element, segment } = header.separators;
      const own = { ...separators, element, segment: unended === count ? separators.segment : segment };
      eras.push({ from: count, separators: own });
      if (own.element !== separators.element || own.segment !== separators.segment) eras.push({ from: count + 1, separators });
      isa = count;
      outside = false;
    } else if (outside) {
      outside = false;
      const next = isaFrom(start);
      if (next > start) {
        note(problems, { span: { start, end: next }, kind: 'unreadable-text', message: 'This text stands before the interchange (ISA)' });
        position = next;
        continue;
      }
      if (count > 0 && noteRest(text, start, separators, problems)) break;
    }
    if (end < 0) {
      if (terminator < start) terminator = placeOf(separators.segment, text, start);
      end = terminator < text.length ? terminator : -1;
    }
    if (end === start) {
      position = start + 1;
      while (text[position] === separators.segment) position++;
      note(problems, { span: { start, end: position }, kind: 'empty-segment', message: 'A terminator without a segment before it' });
      continue;
    }
    const first = text.charCodeAt(start);
    const binary = first === 66 && end >= 0 ? binaryEnd(text, start, end, separators) : -1;
    if (binary >= 0) end = binary;
    let contentEnd = end < 0 ? text.length : end;
    let next = contentEnd + 1;
    if (lineBreak < start) lineBreak = placeOf('\n', text, start);
    // Behind a segment of which one forgot the terminator its line ends, and the next segment begins.
    if (lineBreak < contentEnd && binary < 0 && !joined) {
      while (lineBreak < contentEnd && !beginsSegment(text, lineBreak + 1, separators)) lineBreak = placeOf('\n', text, lineBreak + 1);
      if (lineBreak < contentEnd) {
        contentEnd = next = lineBreak;
        end = -1;
      }
    }
    const mayEnclose =
      first === 73 || ((first === 71 || first === 83) && (joined !== undefined || isOfEnvelope(text.charCodeAt(start + 1))));
    if (mayEnclose) {
      let inside = unended === count ? contentEnd : -1;
      if (first === 73 && clean(text.slice(start, start + 7)).startsWith('IEA')) {
        outside = true;
        inside = isaFrom(start);
      } else if (inside < 0 && end >= 0 && !joined) inside = gluedToEnvelope(text, start, contentEnd, separators);
      if (inside > start && (inside < contentEnd || unended === count)) {
        contentEnd = next = inside;
        end = -1;
      }
    }
    if (end < 0 || separators.segment === '\n' || separators.segment === '\r') {
      const lineEnd = contentEnd;
      contentEnd = trimEnd(text, start, contentEnd, true);
      if (end >= 0) noteBlanks(text, contentEnd, lineEnd, problems);
    }
    if (end < 0 && separators.segment !== '\n' && separators.segment !== '\r') {
      noteTerminator(problems, separators, { start, end: contentEnd });
    }
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    starts[count] = start;
    ends[count] = contentEnd;
    if (mayEnclose || !envelopes.inTransaction()) {
      const element = isa === count ? text[start + 3] : separators.element;
      const id = clean(idAt(text, start, contentEnd, element));
      if (!envelopes.inTransaction() || ENVELOPE.has(id)) {
        const elements = ENVELOPE.has(id) ? clean(text.slice(start, Math.min(contentEnd, start + 400))).split(element) : [];
        Object.assign(read, { starts, ends, count, element: separators.element });
        if (!joined && ENVELOPE.has(id)) {
          divide(read, envelopes, separators, id, elements[1] ?? '');
          ({ starts, ends, count } = read);
        }
        envelopes.segment(id, count, { start, end: contentEnd }, (n) => elements[n] ?? '', separators);
      }
    }
    count++;
    position = next;
  }

  const segments = new SegmentTable(text, starts.subarray(0, count), ends.subarray(0, count), eras, separators, joined && clean);
  Object.assign(read, { starts, ends, count, element: separators.element });
  const interchanges = envelopes.finish(count);
  const declared = interchanges[0]?.isa === undefined ? eras[0]?.separators : interchanges[0].separators;
  problems.sort((a, b) => a.span.start - b.span.start);
  return { text, segments, separators: declared ?? separators, interchanges, problems, ...(joined && { joined }) };
}

/** What was read so far, the segment at hand included. */
interface Read {
  readonly text: string;
  readonly problems: Problem[];
  readonly clean: (data: string) => string;
  starts: Uint32Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  /** The number of the segment at hand. */
  count: number;
  element: string;
}

/** Shows a segment that was read before. */
function lookInto(read: Read): Parameters<typeof envelopeBuilder>[1] {
  return (segment) => {
    const span = { start: read.starts[segment] ?? 0, end: read.ends[segment] ?? 0 };
    return { span, parts: read.clean(read.text.slice(span.start, Math.min(span.end, span.start + 400))).split(read.element) };
  };
}

/** Takes apart what runs into each other in a transaction, when a segment of an envelope comes. `said`: its first element. */
function divide(read: Read, envelopes: EnvelopeBuilder, separators: Separators, id: string, said: string): void {
  const transaction = envelopes.open();
  if (!transaction) return;
  const { text, starts, ends, count } = read;
  const { first, control } = transaction;
  if (id === 'SE') {
    const glued = gluedSegments(text, separators, said, { ...transaction, starts, ends, end: count + 1 });
    for (const { segment, at } of glued.reverse()) insert(read, separators, segment, at);
  } else if (count - 1 > first) {
    const end = ends[count - 1],
      at = gluedEnd(text, starts[count - 1], end, separators, count - first, control);
    if (at < 0) return;
    insert(read, separators, count - 1, at);
    const parts = text.slice(at, end).split(separators.element);
    envelopes.segment('SE', count, { start: at, end }, (n) => parts[n] ?? '', separators);
  }
}

/** Puts a segment behind another one, in whose text it begins. */
function insert(read: Read, separators: Separators, segment: number, at: number): void {
  if (read.count + 1 >= read.starts.length) {
    read.starts = grown(read.starts);
    read.ends = grown(read.ends);
  }
  const { starts, ends, count } = read;
  starts.copyWithin(segment + 2, segment + 1, count + 1);
  ends.copyWithin(segment + 2, segment + 1, count + 1);
  starts[segment + 1] = at;
  ends[segment + 1] = ends[segment];
  ends[segment] = at;
  read.count++;
  noteTerminator(read.problems, separators, { start: starts[segment], end: at });
}

function noteTerminator(problems: Problem[], { segment }: Separators, span: Span): void {
  note(problems, {
    span,
    kind: 'missing-terminator',
    message: `The terminator ${segment} is missing at the end of this segment`,
    fix: replacement(`Add ${segment}`, { start: span.end, end: span.end }, segment, true),
  });
}

/** The second letter of GS, GE, ST and SE. */
const isOfEnvelope = (second: number): boolean => second === 83 || second === 84 || second === 69;

const ENVELOPE = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE']);

function idAt(text: string, start: number, end: number, element: string): string {
  const mark = element.charCodeAt(0);
  let to = start;
  while (to < end && to - start < 6 && text.charCodeAt(to) !== mark) to++;
  return text.slice(start, to);
}

function withoutLineBreaks(data: string): string {
  return data.replace(/[\r\n]/g, '');
}

/** Line ends and blanks between segments are no data. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13 && !isBlank(code)) break;
  }
  return at;
}

/** Line ends are common and harmless; blanks between segments are not. */
function noteBlanks(text: string, from: number, to: number, problems: Problem[]): void {
  if (to >= text.length) return;
  const edits: Edit[] = [];
  for (let i = from; i < to; i++) {
    if (!isBlank(text.charCodeAt(i))) continue;
    const start = i;
    while (i + 1 < to && isBlank(text.charCodeAt(i + 1))) i++;
    edits.push({ span: { start, end: i + 1 }, text: '' });
  }
  if (edits.length === 0) return;
  note(problems, {
    span: { start: edits[0].span.start, end: to },
    kind: 'misplaced-blank',
    message: 'Blanks between segments',
    fix: { title: 'Remove the blanks', safe: true, edits },
  });
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Behind the last interchange: control characters that old programs leave there, or prose. Segments are left to the envelopes. */
function noteRest(text: string, start: number, { element }: Separators, problems: Problem[]): boolean {
  const data = /[^\s\x00-\x1f\x7f]/g;
  data.lastIndex = start;
  const from = data.exec(text)?.index;
  const span = { start, end: trimEnd(text, start, text.length, true) };
  if (from === undefined) {
    note(problems, {
      span,
      kind: 'misplaced-blank',
      message: 'Control characters stand behind the last interchange (IEA)',
      fix: { title: 'Remove them', safe: true, edits: [{ span, text: '' }] },
    });
    return true;
  }
  if (text.slice(from + 2, from + 4).includes(element)) return false;
  note(problems, { span, kind: 'unreadable-text', message: 'This text stands behind the last interchange (IEA)' });
  return true;
}

function trimEnd(text: string, start: number, end: number, blanksToo: boolean): number {
  let at = end;
  for (; at > start + 1; at--) {
    const code = text.charCodeAt(at - 1);
    if (code !== 10 && code !== 13 && !(blanksToo && isBlank(code))) break;
  }
  return at;
}

/** Where a sign stands next; behind the text where it does not come any more. */
function placeOf(sign: string, text: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

/** Does a line begin with the name of a segment? `ST` is more often a street or a saint. Signs of a damaged header tell nothing. */
function beginsSegment(text: string, at: number, { element, segment }: Separators): boolean {
  if (segment === element || /[\sA-Za-z0-9]/.test(segment)) return false;
  const [line, id] = /^[ \t]*([A-Z][A-Z0-9]{1,2})(?=[^A-Za-z0-9])/.exec(text.slice(at, at + 20)) ?? [];
  if (!line || !id || !text.startsWith(element, at + line.length)) return false;
  return id === 'ST' ? /^\d{3}/.test(text.slice(at + line.length + 1, at + line.length + 4)) : baseShapes().segments.has(id);
}

/** BIN and BDS hold as many characters of any kind as they say, delimiters included. -1 for other segments. */
function binaryEnd(text: string, start: number, end: number, separators: Separators): number {
  const isBin = text.startsWith(`BIN${separators.element}`, start);
  if (!isBin && !text.startsWith(`BDS${separators.element}`, start)) return -1;
  const parts = text.slice(start, Math.min(text.length, start + 60)).split(separators.element);
  const length = parts[isBin ? 1 : 2] ?? '';
  if (!/^\d{1,15}$/.test(length)) return end;
  const dataStart = start + parts.slice(0, isBin ? 2 : 3).join(separators.element).length + 1;
  const dataEnd = dataStart + Number(length);
  return text[dataEnd] === separators.segment ? dataEnd : end;
}

/** Finds the next interchange at or after an offset, or -1. Each stretch of text is searched once. */
function interchangeFinder(text: string): (from: number) => number {
  let known = -2;
  return (from) => {
    if (known === -1 || known >= from) return known;
    let at = from - 1;
    do at = text.indexOf('ISA', at + 1);
    while (at >= 0 && !looksLikeInterchange(text, at));
    known = at;
    return known;
  };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
