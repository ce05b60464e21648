// Cuts a text into lines with their indent, content and comment. Nothing is lost: the lines cover the text.
import type { Span } from '../tree';
import type { Line } from './nodes';

const SPACE = 32,
  TAB = 9,
  HASH = 35,
  QUOTE = 34,
  NBSP = 160,
  BOM = 0xfeff;

/** The lines of a stretch of text that begins and ends between lines. They end with LF, CRLF or CR. An empty text has no lines. */
export function readLines(text: string, from = 0, to = text.length, number = 0): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && !isBreak(text.charCodeAt(end))) end += 1;
    let next = end;
    if (next < to) next += text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) === 10 ? 2 : 1;
    lines.push(readLine(text, number + lines.length, start, end, next));
    start = next;
  }
  return lines;
}

function readLine(text: string, number: number, start: number, end: number, next: number): Line {
  let at = start;
  let indent = 0;
  for (; at < end; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === SPACE || sign === NBSP) indent += 1;
    else if (sign === TAB) indent += 2 - (indent % 2);
    else if (sign !== BOM) break;
  }
  const hash = commentStart(text, at, end);
  let last = hash ?? end;
  while (last > at && isSpace(text.charCodeAt(last - 1))) last -= 1;
  const line = { number, span: { start, end: next }, indent, content: { start: at, end: last } };
  if (hash === undefined) return line;
  let commentEnd = end;
  while (commentEnd > hash && isSpace(text.charCodeAt(commentEnd - 1))) commentEnd -= 1;
  return { ...line, comment: { start: hash, end: commentEnd } };
}

/** A `#` at the start, or after two spaces or a tab, and not inside quotes. */
function commentStart(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const close = text.indexOf('"', at + 1);
      if (close !== -1 && close < end) at = close;
    } else if (sign === HASH) {
      const before = text.charCodeAt(at - 1);
      if (at === from || before === TAB || (isSpace(before) && isSpace(text.charCodeAt(at - 2)))) return at;
    }
  }
  return undefined;
}

function isBreak(sign: number): boolean {
  return sign === 10 || sign === 13;
}

/** White space inside a line. */
export function isSpace(sign: number): boolean {
  return sign === SPACE || sign === TAB || sign === NBSP || sign === BOM;
}

/** Does a line say anything, if only a comment? */
export const isWritten = ({ content, comment }: Line): boolean => content.start < content.end || comment !== undefined;

/** What is written on a line, its comment too: in a note it is none. */
export function contentOf(text: string, { content, comment }: Line): string {
  return text.slice(content.start, comment?.end ?? content.end);
}

/** The first word of a line. */
export function firstWord(text: string, content: Span): Span {
  let end = content.start;
  while (end < content.end && !/\s/.test(text[end])) end += 1;
  return { start: content.start, end };
}

/** The first word of a content, in small letters. */
export function wordAt(text: string, content: Span): string {
  const { start, end } = firstWord(text, content);
  return text.slice(start, end).toLowerCase();
}
