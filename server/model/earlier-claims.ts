// The claims of a file that came before: by number, and by what they say. A file may hold millions, so little is kept of each.
import type { EarlierClaim } from './sent-claim';

/** What is kept of a claim. The sums stand for long texts: two of them, to be sure. */
export interface ClaimMark extends EarlierClaim {
  /** Of billing provider and claim number; undefined where there is no number. */
  readonly numbered: Sums | undefined;
  /** Of patient, codes, amounts and days; undefined where the claim has no services. */
  readonly said: Sums | undefined;
}

export interface Sums {
  readonly first: number;
  readonly second: number;
}

/** Earlier claims that a claim repeats. */
export interface Repeated {
  readonly sameNumber: EarlierClaim | undefined;
  readonly sameClaim: EarlierClaim | undefined;
}

const NEW: Repeated = { sameNumber: undefined, sameClaim: undefined };

export class EarlierClaims {
  private readonly claims: EarlierClaim[] = [];
  private readonly byNumber = new SumTable();
  private readonly byContent = new SumTable();

  /** Tells which earlier claims a claim repeats, and keeps it for those that follow. */
  add(mark: ClaimMark): Repeated {
    const { numbered, said, number, frequency } = mark;
    const index = this.claims.length;
    const sameNumber = numbered ? this.byNumber.add(numbered, index) : index;
    const sameClaim = said ? this.byContent.add(said, index) : index;
    this.claims.push({ number, frequency });
    if (sameNumber === index && sameClaim === index) return NEW;
    return {
      sameNumber: sameNumber === index ? undefined : this.claims[sameNumber],
      sameClaim: sameClaim === index ? undefined : this.claims[sameClaim],
    };
  }
}

/** Sums and a number for each, in flat arrays. */
class SumTable {
  private size = 0;
  private slots = new Int32Array(1024 * 3);

  /** The number that was given with the same sums before, else this one. */
  add({ first, second }: Sums, number: number): number {
    if (this.size * 2 * 3 > this.slots.length) this.grow();
    const at = this.find(first, second);
    if (this.slots[at + 2] !== 0) return this.slots[at + 2] - 1;
    this.put(at, first, second, number + 1);
    return number;
  }

  private put(at: number, first: number, second: number, value: number): void {
    this.slots[at] = first;
    this.slots[at + 1] = second;
    this.slots[at + 2] = value;
    this.size += 1;
  }

  /** The place of the sums, or the free one where they belong. */
  private find(first: number, second: number): number {
    const { slots } = this;
    const count = slots.length / 3;
    for (let place = (Math.imul(first, 0x2545f491) >>> 1) % count; ; place = place + 1 === count ? 0 : place + 1) {
      const at = place * 3;
      if (slots[at + 2] === 0 || (slots[at] === first && slots[at + 1] === second)) return at;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.size = 0;
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] !== 0) this.put(this.find(old[at], old[at + 1]), old[at], old[at + 1], old[at + 2]);
    }
  }
}
