// Which editions of a set are on this machine: what was worked out with others is stale.
import type { CodeSetId } from '../../codesets/code-set';
import type { Codes } from './world';

/** Changes whenever an edition of the set comes or goes. */
export function editionsOf(set: CodeSetId, codes: Codes): string {
  return codes.editions().filter((one) => one.id === set && !one.layer).map((one) => one.edition).join(' ');
}
