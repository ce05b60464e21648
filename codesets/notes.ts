// The notes that the book prints: what a code includes and excludes, what goes with it, and where each note stands.
import type { CodeEntry } from './code-set';
import type { Edition } from './edition';
import { keyOf } from './rows';

/** Kinds of notes, in the order in which they are shown. */
export const NOTE_KINDS = [
  'note',
  'includes',
  'inclusion terms',
  'code first',
  'use additional code',
  'code also',
  'excludes 1',
  'excludes 2',
  'seventh character',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Notes of one kind at one place: the code itself, or a category, block or chapter above it. */
export interface CodeNote {
  readonly kind: NoteKind;
  /** The code or range at which the notes stand. */
  readonly at: string;
  readonly lines: readonly string[];
  /** The edition of the notes, which may be older than that of the codes. */
  readonly edition: string;
}

/** Terms that a code includes by name belong to that code alone; every other note holds for all codes below it. */
const OWN_ONLY: ReadonlySet<NoteKind> = new Set(['inclusion terms']);

/** The notes for a code, nearest first; `above` are the codes and ranges over it, nearest first. */
export function notesFor(edition: Edition, code: string, above: readonly CodeEntry[]): CodeNote[] {
  return [code, ...above.map((entry) => entry.code)].flatMap((place, distance) => {
    const row = edition.rowOf(keyOf(place));
    if (row < 0) return [];
    const { more } = edition.entryAt(row);
    return NOTE_KINDS.flatMap((kind): CodeNote[] => {
      const text = more[kind];
      if (!text || (distance > 0 && OWN_ONLY.has(kind))) return [];
      return [{ kind, at: place, lines: text.split('\n'), edition: edition.manifest.edition }];
    });
  });
}
