// Adds up what a claim acknowledgement (277CA) says of claims: how many, or how much, was accepted and refused.

/** Status categories by which a claim is refused. */
const REFUSED = /^A[34678]/;

/** Is a claim with this status refused? */
export function isRefused(status: string): boolean {
  return REFUSED.test(status);
}

/** Sums of one submitter. Call `endProvider` before they are read. */
export class AcknowledgedClaims {
  accepted = 0;
  refused = 0;
  private provider = nothingSaid();

  /** A claim that is listed: `amount` is 1, or its charge in cents. */
  list(status: string, amount: number): void {
    this.provider.listed = true;
    this[isRefused(status) ? 'refused' : 'accepted'] += amount;
  }

  /** What a provider says of its claims; it counts where none of them is listed. */
  state(side: 'accepted' | 'refused', amount: number): void {
    this.provider[side] += amount;
  }

  endProvider(): void {
    const { listed, accepted, refused } = this.provider;
    if (!listed) {
      this.accepted += accepted;
      this.refused += refused;
    }
    this.provider = nothingSaid();
  }

  clear(): void {
    this.accepted = this.refused = 0;
  }
}

function nothingSaid(): { listed: boolean; accepted: number; refused: number } {
  return { listed: false, accepted: 0, refused: 0 };
}
