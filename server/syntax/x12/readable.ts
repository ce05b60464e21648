// A file as people read it: a segment a line, indented by its loops. No character of data changes.
import type { Span } from '../tree';
import { loopsOf } from './describe';
import { transactionAt } from './enclosing';
import type { Loops } from './loops';
import { readX12, type Transaction, type X12Document } from './read';
import type { JoinedLines } from './wrapped';

/** The readable text, and the way from it to the file and back. */
export interface ReadableView {
  readonly text: string;
  /** The offset in the file that an offset of the view stands for. */
  toFile(offset: number): number;
  /** The offset in the view that an offset of the file stands for. */
  toView(offset: number): number;
  /** The place of a segment in the view, indentation excluded. */
  segment(number: number): Span;
}

/** Lays a document out, a segment a line; one that came to harm on its way as it was before. */
export function readableView(document: X12Document): ReadableView {
  return document.joined ? mendedView(document.joined) : plainView(document);
}

function mendedView({ text, original }: JoinedLines): ReadableView {
  const view = plainView(readX12(text, undefined, true));
  /** The first place of the mended text that stands for this one of the file, or for one behind it. */
  const mended = (offset: number): number => {
    let low = 0,
      high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (original(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { ...view, toFile: (offset) => original(view.toFile(offset)), toView: (offset) => view.toView(mended(offset)) };
}

function plainView(document: X12Document): ReadableView {
  const { segments } = document;
  const starts: number[] = [];
  const lines: string[] = [];
  let at = 0;
  const depths = depthsOf(document);
  const { text } = document;
  for (let i = 0; i < segments.count; i++) {
    const start = segments.starts[i],
      end = segments.ends[i];
    const indent = INDENTS[depths(i)] ?? '';
    const own = text.slice(start, end);
    const terminator = segments.separators(i).segment;
    // One that is missing in the file is missing here, too.
    const close = text.startsWith(terminator, end) ? terminator.trim() : '';
    const line = `${indent}${/[\r\n]/.test(own) ? own.replace(/[\r\n]/g, ' ') : own}${close}\n`;
    starts.push(at + indent.length);
    lines.push(line);
    at += line.length;
  }
  const segment = (number: number): Span => {
    const start = starts[number] ?? at;
    const { start: from, end } = segments.span(number);
    return { start, end: Math.min(at, start + end - from) };
  };
  return {
    text: lines.join(''),
    segment,
    toFile(offset) {
      let number = 0;
      for (let low = 0, high = starts.length - 1; low <= high; ) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset) {
          number = middle;
          low = middle + 1;
        } else high = middle - 1;
      }
      if (segments.count === 0) return 0;
      const { start, end } = segments.span(number);
      return Math.min(end, start + Math.max(0, offset - (starts[number] ?? 0)));
    },
    toView(offset) {
      const number = Math.max(0, segments.at(offset));
      if (segments.count === 0) return 0;
      const { start } = segments.span(number);
      const span = segment(number);
      return Math.min(span.end, span.start + Math.max(0, offset - start));
    },
  };
}

/** No guide goes deeper. */
const INDENTS = Array.from({ length: 16 }, (_, depth) => '  '.repeat(depth));

/** How deep each segment stands: envelopes count one each, loops one each. Asked for in the order of the file. */
function depthsOf(document: X12Document): (segment: number) => number {
  let transaction: Transaction | undefined;
  let loops: Loops | undefined;
  return (segment) => {
    const id = document.segments.id(segment);
    if (id === 'ISA' || id === 'IEA') return 0;
    if (id === 'GS' || id === 'GE' || id === 'TA1') return 1;
    if (!transaction || segment < transaction.first || segment >= transaction.end) {
      transaction = transactionAt(document, segment);
      loops = transaction && loopsOf(document, transaction);
    }
    if (!transaction) return 1;
    if (id === 'ST' || id === 'SE') return 2;
    let depth = 2;
    for (let loop = loops?.of(segment); loop; loop = loop.parent) depth += 1;
    return Math.max(3, depth);
  };
}
