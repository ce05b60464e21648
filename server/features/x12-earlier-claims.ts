// What is remembered of the claims of a large file while it is read part by part, without keeping the parts themselves.
import type { EarlierClaims } from '../model/lower-837';
import type { EarlierClaim } from '../model/sent-claim';

/** Copies what is remembered out of the texts that it was cut from, so that these can go. */
export function releaseTexts({ numbers, contents }: EarlierClaims, done: WeakSet<EarlierClaim>): void {
  const release = ({ number, frequency }: EarlierClaim): EarlierClaim => {
    const copy = { number: copied(number), frequency: copied(frequency) };
    done.add(copy);
    return copy;
  };
  for (const [provider, own] of [...numbers]) {
    numbers.delete(provider);
    const claims = [...own].map(([number, claim]) => (done.has(claim) ? [number, claim] as const : [copied(number), release(claim)] as const));
    numbers.set(copied(provider), new Map(claims));
  }
  for (const [mark, { second, claim }] of contents) if (!done.has(claim)) contents.set(mark, { second, claim: release(claim) });
}

/** A text that does not keep the long one alive that it was cut from. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
