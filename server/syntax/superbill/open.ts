// What is known while a text is read: entries that are still open, and where their next line may belong.
import type { Problem, Span } from '../tree';
import type { Entry, Line, Spec } from './nodes';

/** An entry whose lines are still being read. */
export interface OpenEntry extends Entry {
  span: { start: number; end: number };
  entries: OpenEntry[];
  parent: OpenEntry | undefined;
}

/** Where a line may belong. */
export interface Homes {
  /** The entry below which it is written; undefined at the margin, and where nothing stands above it. */
  readonly parent: OpenEntry | undefined;
  /** The block above that is understood, where the line is at its depth or further out, and begins none itself. */
  readonly above: OpenEntry | undefined;
  /** What stands before it there. */
  readonly before: OpenEntry | undefined;
  /** The lines that follow it. */
  readonly following: readonly Line[];
}

export interface Place {
  readonly spec: Spec | undefined;
  readonly parent: OpenEntry | undefined;
  readonly problem?: Problem;
  /** The keyword that an unknown word probably means. */
  readonly meant?: string;
}

/** What a line is, and the word that says so: empty where the word itself is missing. */
export interface Meant {
  readonly word: Span;
  readonly place: Place;
}

/** So far is looked among entries: a text that is none of ours may have any number of lines that are not understood. */
export const LOOK_BACK = 100;

/** The last of these that is understood. */
export function lastKnown<T extends Entry>(entries: readonly T[]): T | undefined {
  for (let n = entries.length - 1; n >= Math.max(0, entries.length - LOOK_BACK); n -= 1) if (entries[n].spec) return entries[n];
  return undefined;
}
