// Which editions of a set are on this machine: what was worked out with others is stale.
import type { CodeSetId } from '../../codesets/code-set';
import type { Codes } from './world';

/** Changes whenever an edition of the set comes or goes. */
export function editionsOf(set: CodeSetId, codes: Codes): string {
  return codes
    .editions()
    .filter((one) => one.id === set && !one.layer)
    .map((one) => one.edition)
    .join(' ');
}

/**
 * The same, and which of them have begun by a day, their indexes included: two days for which this is equal are answered by the
 * same editions.
 */
export function editionsBegun(set: CodeSetId, date: string, codes: Codes): string {
  const own = codes.editions().filter((one) => one.id === set);
  return own.map(({ layer, edition, effective }) => `${layer ?? ''}${edition}${effective.from <= date ? '' : '…'}`).join(' ');
}
