// The cures that put a line where it belongs.
import { type Edit, lineEndAt, type Problem } from '../tree';
import type { Entry, Line } from './nodes';

/** `home` is the entry to which the line belongs. */
export function misplaced(line: Line, message: string, home: Entry | undefined): Problem {
  const fix = { title: 'Correct the indent', safe: true, edits: [indented(line, home)] };
  return { span: line.content, kind: 'misplaced-line', message, fix };
}

/** Puts a line below its home, as deep as that will stand when its own indent is right. */
export function indented(line: Line, home: Entry | undefined): Edit {
  return { span: { start: line.span.start, end: line.content.start }, text: ' '.repeat(depthBelow(home)) };
}

export function depthBelow(home: Entry | undefined): number {
  return home ? Math.max(home.line.indent, depthBelow(home.parent)) + 2 : 0;
}

/** Writes a section above a line, and the line into it. */
export function below(text: string, line: Line, encounter: Entry, section: string): Problem['fix'] {
  const indent = ' '.repeat(encounter.line.indent + 2),
    span = { start: line.span.start, end: line.content.start };
  const edits = [{ span, text: `${indent}${section}${lineEndAt(text, line.span.start)}${indent}  ` }];
  return { title: `Write “${section}” above it`, safe: true, edits };
}
