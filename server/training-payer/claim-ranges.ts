// Which segments of a file each claim stands on: its own, and those of the provider, policy holder and patient above it.
import { transactionsOf } from '../model/x12-transactions';
import type { Transaction, X12Document } from '../syntax/x12/read';

interface Range {
  readonly first: number;
  end: number;
}

export interface ClaimRange extends Range {
  readonly transaction: Transaction;
  /** Counts the claims of its transaction from 0. */
  readonly n: number;
  /** Head of the transaction, provider, policy holder, patient. */
  readonly above: readonly Range[];
  /** Numbers of the LX segments. */
  readonly lines: readonly number[];
}

const DEPTHS: Readonly<Record<string, number>> = { '20': 1, '22': 2, '23': 3 };

/** In file order. */
export function claimRanges(document: X12Document): ClaimRange[] {
  const { segments } = document;
  const found: ClaimRange[] = [];
  for (const { transaction } of transactionsOf(document, '837')) {
    let above: Range[] = [{ first: transaction.first, end: transaction.end }];
    let claim: (ClaimRange & { lines: number[] }) | undefined;
    let n = 0;
    const close = (at: number): void => {
      if (claim) claim.end = at;
      else above[above.length - 1].end = at;
      claim = undefined;
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = segments.id(i);
      if (id === 'HL') {
        close(i);
        above = [...above.slice(0, DEPTHS[segments.text(i, 3)] ?? 3), { first: i, end: transaction.end }];
      } else if (id === 'CLM') {
        close(i);
        found.push((claim = { transaction, n, first: i, end: transaction.end, above, lines: [] }));
        n += 1;
      } else if (id === 'LX') claim?.lines.push(i);
      else if (id === 'SE') close(i);
    }
  }
  return found;
}
