// Offsets to lines and columns and back. Lines and characters are 0-based here, as the protocol wants them.
import type { Position, Range } from 'vscode-languageserver-types';
import { changedOffsets } from '../syntax/offsets';
import type { Span } from '../syntax/tree';

/** A stretch of a text that was put in place of another one: everything before `start` and behind the ends is the same. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Where each line of a text begins. Built once a version; of the one before, which is used up, only what changed is looked through. */
export class LineIndex {
  private readonly starts: Uint32Array;

  constructor(
    private readonly text: string,
    before?: LineIndex,
    change?: TextChange,
  ) {
    this.starts = before && change ? before.changed(text, change) : lineStarts(text, 0, text.length, 0);
  }

  /** A line's start depends on the characters before and behind it. */
  private changed(text: string, { start, oldEnd, newEnd }: TextChange): Uint32Array {
    const { starts } = this;
    const kept = start === 0 ? 1 : this.lineAt(start - 1) + 1;
    let further = this.lineAt(oldEnd) + 1;
    if (further < kept) further = kept;
    const between = lineStarts(text, Math.max(0, start - 1), newEnd);
    return changedOffsets(starts, { from: kept, to: further, own: between, by: newEnd - oldEnd });
  }

  /** The line in which an offset lies. */
  private lineAt(offset: number): number {
    let low = 0,
      high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    return { line, character: at - this.starts[line] };
  }

  /** Does an offset lie at a place? Quicker than to ask for either. */
  isAt({ line, character }: Position, offset: number): boolean {
    const start = this.starts[line],
      next = this.starts[line + 1];
    return start + character === offset && (next === undefined || offset < next);
  }

  offset(position: Position): number {
    if (position.line >= this.starts.length) return this.text.length;
    const start = this.starts[position.line];
    const next = this.starts[position.line + 1];
    if (next === undefined) return Math.min(start + position.character, this.text.length);
    // Behind the last sign of a line is before its end, which may be CR and LF.
    const end = next - (this.text.charCodeAt(next - 1) === 10 && next - start > 1 && this.text.charCodeAt(next - 2) === 13 ? 2 : 1);
    return Math.min(start + position.character, end);
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }

  get lineCount(): number {
    return this.starts.length;
  }
}

/** The starts of lines that end with one of the characters from `from` to before `to`, behind `first` where it is given. */
function lineStarts(text: string, from: number, to: number, first?: number): Uint32Array {
  let found = new Uint32Array(64),
    count = 0;
  if (first !== undefined) found[count++] = first;
  for (let at = from; at < to; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign !== 10 && (sign !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    if (count === found.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(found);
      found = larger;
    }
    found[count++] = at + 1;
  }
  return found.slice(0, count);
}
