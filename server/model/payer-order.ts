// Which payer of a claim comes first: SBR01.

/** Primary, secondary, tertiary, then by number. */
const ORDER = 'PSTABCDEFGH';

/** SBR01 of the n-th coverage, from 0. */
export function payerOrder(coverage: number): string {
  return ORDER[coverage] ?? 'U';
}

/** The place of a payer among those of a claim, from 0; -1 where SBR01 does not tell. */
export function payerRank(order: string): number {
  return ORDER.indexOf(order);
}
