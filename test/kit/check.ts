// Texts with markers in them, and one check function for findings and one for fixes: the tests' way of speaking.
import assert from 'node:assert/strict';
import type { Finding } from '../../server/rules/rule';
import type { Edit, Span } from '../../server/syntax/tree';
import { PRACTICE, frame } from './frame';
import { findingsOf } from './world';

/** A text without its marker, and where the marker stood. For `<|>` the span is empty. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
  readonly span: Span;
}

/** Takes the one marker out of a text: `<|>` is the cursor, `<|…|>` a range. */
export function cursor(marked: string): Marked {
  const start = marked.indexOf('<|');
  if (start === -1) throw new Error('the text has no marker <|>');
  if (marked[start + 2] === '>') {
    const text = marked.slice(0, start) + marked.slice(start + 3);
    return once({ text, offset: start, span: { start, end: start } });
  }
  const end = marked.indexOf('|>', start + 2);
  if (end === -1) throw new Error('the marker <| has no end |>');
  const text = marked.slice(0, start) + marked.slice(start + 2, end) + marked.slice(end + 2);
  return once({ text, offset: start, span: { start, end: end - 2 } });
}

function once(marked: Marked): Marked {
  if (marked.text.includes('<|') || marked.text.includes('|>')) throw new Error('the text has more than one marker');
  return marked;
}

/**
 * Checks a document beside others (as a rule the practice of `frame.ts`). A line of blanks and `^` labels the line above:
 * `^^^ error fix claim/mismatched-total: message`. All findings must be there, at the exact place, and no others. A place
 * without width is one `^` at the end of its line, or `|` inside it.
 */
export function checkDiagnostics(labelled: string, beside: string = PRACTICE): void {
  const { lines, labels } = readLabels(labelled);
  compare(lines.join('\n'), labels, beside);
}

/** The same for some lines of an encounter, which take the place of those lines in the clean one (see `frame`). */
export function checkLines(labelled: string, beside: string = PRACTICE): void {
  const { lines, labels } = readLabels(labelled);
  // Each labelled line carries a mark while the example is put into its frame, so that it can be found again.
  const carried = lines.map((line, i) => (labels.some((label) => label.line === i) ? `${line} \u{e000}${i}\u{e001}` : line)).join('\n');
  const moved = new Map<number, { line: number; shift: number }>();
  const framed = frame(carried)
    .split('\n')
    .map((line, number) =>
      line.replace(/ \u{e000}(\d+)\u{e001}/u, (_mark, i: string, at: number) => {
        moved.set(Number(i), { line: number, shift: at - lines[Number(i)].length });
        return '';
      }),
    );
  compare(
    framed.join('\n'),
    labels.map((label) => {
      const to = moved.get(label.line);
      if (!to) throw new Error(`the labelled line “${lines[label.line]}” is not in the frame`);
      return { ...label, line: to.line, column: label.column + to.shift };
    }),
    beside,
  );
}

/**
 * Applies the one fix of the findings at the marker, or the one with the given title, and compares the text.
 */
export function checkFix(before: string, after: string, title?: string, beside: string = PRACTICE): void {
  const { text, span } = cursor(before);
  const offered = findingsOf(text, beside)
    .filter((one) => one.span.start <= span.end && span.start <= one.span.end)
    .flatMap((one) => one.fixes);
  const fixes = title === undefined ? offered : offered.filter((fix) => fix.title === title);
  const titles = offered.map((fix) => fix.title).join(' | ') || 'none';
  assert.equal(
    fixes.length,
    1,
    title === undefined ? `there must be exactly one fix, not: ${titles}` : `no fix “${title}” among: ${titles}`,
  );
  assert.equal(applyEdits(text, fixes[0].edits), after);
}

/** The same for some lines of an encounter, before and after. */
export function checkLinesFix(before: string, after: string, title?: string, beside: string = PRACTICE): void {
  checkFix(frame(before), frame(after), title, beside);
}

/** A text with edits applied, last one first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, edit) => all.slice(0, edit.span.start) + edit.text + all.slice(edit.span.end), text);
}

interface Label {
  readonly line: number;
  readonly column: number;
  /** `^^^`, or `|` for an empty place inside a line. */
  readonly mark: string;
  readonly says: string;
}

const LABEL = /^(\s*)(\^+…?|\|) (.*)$/;

function readLabels(labelled: string): { lines: string[]; labels: Label[] } {
  const lines: string[] = [],
    labels: Label[] = [];
  for (const line of labelled.replace(/^\n/, '').split('\n')) {
    const parts = LABEL.exec(line);
    if (!parts) lines.push(line);
    else if (lines.length === 0) throw new Error(`the label “${line}” has no line above it`);
    else if (!/^(error|warning|information|hint) (fix )?[\w-]+\/[\w-]+: ./.test(parts[3]))
      throw new Error(`“${line}” is not a label: ^^^ error fix group/name: message`);
    else labels.push({ line: lines.length - 1, column: parts[1].length, mark: parts[2], says: parts[3].trimEnd() });
  }
  return { lines, labels };
}

function compare(text: string, expected: readonly Label[], beside: string): void {
  const lines = text.split('\n');
  const found = findingsOf(text, beside).map((finding) => labelOf(finding, lines));
  assert.equal(drawLabels(lines, found), drawLabels(lines, expected));
}

function labelOf(finding: Finding, lines: readonly string[]): Label {
  let line = 0,
    start = 0;
  while (line < lines.length - 1 && start + lines[line].length < finding.span.start) {
    start += lines[line].length + 1;
    line += 1;
  }
  const column = finding.span.start - start,
    width = finding.span.end - finding.span.start,
    room = lines[line].length - column;
  const mark = width === 0 ? (room === 0 ? '^' : '|') : width > room ? `${'^'.repeat(Math.max(1, room))}…` : '^'.repeat(width);
  return { line, column, mark, says: `${finding.severity} ${finding.fixes.length > 0 ? 'fix ' : ''}${finding.rule}: ${finding.message}` };
}

/** The text with the labels below their lines, in a fixed order. */
function drawLabels(lines: readonly string[], labels: readonly Label[]): string {
  const drawn = labels.map((label) => ({ ...label, text: `${' '.repeat(label.column)}${label.mark} ${label.says}` }));
  return lines
    .flatMap((line, i) => [
      line,
      ...drawn
        .filter((label) => label.line === i)
        .sort((a, b) => a.column - b.column || (a.text < b.text ? -1 : 1))
        .map((label) => label.text),
    ])
    .join('\n');
}
