// Codes for the words of a note inside an encounter: what the note speaks for, and the edit that adds what was chosen.
import { type Edit, type Span, endOfLine, lineEndOf, slice } from '../../syntax/tree';
import * as grammar from '../../syntax/superbill/grammar';
import type { Entry } from '../../syntax/superbill/nodes';
import { keyOf } from '../../../codesets/rows';
import { nextLetter } from '../completion/codes';
import { type FoundCodes, findCodes } from './find-codes';
import { dayOf, locate } from '../locate';
import type { SuperbillDocument } from '../project';
import type { World } from '../world';

/** A claim takes no more. */
export const MOST_DIAGNOSES = 12;

/** What a part of a note speaks for. */
export interface NoteCodes extends FoundCodes {
  /** The encounter's block. */
  readonly encounter: Entry;
  /** The words of the note that were read. */
  readonly part: Span;
}

/** The codes for the selected words of a note, or for the sentence at the cursor; undefined outside of a note. Spans are the document's. */
export function codesInNote(document: SuperbillDocument, span: Span, world: World): NoteCodes | undefined {
  const { entry, path } = locate(document.tree, span.start);
  if (entry?.spec !== grammar.NOTE || path[0]?.spec !== grammar.ENCOUNTER) return undefined;
  const whole = entry.tokens.find((token) => token.kind === 'note')?.span;
  if (!whole) return undefined;
  const note = around(clamp(span.start, whole), whole);
  const start = clamp(span.start, note),
    part = { start, end: Math.max(start, clamp(span.end, note)) };
  const move = (one: Span, by: number): Span => ({ start: one.start + by, end: one.end + by });
  const { candidates, leftOut } = findCodes(
    slice(document.text, note),
    move(part, -note.start),
    dayOf(document, span.start, world),
    world.codes,
  );
  const present = new Set(diagnosesOf(path[0]).map((one) => keyOf(codeOf(one) ?? '')));
  return {
    encounter: path[0],
    part,
    candidates: candidates
      .filter((one) => !present.has(keyOf(one.code)))
      .map((one) => ({ ...one, words: one.words.map((words) => move(words, note.start)) })),
    leftOut: leftOut
      .filter((one) => !present.has(keyOf(one.code)))
      .map((one) => ({ ...one, words: one.words.map((words) => move(words, note.start)) })),
  };
}

/** So much of a note is read, in signs: more is no note of a visit. */
const LONGEST_NOTE = 20_000;

function around(offset: number, { start, end }: Span): Span {
  const from = Math.max(start, Math.min(offset - LONGEST_NOTE / 2, end - LONGEST_NOTE));
  return { start: from, end: Math.min(end, from + LONGEST_NOTE) };
}

function clamp(offset: number, { start, end }: Span): number {
  return Math.min(Math.max(offset, start), end);
}

/** How many more diagnoses an encounter may have. */
export function roomFor(encounter: Entry): number {
  return Math.max(0, MOST_DIAGNOSES - diagnosesOf(encounter).length);
}

/** Adds diagnoses with the next letters; those that stand already, or for which there is no letter, are left. Undefined where nothing is left. */
export function addDiagnoses(
  { text }: SuperbillDocument,
  encounter: Entry,
  codes: readonly { readonly code: string; readonly title: string }[],
): Edit | undefined {
  const section = encounter.entries.find((one) => one.spec === grammar.DIAGNOSES);
  const lines = section?.entries ?? [];
  const present = new Set(lines.map((one) => keyOf(codeOf(one) ?? '')));
  const letters = new Set(lines.map((one) => itemOf(one).letter?.value ?? ''));
  const indent = ' '.repeat(section?.entries[0]?.line.indent ?? (section ? section.line.indent + 2 : 4));
  const written: string[] = [];
  for (const { code, title } of codes) {
    if (present.has(keyOf(code)) || lines.length + written.length >= MOST_DIAGNOSES) continue;
    const letter = nextLetter(letters);
    letters.add(letter);
    present.add(keyOf(code));
    written.push(`${indent}${letter}  ${code}  ${title}`);
  }
  if (written.length === 0) return undefined;
  const newLine = lineEndOf(text);
  // A new section stands where the form has it: before the services.
  const next = section ? undefined : encounter.entries.find((one) => BEHIND_DIAGNOSES.has(one.spec));
  if (next)
    return {
      span: { start: next.line.span.start, end: next.line.span.start },
      text: `  diagnoses${newLine}${written.join(newLine)}${newLine}${newLine}`,
    };
  const end = endOfLine(text, (section ?? encounter).span.end);
  const head = section ? newLine : `${newLine}${newLine}  diagnoses${newLine}`;
  return { span: { start: end, end }, text: `${head}${written.join(newLine)}` };
}

const BEHIND_DIAGNOSES: ReadonlySet<unknown> = new Set([grammar.SERVICES, grammar.PAYMENTS, grammar.ADJUDICATED]);

function diagnosesOf(encounter: Entry): readonly Entry[] {
  return encounter.entries.find((one) => one.spec === grammar.DIAGNOSES)?.entries ?? [];
}

function codeOf(entry: Entry): string | undefined {
  return itemOf(entry).code?.value;
}

function itemOf(entry: Entry): { readonly letter?: { readonly value: string }; readonly code?: { readonly value: string } } {
  return entry.value ?? {};
}
