// What is known while a sentence of a note is read, and what reading it gives.
import type { CodeEntry } from '../../../codesets/code-set';
import type { NoteWord } from '../../terms/note-sentences';
import type { Match } from './match';
import type { NotedParts } from './sides';
import type { Unit } from './units';
import type { Codes } from '../world';

/** In the order in which they are listed: what is treated now, its symptoms, its cause, known conditions, what was, what is taken, the family. */
export const GROUPS = ['current', 'symptom', 'cause', 'listed', 'personal', 'medicine', 'family'] as const;
export type Group = (typeof GROUPS)[number];

/** A code and what led to it, on the way. */
export interface Found {
  readonly entry: CodeEntry;
  readonly group: Group;
  readonly order: number;
  readonly words: readonly NoteWord[];
  readonly why: string;
}

/** What a sentence gives. */
export interface Read {
  readonly found: Found[];
  readonly left: { readonly match: Match; readonly why: string }[];
}

/** Where a sentence stands. */
export interface Place {
  /** The whole note. */
  readonly text: string;
  readonly date: string;
  readonly codes: Codes;
  /** The sentence speaks of an injury that is being followed. */
  readonly followed: boolean;
  /** All things said in the sentence, statement by statement. */
  readonly said: readonly (readonly Unit[])[];
  readonly noted: NotedParts;
}

/** The words that led to a code, in order. */
export function wordsOf(match: Match): NoteWord[] {
  return match.units.flatMap((unit) => unit.words).sort((a, b) => a.start - b.start);
}
