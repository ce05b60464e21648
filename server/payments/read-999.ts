// 999 → which transactions were taken in, and what was wrong with the others, by position in the file that was sent.
import type { X12Document } from '../syntax/x12/read';
import { type Row, rowsOf, transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';

/** One thing that is wrong: a segment, or an element of it. */
export interface SyntaxError999 {
  readonly segmentId: string;
  /** Counts from ST as 1. */
  readonly position: number;
  readonly loop: string;
  /** IK304. */
  readonly code: string;
  readonly element?: number;
  readonly component?: number;
  readonly repetition?: number;
  /** IK403. */
  readonly elementCode?: string;
  readonly bad?: string;
  /** CLM01, where the receiver gives it. */
  readonly control?: string;
  /** Number of the IK3 or IK4 segment. */
  readonly segment: number;
}

export interface TransactionAnswer {
  readonly type: string;
  /** ST02 of the transaction that is answered. */
  readonly control: string;
  /** IK501: A, E, R, … */
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly errors: readonly SyntaxError999[];
  readonly segment: number;
}

export interface GroupAnswer {
  /** GS01 and GS06 of the group that is answered. */
  readonly functionalId: string;
  readonly control: string;
  /** AK901. */
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly transactions: readonly TransactionAnswer[];
  readonly segment: number;
}

/** Was it taken in? Accepted with errors is. */
export function isAccepted(outcome: string): boolean {
  return outcome === 'A' || outcome === 'E' || outcome === 'P';
}

/** All group answers of a file (999, and the older 997 as far as it says the same). */
export function read999(document: X12Document): GroupAnswer[] {
  return [...transactionsOf(document, '999'), ...transactionsOf(document, '997')].map(({ transaction }) => {
    const group: OpenGroup = { functionalId: '', control: '', outcome: '', codes: [], transactions: [], segment: transaction.first };
    for (const row of rowsOf(document, transaction)) readRow(group, row);
    return group;
  });
}

type OpenTransaction = Omit<Writable<TransactionAnswer>, 'errors'> & { errors: Writable<SyntaxError999>[] };
type OpenGroup = Omit<Writable<GroupAnswer>, 'transactions'> & { transactions: OpenTransaction[] };

function readRow(group: OpenGroup, { id, segment, get, parts }: Row): void {
  const transaction = group.transactions.at(-1);
  switch (id) {
    case 'AK1':
      Object.assign(group, { functionalId: get(1), control: get(2), segment });
      return;
    case 'AK2':
      group.transactions.push({ type: get(1), control: get(2), outcome: '', codes: [], errors: [], segment });
      return;
    case 'IK3':
    case 'AK3':
      transaction?.errors.push({ segmentId: get(1), position: Number(get(2)) || 0, loop: get(3), code: get(4), segment });
      return;
    case 'IK4':
    case 'AK4':
      return readElement(transaction, { id, segment, get, parts });
    case 'CTX': {
      const [name = '', value = ''] = parts(1);
      const error = transaction?.errors.at(-1);
      if (error && name === 'CLM01' && value) error.control = value;
      return;
    }
    case 'IK5':
    case 'AK5':
      if (transaction) Object.assign(transaction, { outcome: get(1), codes: [2, 3, 4, 5, 6].map(get).filter(Boolean) });
      return;
    case 'AK9':
      Object.assign(group, { outcome: get(1), codes: [5, 6, 7, 8, 9].map(get).filter(Boolean) });
  }
}

/** The first element at fault belongs to the error of its segment; further ones repeat it. */
function readElement(transaction: OpenTransaction | undefined, { segment, get, parts }: Row): void {
  const last = transaction?.errors.at(-1);
  if (!transaction || !last) return;
  const [element, component, repetition] = parts(1).map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
  const found = {
    ...(element !== undefined && { element }),
    ...(component && { component }),
    ...(repetition && { repetition }),
    elementCode: get(3),
    ...(get(4) && { bad: get(4) }),
    segment,
  };
  if (last.element === undefined) Object.assign(last, found);
  else {
    const { segmentId, position, loop, code, control } = last;
    transaction.errors.push({ segmentId, position, loop, code, ...(control && { control }), ...found });
  }
}
