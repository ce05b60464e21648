// Fix all: what the safe fixes make of a document, one round after the other, as a fix may make room for another one.
import type { Finding } from '../rules/rule';
import type { Edit, Span } from '../syntax/tree';
import { findingsIn } from './diagnostics';
import type { SuperbillDocument } from './project';
import type { World } from './world';

/** A fix may make room for another one, but not for ever. */
const ROUNDS = 10;

/**
 * The edits that put right all that is safe, until nothing is left of that. The document is tried out in the project, and is
 * read there again as it was in the end.
 */
export function fixAll({ uri, text, lines }: SuperbillDocument, world: World): Edit[] {
  const { project } = world;
  let fixed: Piece[] = [{ text, at: 0 }];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const document = round === 0 ? project.get(uri) : project.set(uri, textOf(fixed), 'superbill');
      const edits = document ? safeEdits(findingsIn(document, world)) : [];
      if (edits.length === 0) break;
      fixed = edited(fixed, edits);
    }
    return editsOf(fixed, text);
  } finally {
    // Also after a fault: what is open is not what was tried out.
    project.set(uri, text, 'superbill', { lines, change: undefined });
  }
}

/** The edits of all safe fixes that do not overlap, in order. */
export function safeEdits(findings: readonly Finding[]): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safe && !one.source);
    if (fix && fix.edits.every((edit) => edits.every((other) => apart(edit.span, other.span)))) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function apart(a: Span, b: Span): boolean {
  return a.end < b.start || b.end < a.start || (a.end === b.start && a.start !== b.start) || (b.end === a.start && a.start !== b.start);
}

/** Applies edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

/** A stretch of a text that was edited: new, or kept from where it stood `at` first. */
interface Piece {
  readonly text: string;
  readonly at?: number;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Edits of the text that the pieces are now; in order. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  let at = 0;
  const result = edits.flatMap(({ span, text }) => {
    const before = between(pieces, at, span.start);
    at = span.end;
    return [...before, { text }];
  });
  return [...result, ...between(pieces, at, Infinity)];
}

function between(pieces: readonly Piece[], start: number, end: number): Piece[] {
  let offset = 0;
  return pieces.flatMap(({ text, at }): Piece[] => {
    const from = Math.max(0, start - offset),
      to = Math.min(text.length, end - offset);
    offset += text.length;
    return from < to ? [{ text: text.slice(from, to), ...(at !== undefined && { at: at + from }) }] : [];
  });
}

/** What lies between the pieces that were kept. */
function editsOf(pieces: readonly Piece[], first: string): Edit[] {
  const edits: Edit[] = [];
  let end = 0,
    fresh = '';
  for (const { text, at } of [...pieces, { text: '', at: first.length }]) {
    if (at === undefined) {
      fresh += text;
      continue;
    }
    if (fresh !== '' || at > end) edits.push({ span: { start: end, end: at }, text: fresh });
    end = at + text.length;
    fresh = '';
  }
  return edits;
}
