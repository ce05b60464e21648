// Envelopes: what a TA1 says about an interchange, and the envelopes of the payer's own files.
import { compactDate, expandDate } from '../model/dates';
import { type SegmentValue, writeSegments } from '../syntax/x12/write';
import type { Interchange, X12Document } from '../syntax/x12/read';

/** TA105, and whether the interchange is refused for it. */
export interface Receipt {
  readonly code: string;
  readonly refused: boolean;
}

/** Judges the envelope alone. `known` holds sender and ISA13 of what came before. */
export function checkInterchange(document: X12Document, interchange: Interchange, known: ReadonlySet<string>): Receipt {
  const { segments } = document;
  const { isa, iea } = interchange;
  const refuse = (code: string): Receipt => ({ code, refused: true });
  if (isa === undefined) return refuse('024');
  if (iea === undefined) return refuse('023');
  if (segments.text(iea, 2).trim() !== interchange.control) return refuse('001');
  if (!/^\d{9}$/.test(interchange.control)) return refuse('018');
  if (Number(segments.text(iea, 1)) !== interchange.groups.length) return refuse('021');
  if (segments.text(isa, 12) !== '00501') return refuse('017');
  if (!/^[PT]$/.test(segments.text(isa, 15))) return refuse('020');
  if (known.has(interchangeKey(interchange))) return refuse('025');
  if (interchange.groups.length === 0) return refuse('024');
  return { code: '000', refused: false };
}

/** A sender never uses a number twice. */
export function interchangeKey(interchange: Interchange): string {
  return `${interchange.sender}|${interchange.control}`;
}

/** Everything that an answer takes over from what it answers. */
export interface Occasion {
  /** ISO. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  readonly usage: string;
  /** The payer's side and the practice's side, as they stood in the file. */
  readonly from: { readonly qualifier: string; readonly id: string; readonly group: string };
  readonly to: { readonly qualifier: string; readonly id: string; readonly group: string };
  readonly control: number;
}

/** When and between whom: the answer bears the date of the file, so that the same file has the same answer. */
export function occasionOf(document: X12Document, interchange: Interchange): Occasion {
  const { segments } = document;
  const isa = (n: number): string => (interchange.isa === undefined ? '' : segments.text(interchange.isa, n).trim());
  const gs = interchange.groups.find((group) => group.gs !== undefined)?.gs;
  const group = (n: number): string => (gs === undefined ? '' : segments.text(gs, n).trim());
  const time = /^\d{4}/.exec(group(5))?.[0] ?? /^\d{4}$/.exec(isa(10))?.[0] ?? '0000';
  return {
    date: expandDate(group(4)) ?? expandDate(`20${isa(9)}`) ?? '2000-01-01', time, usage: isa(15) === 'P' ? 'P' : 'T',
    from: { qualifier: isa(7) || 'ZZ', id: isa(8) || 'TRAINING', group: group(3) || isa(8) || 'TRAINING' },
    to: { qualifier: isa(5) || 'ZZ', id: isa(6) || 'UNKNOWN', group: group(2) || isa(6) || 'UNKNOWN' },
    control: Number(/^\d{1,9}$/.exec(isa(13))?.[0] ?? 0),
  };
}

/** The answers to one interchange are numbered apart from each other. */
export const ANSWERS = { ta1: 1, '999': 2, '277ca': 3, '835': 4 } as const;

export type AnswerKind = keyof typeof ANSWERS;

/** Control number of an answer: the number of the file or one given, and the kind of answer. */
export function answerControl(occasion: Occasion, kind: AnswerKind, number?: number): number {
  return ((number ?? occasion.control) * 10 + ANSWERS[kind]) % 1_000_000_000;
}

/** A whole file around transactions. */
export function enclose(
  occasion: Occasion, kind: AnswerKind, functional: { readonly id: string; readonly version: string } | undefined, segments: readonly SegmentValue[], number?: number,
): string {
  const { date, time, usage, from, to } = occasion;
  const control = answerControl(occasion, kind, number);
  const compact = compactDate(date);
  return writeSegments([
    ['ISA', '00', '', '00', '', from.qualifier, from.id, to.qualifier, to.id, compact.slice(2), time, '^', '00501', control, '0', usage, ':'],
    ...(functional ? [['GS', functional.id, from.group, to.group, compact, time, control, 'X', functional.version] satisfies SegmentValue] : []),
    ...segments,
    ...(functional ? [['GE'] satisfies SegmentValue] : []),
    ['IEA'],
  ]);
}
