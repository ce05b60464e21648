// The envelope of a file that is written here: who speaks to whom, when, under which number.
import { type SegmentValue, writeSegments } from '../syntax/x12/write';
import { compactDate } from './dates';

/** One side of an interchange: ISA05 and ISA06 with GS02, or ISA07 and ISA08 with GS03. */
export interface Party {
  readonly qualifier: string;
  readonly id: string;
  readonly group: string;
}

export interface Envelope {
  readonly from: Party;
  readonly to: Party;
  /** ISO. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  /** ISA15: P or T. */
  readonly usage: string;
  /** ISA13 and GS06. */
  readonly control: number;
  /** Is a TA1 asked for (ISA14)? */
  readonly wantsReceipt: boolean;
}

/** A whole file around transactions. `functional`: GS01 and GS08; without it the segments stand in no group, as a TA1 does. */
export function enclose(
  { from, to, date, time, usage, control, wantsReceipt }: Envelope,
  functional: { readonly id: string; readonly version: string } | undefined,
  segments: readonly SegmentValue[],
): string {
  const day = compactDate(date),
    asks = wantsReceipt ? '1' : '0';
  const head: SegmentValue[] = [
    ['ISA', '00', '', '00', '', from.qualifier, from.id, to.qualifier, to.id, day.slice(2), time, '^', '00501', control, asks, usage, ':'],
  ];
  if (!functional) return writeSegments([...head, ...segments, ['IEA']]);
  head.push(['GS', functional.id, from.group, to.group, day, time, control, 'X', functional.version]);
  return writeSegments([...head, ...segments, ['GE'], ['IEA']]);
}
