// Offsets to lines and columns and back. Lines and characters are 0-based here, as the protocol wants them.
import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from '../syntax/tree';

/** Where each line of a text begins. Built once a version. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) this.starts.push(at + 1);
    }
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0, high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - this.starts[low] };
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
