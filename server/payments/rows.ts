// Segments of a transaction as rows of elements, with the segment's number: what all readers of answers walk over.
import type { Group, Interchange, Transaction, X12Document } from '../syntax/x12/read';

export interface Row {
  readonly id: string;
  /** Number of the segment in its document. */
  readonly segment: number;
  /** An element, '' where absent. */
  get(n: number): string;
  /** The components of an element; one empty text where absent. */
  parts(n: number): readonly string[];
}

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

/** The segments from one to another, each split once. */
export function* rowsOf(document: X12Document, first: number, end: number): Generator<Row> {
  for (let segment = first; segment < end; segment++) {
    const { start, end: stop } = document.segments.span(segment);
    const { element, component } = document.segments.separators(segment);
    const elements = document.text.slice(start, stop).split(element);
    yield { id: elements[0] ?? '', segment, get: (n) => elements[n] ?? '', parts: (n) => (elements[n] ?? '').split(component) };
  }
}
