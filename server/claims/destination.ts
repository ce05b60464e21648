// To whom a claim goes: which coverage is billed now, what the other payers have decided, who holds the policy.
import { relationshipCodeOf } from '../model/relationships';
import { type PriorDecision, sumOf } from '../model/adjustment';
import { type Claim, type ClaimCoverage, lineNamed } from '../model/claim';
import { isMedicare } from '../model/identifiers';
import { sum } from '../model/money';
import { isSelf, sameId } from '../model/resolve';

/** What is written about other payers in the encounter, each coverage once. Posted remittances, where given, come first. */
export function priorDecisions(claim: Claim, posted: readonly PriorDecision[] = []): PriorDecision[] {
  const decisions = [...posted];
  for (const one of claim.adjudicated) {
    const coverage = claim.coverages.findIndex((each) => one.coverage && sameId(each.coverage.id.value, one.coverage.value));
    if (coverage < 0 || decisions.some((each) => each.coverage === coverage)) continue;
    const lines = one.lines.flatMap(({ line, paid, adjustments }) => {
      const service = lineNamed(claim, line);
      return service ? [{ position: service.position, paid, adjustments }] : [];
    });
    // What was taken off the claim as a whole is not in its lines.
    const paid = one.paid?.value ?? (lines.length > 0 ? sum(lines.map((line) => line.paid)) - sumOf(one.adjustments) : 0);
    decisions.push({ coverage, date: one.date?.value, paid, adjustments: one.adjustments, lines });
  }
  return decisions.sort((a, b) => a.coverage - b.coverage);
}

/** The coverage that the claim bills: the first one that has not decided yet; the first of all where every one has. */
export function destination(claim: Claim, decisions: readonly PriorDecision[]): number {
  const open = claim.coverages.findIndex((_, i) => !decisions.some((one) => one.coverage === i));
  return Math.max(0, open);
}

/** Medicare knows no dependents: its patient is always the subscriber. */
export function patientIsSubscriber({ coverage, payer }: ClaimCoverage): boolean {
  return isMedicare(payer?.filing?.value) || isSelf(coverage);
}

/** As the card has it, without blanks; Medicare's without its hyphens. */
export function memberId({ coverage, payer }: ClaimCoverage): string {
  const written = coverage.member?.value.replace(/\s/g, '') ?? '';
  return isMedicare(payer?.filing?.value) ? written.replaceAll('-', '') : written;
}

/** PAT01 or SBR02. */
export function relationshipCode(one: ClaimCoverage): string {
  if (patientIsSubscriber(one)) return '18';
  return relationshipCodeOf(one.coverage.relationship?.value ?? '');
}
