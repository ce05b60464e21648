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
  /** The same as the providers say it, where they do. */
  readonly byProviders = { accepted: 0, refused: 0 };
  private provider = nothingSaid();

  /** A claim that is listed: `amount` is 1, or its charge in cents. */
  list(status: string, amount: number): void {
    const side = isRefused(status) ? 'refused' : 'accepted';
    this.provider.listed = true;
    this.provider.sums[side] += amount;
    this[side] += amount;
  }

  /** What a provider says of its claims; it counts where none of them is listed. */
  state(side: 'accepted' | 'refused', amount: number): void {
    this.provider[side] += amount;
  }

  endProvider(): void {
    const { listed, accepted, refused, sums } = this.provider;
    this.byProviders.accepted += accepted || sums.accepted;
    this.byProviders.refused += refused || sums.refused;
    if (!listed) {
      this.accepted += accepted;
      this.refused += refused;
    }
    this.provider = nothingSaid();
  }

  clear(): void {
    this.accepted = this.refused = 0;
    this.byProviders.accepted = this.byProviders.refused = 0;
  }
}

interface ProviderSays {
  listed: boolean;
  accepted: number;
  refused: number;
  /** Of the claims listed. */
  readonly sums: { accepted: number; refused: number };
}

function nothingSaid(): ProviderSays {
  return { listed: false, accepted: 0, refused: 0, sums: { accepted: 0, refused: 0 } };
}
