// TA1 → was the interchange taken in.
import type { X12Document } from '../syntax/x12/read';

export interface InterchangeAnswer {
  /** ISA13 of the interchange that is answered. */
  readonly control: string;
  /** A accepted, E accepted with errors, R refused. */
  readonly outcome: string;
  /** TA105. */
  readonly code: string;
  readonly segment: number;
}

/** Every TA1 of a file, in or outside of an interchange. */
export function readTa1(document: X12Document): InterchangeAnswer[] {
  const { segments } = document;
  const found: InterchangeAnswer[] = [];
  for (let i = 0; i < segments.count; i++) {
    if (segments.id(i) !== 'TA1') continue;
    found.push({ control: segments.text(i, 1).trim(), outcome: segments.text(i, 4), code: segments.text(i, 5), segment: i });
  }
  return found;
}
