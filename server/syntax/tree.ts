// What both languages share: spans of text, problems found while reading, and positions.

/** A stretch of a text: 0-based offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A change of text: the span is replaced. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Something that a parser could not read as meant. The text stays; what is right around it keeps working. */
export interface Problem {
  readonly span: Span;
  /** Kebab-case kind, the second half of the `document/…` or `x12/…` rule that reports it. */
  readonly kind: string;
  /** What is wrong, in plain English, without a full stop. */
  readonly message: string;
  /** A cure, where one is certain. */
  readonly fix?: { readonly title: string; readonly safe: boolean; readonly edits: readonly Edit[] };
  /** The block whose first line is missing above: its name is for others to find. */
  readonly lacks?: string;
}

/** The span from the start of one to the end of another. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Does the span hold the offset? The end counts: a cursor behind the last letter is in the word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The text of a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** How the lines of a text end: as the first one does. Who writes a whole text ends them so. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line of an offset ends, before the characters that end it. */
export function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end === -1 ? text.length : offset + end;
}

/**
 * How the line of an offset ends, or the one before it where it is the last: who writes a line beside it ends it so. Nothing
 * else is looked at, for what is found out about a block is remembered while other blocks change.
 */
export function lineEndAt(text: string, offset: number): string {
  const end = endOfLine(text, offset);
  const own = /^(?:\r\n|[\r\n])/.exec(text.slice(end, end + 2));
  if (own) return own[0];
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  // A line at the margin begins a block: what stands before it belongs to another one.
  const before = /[ \t]/.test(text[start] ?? '') ? /(?:\r\n|[\r\n])$/.exec(text.slice(Math.max(0, start - 2), start)) : null;
  return before?.[0] ?? '\n';
}
