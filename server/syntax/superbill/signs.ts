// Signs before, in and behind words that are no part of them, and values that stand on a line of something else.
import { type Span, lineEndAt } from '../tree';
import type { LineCursor, Spanned } from './nodes';
import { wordsAhead } from './values';

/** Cuts a word at a sign, keeping where each part stands. */
export function split(whole: Spanned<string>, sign: string): Spanned<string>[] {
  let start = whole.span.start;
  return whole.value.split(sign).map((value) => {
    const part = { value, span: { start, end: start + value.length } };
    start = part.span.end + sign.length;
    return part;
  });
}

/** The word without a comma, semicolon or colon behind it. */
export function withoutSign({ value, span }: Spanned<string>): Spanned<string> {
  const length = value.replace(/[-,;:]+$/, '').length || value.length;
  return { value: value.slice(0, length), span: { start: span.start, end: span.start + length } };
}

/** A word in brackets without them; the brackets may stand in the way of its sign: `(M17.11),`. */
export function withoutBrackets({ value, span }: Spanned<string>): Spanned<string> {
  const inner = /^\(([^()]+)\)[,;:.]?$/.exec(value)?.[1];
  return inner === undefined ? { value, span } : { value: inner, span: { start: span.start + 1, end: span.start + 1 + inner.length } };
}

/** Points out a sign behind a word, if there is one. */
export function removeSign(cursor: LineCursor, word: Spanned<string>): void {
  const start = withoutSign(word).span.end,
    { end } = word.span;
  if (start === end) return;
  const sign = cursor.text.slice(start, end);
  cursor.problem({
    span: { start, end },
    kind: 'misplaced-text',
    message: `“${sign}” is not understood here`,
    fix: { title: `Remove the “${sign}”`, safe: true, edits: [{ span: { start, end }, text: '' }] },
  });
}

/** Takes the sign or number with which a list counts its lines: `-`, `*`, `1.`, `2)`. */
export function takeBullet(cursor: LineCursor): Spanned<string> | undefined {
  const [first = '', next] = wordsAhead(cursor);
  return next !== undefined && /^(?:[-–*•]|\d{1,2}[.)])$/.test(first) ? cursor.take('text') : undefined;
}

/** Words that stand where a code belongs, and the code behind them, if there is one, which is not taken. */
export interface WordsForCode extends Spanned<string> {
  readonly code?: Spanned<string>;
}

/** Takes such words, up to a code or something else that may follow one; no code begins with two letters. */
export function wordsForCode(
  cursor: LineCursor,
  isCode: (word: string) => boolean,
  isOther: (word: string) => boolean,
): WordsForCode | undefined {
  const words = wordsAhead(cursor);
  if (!/^[a-z]\D/i.test(words[0] ?? '')) return undefined;
  const end = words.findIndex((word) => isCode(word) || isOther(word)),
    count = end === -1 ? words.length : end;
  if (count === 0) return undefined;
  const taken = words.slice(0, count).flatMap(() => cursor.take('text') ?? []);
  const span = { start: taken[0].span.start, end: taken[taken.length - 1].span.end },
    value = cursor.text.slice(span.start, span.end),
    next = cursor.peek();
  if (end !== -1 && next && isCode(words[end])) return { value, span, code: { value: words[end], span: next } };
  cursor.problem({ span, kind: 'invalid-value', message: `“${value}” is not a code: choose one` });
  return { value, span };
}

/** Points out a word that says nothing here. */
export function removeWord(cursor: LineCursor, { value, span }: Spanned<string>): void {
  const { start } = span,
    end = cursor.peek()?.start ?? span.end;
  const fix = { title: `Remove “${value}”`, safe: true, edits: [{ span: { start, end }, text: '' }] };
  cursor.problem({ span, kind: 'misplaced-text', message: `“${value}” is not needed here`, fix });
}

/** Offers a line of its own to what stands on the line of something else. `deeper`: below it, else beside it. */
export function giveLine(cursor: LineCursor, span: Span, message: string, deeper: boolean): void {
  const { text } = cursor;
  let before = span.start;
  while (/[ \t\u00a0]/.test(text[before - 1] ?? '')) before -= 1;
  const edits = [{ span: { start: before, end: span.start }, text: lineBreak(cursor, span.start) + (deeper ? '  ' : '') }];
  cursor.problem({ span, kind: 'misplaced-text', message, fix: { title: 'Give it a line of its own', safe: true, edits } });
}

/** What begins a line beside the one of an offset: as that one ends, and as deep. */
export function lineBreak({ text, indent }: LineCursor, offset: number): string {
  return lineEndAt(text, offset) + indent;
}
