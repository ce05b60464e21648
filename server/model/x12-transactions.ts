// The transactions of an X12 file with the envelopes around them, and their segments as plain text: what readers of claims and answers walk over.
import type { Group, Interchange, Transaction, X12Document } from '../syntax/x12/read';
import { expandDate } from './dates';

/** A transaction with the envelopes around it. */
export interface Enclosed {
  readonly interchange: Interchange;
  readonly group: Group;
  readonly transaction: Transaction;
}

/** All transactions of a kind (ST01), in order. */
export function transactionsOf(document: X12Document, type: string): Enclosed[] {
  return document.interchanges.flatMap((interchange) =>
    interchange.groups.flatMap((group) =>
      group.transactions.filter((transaction) => transaction.type === type).map((transaction) => ({ interchange, group, transaction })),
    ),
  );
}

/** When an interchange was written, as its ISA says: `2026-11-21 09:30`; '' where it says nothing. */
export function writtenAt({ segments }: X12Document, interchange: Interchange | undefined): string {
  if (interchange?.isa === undefined) return '';
  const day = expandDate(`20${segments.text(interchange.isa, 9)}`) ?? '';
  return `${day} ${segments.text(interchange.isa, 10).replace(/^(\d\d)(\d\d).*/, '$1:$2')}`.trim();
}

/** A segment. Elements count from 1. */
export interface Row {
  readonly id: string;
  /** Number of the segment in its document. */
  readonly segment: number;
  /** An element, '' where absent. */
  get(element: number): string;
  /** The components of an element; one empty text where absent. */
  parts(element: number): readonly string[];
}

/** The segments of a transaction, each split once. */
export function* rowsOf(document: X12Document, { first, end }: Pick<Transaction, 'first' | 'end'>): Generator<Row> {
  for (let segment = first; segment < end; segment++) {
    const span = document.segments.span(segment);
    const { element, component } = document.segments.separators(segment);
    const elements = document.text.slice(span.start, span.end).split(element);
    yield { id: elements[0], segment, get: (n) => elements[n] ?? '', parts: (n) => (elements[n] ?? '').split(component) };
  }
}
