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

/** Takes claims in the order of a file and tells of each which earlier ones it repeats. */
export interface ClaimOrder {
  add(mark: ClaimMark): Repeated;
}

/** Repeats nothing. */
export const NEW: Repeated = { sameNumber: undefined, sameClaim: undefined };

export class EarlierClaims implements ClaimOrder {
  private readonly claims = new ClaimList();
  private readonly byNumber: SumTable;
  private readonly byContent: SumTable;

  /** `expected`: about so many claims will come. */
  constructor(expected = 0) {
    this.byNumber = new SumTable(expected);
    this.byContent = new SumTable(expected);
  }

  add({ numbered, said, number, frequency }: ClaimMark): Repeated {
    return this.put({ number, frequency }, numbered?.first ?? 0, numbered?.second ?? 0, said?.first ?? 0, said?.second ?? 0);
  }

  /** The same of a claim and its sums, which are 0 where there are none. */
  put(claim: EarlierClaim, number: number, number2: number, said: number, said2: number): Repeated {
    const index = this.claims.count;
    const sameNumber = number !== 0 || number2 !== 0 ? this.byNumber.add(number, number2, index) : index;
    const sameClaim = said !== 0 || said2 !== 0 ? this.byContent.add(said, said2, index) : index;
    this.claims.add(claim);
    if (sameNumber === index && sameClaim === index) return NEW;
    return {
      sameNumber: sameNumber === index ? undefined : this.claims.at(sameNumber),
      sameClaim: sameClaim === index ? undefined : this.claims.at(sameClaim),
    };
  }
}

/** Of a number so much is kept: guides allow 38 signs, and people read no more. */
const LONGEST = 200;

/** Claims one behind the other, as bytes: as objects they would take many times as much. */
class ClaimList {
  count = 0;
  private bytes = new Uint8Array(4096);
  private ends = new Uint32Array(128);

  add(claim: EarlierClaim): void {
    const number = claim.number.slice(0, LONGEST),
      frequency = claim.frequency.slice(0, LONGEST);
    const start = this.count === 0 ? 0 : this.ends[this.count - 1];
    if (start + MOST_BYTES > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(larger(this.bytes)));
    if (this.count === this.ends.length) this.ends = grown(this.ends, new Uint32Array(larger(this.ends)));
    // How long the frequency is, which is mostly one sign.
    this.bytes[start] = frequency.length;
    const { written } = encoder.encodeInto(frequency + number, this.bytes.subarray(start + 1));
    this.ends[this.count] = start + 1 + written;
    this.count += 1;
  }

  at(n: number): EarlierClaim {
    const start = n === 0 ? 0 : this.ends[n - 1];
    const text = decoder.decode(this.bytes.subarray(start + 1, this.ends[n]));
    return { frequency: text.slice(0, this.bytes[start]), number: text.slice(this.bytes[start]) };
  }
}

const encoder = new TextEncoder(),
  decoder = new TextDecoder(undefined, { ignoreBOM: true });

/** Of a claim, at most. */
const MOST_BYTES = 1 + 2 * LONGEST * 3;

/** Half as much again: twice as much would stand empty for long. */
const larger = ({ length }: { readonly length: number }): number => length + (length >> 1);

function grown<T extends Uint8Array | Uint32Array>(old: T, next: T): T {
  next.set(old);
  return next;
}

/** The marks of all claims of a file in its order, in flat arrays: looked through from end to end at each change of a claim. */
export class ClaimMarks {
  private sums = new Int32Array(4 * 64);
  private readonly claims: EarlierClaim[] = [];

  get count(): number {
    return this.claims.length;
  }

  /** Puts marks in place of `gone` others. */
  replace(at: number, gone: number, marks: readonly ClaimMark[]): void {
    const { count } = this,
      more = marks.length - gone;
    if ((count + more) * 4 > this.sums.length) {
      const larger = new Int32Array((count + more) * 8);
      larger.set(this.sums);
      this.sums = larger;
    }
    const { sums } = this;
    if (more !== 0) {
      sums.copyWithin((at + gone + more) * 4, (at + gone) * 4, count * 4);
      this.claims.splice(at, gone, ...marks.map(({ number, frequency }) => ({ number, frequency })));
    } else
      marks.forEach(({ number, frequency }, i) => {
        this.claims[at + i] = { number, frequency };
      });
    marks.forEach(({ numbered, said }, i) => {
      const place = (at + i) * 4;
      sums[place] = numbered?.first ?? 0;
      sums[place + 1] = numbered?.second ?? 0;
      sums[place + 2] = said?.first ?? 0;
      sums[place + 3] = said?.second ?? 0;
    });
  }

  /** Adds a claim to those that came before, and tells which of them it repeats. */
  addTo(earlier: EarlierClaims, n: number): Repeated {
    const { sums } = this,
      at = n * 4;
    return earlier.put(this.claims[n], sums[at], sums[at + 1], sums[at + 2], sums[at + 3]);
  }

  /** Is there another claim that has the number of this one, or says the same? */
  hasTwin(n: number): boolean {
    const { sums, count } = this,
      own = n * 4;
    const number = sums[own],
      number2 = sums[own + 1],
      said = sums[own + 2],
      said2 = sums[own + 3];
    const isNumbered = number !== 0 || number2 !== 0,
      says = said !== 0 || said2 !== 0;
    for (let at = 0; at < count * 4; at += 4) {
      if (at === own) continue;
      if ((isNumbered && sums[at] === number && sums[at + 1] === number2) || (says && sums[at + 2] === said && sums[at + 3] === said2))
        return true;
    }
    return false;
  }
}

/** Sums and a number for each, in flat arrays. */
class SumTable {
  private size = 0;
  private slots: Int32Array;

  constructor(expected: number) {
    this.slots = new Int32Array(3 * Math.max(1024, expected * 2 + 2));
  }

  /** The number that was given with the same sums before, else this one. */
  add(first: number, second: number, number: number): number {
    // Three of four places are taken at most.
    if (this.size * 4 > this.slots.length) this.grow();
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
    this.slots = new Int32Array(3 * larger({ length: old.length / 3 }));
    this.size = 0;
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] !== 0) this.put(this.find(old[at], old[at + 1]), old[at], old[at + 1], old[at + 2]);
    }
  }
}
