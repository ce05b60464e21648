// Envelopes of the payer's own files: who speaks to whom, when, under which numbers.
import { expandDate } from '../model/dates';
import { type Party, enclose } from '../model/x12-envelope';
import type { SegmentValue } from '../syntax/x12/write';
import type { Interchange, X12Document } from '../syntax/x12/read';

/** A sender never uses a number twice. */
export function interchangeKey(interchange: Interchange): string {
  return `${interchange.sender}|${interchange.control}`;
}

/** Does the sender ask for a TA1 also where nothing is wrong (ISA14)? */
export function wantsReceipt(document: X12Document, { isa }: Interchange): boolean {
  return isa !== undefined && document.segments.text(isa, 14) === '1';
}

/** Everything that an answer takes over from what it answers. */
export interface Occasion {
  /** ISO. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  readonly usage: string;
  /** The payer's side and the practice's side, as they stood in the file. */
  readonly from: Party;
  readonly to: Party;
  readonly control: number;
}

/**
 * When and between whom: the answer bears the date of the file, so that the same file has the same answer. `taken`: the numbers of
 * answers to other interchanges of the file; the one that is given here is added.
 */
export function occasionOf(document: X12Document, interchange: Interchange, taken: Set<number>): Occasion {
  const { segments } = document;
  const isa = (n: number): string => (interchange.isa === undefined ? '' : segments.text(interchange.isa, n).trim());
  const gs = interchange.groups.find((group) => group.gs !== undefined)?.gs;
  const group = (n: number): string => (gs === undefined ? '' : segments.text(gs, n).trim());
  const time = TIME.exec(group(5))?.[0] ?? TIME.exec(isa(10))?.[0] ?? '0000';
  return {
    date: expandDate(group(4)) ?? expandDate(`20${isa(9)}`) ?? '2000-01-01',
    time,
    usage: isa(15) === 'P' ? 'P' : 'T',
    from: { qualifier: qualifier(isa(7)), ...ids(isa(8), group(3), 'TRAINING') },
    to: { qualifier: qualifier(isa(5)), ...ids(isa(6), group(2), 'UNKNOWN') },
    control: freeNumber(Number(/^\d{1,9}$/.exec(isa(13))?.[0] ?? 0), taken),
  };
}

/** HHMM; what stands behind it is not taken over. */
const TIME = /^(?:[01]\d|2[0-3])[0-5]\d/;

/** A broken header must not break the answer's. */
function qualifier(written: string): string {
  return /^(01|14|20|27|28|29|30|33|ZZ)$/.test(written) ? written : 'ZZ';
}

function ids(id: string, group: string, otherwise: string): { id: string; group: string } {
  const known = id || otherwise;
  return { id: known, group: (group.length >= 2 ? group : known.padEnd(2, '0')).slice(0, 15) };
}

/** The answers to one interchange are numbered apart from each other. */
export const ANSWERS = { ta1: 1, '999': 2, '277ca': 3, '835': 4 } as const;

export type AnswerKind = keyof typeof ANSWERS;

/** Two interchanges of one file may have the same number; the answers to them may not. */
function freeNumber(wanted: number, taken: Set<number>): number {
  let number = wanted;
  while (taken.has(number)) number += 1;
  taken.add(number);
  return number;
}

/** Control number of an answer: the number of the file, and the kind of answer. */
function answerControl(occasion: Occasion, kind: AnswerKind): number {
  return (occasion.control * 10 + ANSWERS[kind]) % 1_000_000_000;
}

/** A whole answer around its transactions. */
export function writeAnswer(
  occasion: Occasion,
  kind: AnswerKind,
  functional: { readonly id: string; readonly version: string } | undefined,
  segments: readonly SegmentValue[],
): string {
  return enclose({ ...occasion, control: answerControl(occasion, kind), wantsReceipt: false }, functional, segments);
}
