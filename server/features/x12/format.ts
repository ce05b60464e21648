// Lays an X12 file out: a segment a line, or all on one line. Only line ends and blanks between segments change, never data.
import { type Edit, lineEndOf } from '../../syntax/tree';
import type { X12File } from '../project';

/** So many edits are sent one by one, so that the cursor stays where it is; more become one. */
const MOST_EDITS = 2000;

/** Characters of an ISA with its terminator. */
const HEADER = 106;

/** A segment a line. */
export function oneSegmentALine(document: X12File): Edit[] {
  return layOut(document, lineEndOf(document.text));
}

/** Everything on one line, as many receivers want it. */
export function onOneLine(document: X12File): Edit[] {
  return layOut(document, '');
}

/** Is there something between segments besides terminators? */
export function hasLines({ x12, text }: X12File): boolean {
  return x12.segments.count > 1 && /[\r\n]/.test(text.slice(x12.segments.ends[0], x12.segments.starts[1]));
}

function layOut({ text, x12 }: X12File, between: string): Edit[] {
  const { segments } = x12;
  const edits: Edit[] = [];
  for (let i = 0; i + 1 < segments.count; i += 1) {
    const terminator = segments.separators(i).segment;
    // Where the line end is itself the terminator, or is missing, it is no layout.
    if (/[\r\n]/.test(terminator) || !text.startsWith(terminator, segments.ends[i])) continue;
    // A header that is not closed where it must be is still read by its length: nothing in it may move.
    if (segments.id(i) === 'ISA' && segments.starts[i + 1] - segments.starts[i] < HEADER) continue;
    const span = { start: segments.ends[i] + terminator.length, end: segments.starts[i + 1] };
    const gap = text.slice(span.start, span.end);
    if (gap !== between && /^\s*$/.test(gap)) edits.push({ span, text: between });
  }
  if (edits.length <= MOST_EDITS) return edits;
  return [joined(text, edits)];
}

/** One edit that does what all do. */
function joined(text: string, edits: readonly Edit[]): Edit {
  const parts: string[] = [];
  const [first] = edits;
  let at = first.span.start;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.span.start), edit.text);
    at = edit.span.end;
  }
  return { span: { start: first.span.start, end: at }, text: parts.join('') };
}
