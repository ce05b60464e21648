// Reads the words of one line and keeps the tokens and problems that were found on it.
import type { Problem, Span } from '../tree';
import { isSpace } from './lines';
import type { LineCursor, Spanned, Token, TokenKind } from './nodes';

export class Cursor implements LineCursor {
  readonly tokens: Token[] = [];
  private at: number;
  private readonly stop: number;

  /** `content`: of `text`, the words to be read. */
  constructor(
    readonly text: string,
    content: Span,
    readonly indent: string,
    private readonly problems: Problem[],
  ) {
    this.at = content.start;
    this.stop = content.end;
  }

  get end(): Span {
    return { start: Math.max(this.at, this.stop), end: Math.max(this.at, this.stop) };
  }

  peek(): Span | undefined {
    let start = this.at;
    while (start < this.stop && isSpace(this.text.charCodeAt(start))) start += 1;
    if (start >= this.stop) return undefined;
    if (this.text[start] === '"') {
      const close = this.text.indexOf('"', start + 1);
      if (close !== -1 && close < this.stop) return { start, end: close + 1 };
    }
    let end = start;
    while (end < this.stop && !isSpace(this.text.charCodeAt(end))) end += 1;
    return { start, end };
  }

  take(kind: TokenKind): Spanned<string> | undefined {
    const span = this.peek();
    if (!span) return undefined;
    this.at = span.end;
    this.mark(kind, span);
    return { value: unquote(this.text.slice(span.start, span.end)), span };
  }

  rest(kind: TokenKind): Spanned<string> | undefined {
    const first = this.peek();
    if (!first) return undefined;
    this.at = this.stop;
    const span = { start: first.start, end: this.stop };
    this.mark(kind, span);
    return { value: unquote(this.text.slice(span.start, span.end)), span };
  }

  mark(kind: TokenKind, span: Span): void {
    // A finer reading of a word replaces the word that was taken whole.
    const last = this.tokens.at(-1);
    if (last && last.span.start <= span.start && span.end <= last.span.end) {
      if (last.span.start === span.start) this.tokens.pop();
    }
    this.tokens.push({ kind, span });
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }
}

function unquote(text: string): string {
  // Of two texts in quotes the outer signs are not a pair.
  return text.length > 1 && text.startsWith('"') && text.indexOf('"', 1) === text.length - 1 ? text.slice(1, -1) : text;
}
