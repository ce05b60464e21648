// Files that were wrapped at some width, as mail programs do: their text without the line breaks inside of segments, and the way back.
import type { Edit, Span } from '../tree';
import { problem, type X12Problem } from './problem';
import { looksLikeInterchange, readHeader, type Separators } from './separators';
import { usedSeparators } from './used-separators';

/** A wrapped text with its lines joined. Line ends behind terminators and text outside of interchanges stay as they are. */
export interface JoinedLines {
  readonly text: string;
  /** The place in the wrapped text of an offset in the joined one. */
  original(offset: number): number;
  /** What a receiver says about the file. */
  readonly problem: X12Problem;
}

/** By so many characters it is judged whether a file is wrapped. */
export const HEAD = 8000;

/** The joined text of a wrapped file; undefined for any other. A few line breaks in segments are faults of their own and wrap nothing. */
export function joinLines(text: string): JoinedLines | undefined {
  if (!mayBeWrapped(text)) return undefined;
  const pieces: string[] = [];
  /** Where a removed line break stood: in the joined text, and where the wrapped text goes on. */
  const joints: number[] = [];
  const ends: number[] = [];
  const edits: Edit[] = [];
  let length = 0,
    from = 0;
  const widths = new Set<number>();
  for (let at = interchangeFrom(text, 0), end = at; at >= 0; at = interchangeFrom(text, end)) {
    const header = readHeader(text, at);
    const separators = usedSeparators(text, header.end, header.separators);
    end = interchangeEnd(text, at, separators);
    if (holdsBinary(text.slice(at, end), separators)) continue;
    for (const { start, end: next, line } of breaksInside(text, at, end, separators)) {
      pieces.push(text.slice(from, start));
      length += start - from;
      joints.push(length);
      ends.push(next);
      from = next;
      edits.push({ span: { start, end: next }, text: '' });
      widths.add(start - line);
    }
  }
  if (edits.length === 0) return undefined;
  pieces.push(text.slice(from));
  const [width] = widths;
  const certain = widths.size === 1 && (joints.length > 1 || width < ISA_LENGTH);
  return { text: pieces.join(''), original: wayBack(joints, ends), problem: wrappedLines(edits, certain ? width : undefined) };
}

/** A problem of the joined text at its place in the wrapped one. */
export function unjoinedProblem(found: X12Problem, { original }: JoinedLines): X12Problem {
  return { ...found, span: originalSpan(found.span, original), fix: found.fix && unjoinedFix(found.fix, original) };
}

/** A rule's finding of the joined text at its place in the wrapped one. */
export function unjoinedFinding<F extends Fix, T extends { readonly span: Span; readonly fixes: readonly F[] }>(
  found: T,
  { original }: JoinedLines,
): T {
  return { ...found, span: originalSpan(found.span, original), fixes: found.fixes.map((fix) => unjoinedFix(fix, original)) };
}

interface Fix {
  readonly edits: readonly Edit[];
}

function unjoinedFix<F extends Fix>(fix: F, original: JoinedLines['original']): F {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: originalSpan(edit.span, original) })) };
}

function originalSpan({ start, end }: Span, original: JoinedLines['original']): Span {
  const from = original(start);
  return { start: from, end: end > start ? original(end - 1) + 1 : from };
}

function wrappedLines(edits: readonly Edit[], width: number | undefined): X12Problem {
  const message =
    width === undefined
      ? 'Line breaks stand inside of the segments of this file: a receiver refuses that. The rest is checked as if they were not there'
      : `This file is wrapped in lines of ${width} characters: a receiver refuses line breaks inside of segments. ` +
        'The rest is checked as if they were not there';
  return problem({
    kind: 'wrapped-lines',
    message,
    span: edits[0].span,
    segment: 0,
    segmentId: 'ISA',
    codes: { ta105: '024' },
    fix: { title: 'Join the lines', safe: width !== undefined, edits },
  });
}

/** Looks at the beginning only: does the first interchange have line breaks in its header, or mostly inside of segments? */
export function mayBeWrapped(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (!/[\r\n]/.test(head)) return false;
  const at = interchangeFrom(head, 0);
  if (at < 0) return false;
  const { separators: declared, end, problems } = readHeader(head, at);
  if (problems.length > 0 || /[\s]/.test(declared.segment)) return false;
  const separators = usedSeparators(head, end, declared);
  if (/[\r\n]/.test(head.slice(at, end))) return true;
  const stop = interchangeEnd(head, at, separators);
  const inside = breaksInside(head, at, stop, separators).length;
  return inside > 0 && inside > (head.slice(at, stop).match(/\r\n|\r|\n/g)?.length ?? 0) / 2;
}

const ISA_LENGTH = 106;

function interchangeFrom(text: string, from: number): number {
  let at = text.indexOf('ISA', from);
  while (at >= 0 && !looksLikeInterchange(text, at)) at = text.indexOf('ISA', at + 1);
  return at;
}

/** Behind the IEA that no further ISA follows directly, or the end of the text. */
function interchangeEnd(text: string, from: number, { segment, element }: Separators): number {
  const [t, e] = [segment, element].map((mark) => mark.replace(/[\\^$.*+?()[\]{}|\-/]/g, '\\$&'));
  const trailer = new RegExp(`${t}\\s*I\\s*E\\s*A\\s*${e}[^${t}]{0,100}${t}(?!\\s*I\\s*S\\s*A)`, 'g');
  trailer.lastIndex = from;
  const found = trailer.exec(text);
  return found ? found.index + found[0].length : text.length;
}

/** Runs of line breaks that stand inside of segments, with where their lines begin. The last line's end is none. */
function breaksInside(text: string, from: number, to: number, { segment }: Separators): (Span & { line: number })[] {
  const found: (Span & { line: number })[] = [];
  const runs = /[\r\n]+/g;
  runs.lastIndex = from;
  let line = Math.max(text.lastIndexOf('\n', from), text.lastIndexOf('\r', from)) + 1;
  for (let run = runs.exec(text); run && run.index < to; run = runs.exec(text)) {
    const start = run.index,
      end = start + run[0].length;
    let before = start - 1;
    while (before > from && (text[before] === ' ' || text[before] === '\t')) before--;
    if (text[before] !== segment && end < text.length) found.push({ start, end, line });
    line = end;
  }
  return found;
}

/** Binary data hold line breaks of their own. */
function holdsBinary(text: string, { segment, element }: Separators): boolean {
  return /B\s*[ID]\s*[NS]/.test(text) && ['BIN', 'BDS'].some((id) => text.replace(/[\r\n]/g, '').includes(`${segment}${id}${element}`));
}

function wayBack(joints: readonly number[], ends: readonly number[]): (offset: number) => number {
  return (offset) => {
    let low = 0,
      high = joints.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (joints[middle] <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? offset : ends[low - 1] + offset - joints[low - 1];
  };
}
