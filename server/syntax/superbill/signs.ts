// Signs in and behind words that are no part of them.
import type { LineCursor, Spanned } from './nodes';

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
  const length = value.replace(/[,;:]$/, '').length || value.length;
  return { value: value.slice(0, length), span: { start: span.start, end: span.start + length } };
}

/** Points out a sign behind a word, if there is one. */
export function removeSign(cursor: LineCursor, word: Spanned<string>): void {
  const start = withoutSign(word).span.end, { end } = word.span;
  if (start === end) return;
  const sign = cursor.text.slice(start, end);
  cursor.problem({
    span: { start, end }, kind: 'misplaced-text', message: `“${sign}” is not understood here`,
    fix: { title: `Remove the “${sign}”`, safe: true, edits: [{ span: { start, end }, text: '' }] },
  });
}
