// The envelopes around a segment, looked up without walking through all of a file.
import type { Group, Interchange, SegmentRange, Transaction } from './envelopes';
import type { X12Document } from './read';

/** Those that are there; what stands behind the end of one is in none. */
export interface Enclosing {
  readonly interchange: Interchange | undefined;
  readonly group: Group | undefined;
  readonly transaction: Transaction | undefined;
}

/** The interchange, group and transaction that a segment stands in. */
export function enclosing(document: Pick<X12Document, 'interchanges'>, segment: number): Enclosing {
  const interchange = holding(document.interchanges, segment);
  const group = interchange && holding(interchange.groups, segment);
  return { interchange, group, transaction: group && holding(group.transactions, segment) };
}

/** The transaction that a segment stands in. */
export function transactionAt(document: Pick<X12Document, 'interchanges'>, segment: number): Transaction | undefined {
  return enclosing(document, segment).transaction;
}

/** The range that holds a segment, of ranges one behind the other. */
function holding<T extends SegmentRange>(ranges: readonly T[], segment: number): T | undefined {
  let found: T | undefined;
  for (let low = 0, high = ranges.length - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    if (ranges[middle].first <= segment) {
      found = ranges[middle];
      low = middle + 1;
    } else high = middle - 1;
  }
  return found && segment < found.end ? found : undefined;
}
