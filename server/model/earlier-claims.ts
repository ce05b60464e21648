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
    this.byNumber = new SumTable(this.claims, 0, expected);
    this.byContent = new SumTable(this.claims, 2, expected);
  }

  add({ numbered, said, number, frequency }: ClaimMark): Repeated {
    return this.put({ number, frequency }, numbered?.first ?? 0, numbered?.second ?? 0, said?.first ?? 0, said?.second ?? 0);
  }

  /** The same of a claim and its sums, which are 0 where there are none. */
  put(claim: EarlierClaim, number: number, number2: number, said: number, said2: number): Repeated {
    const { claims } = this;
    const index = claims.add(claim, number, number2, said, said2);
    const sameNumber = number !== 0 || number2 !== 0 ? this.byNumber.add(number, number2, index) : index;
    const sameClaim = said !== 0 || said2 !== 0 ? this.byContent.add(said, said2, index) : index;
    if (sameNumber === index && sameClaim === index) return NEW;
    return {
      sameNumber: sameNumber === index ? undefined : claims.at(sameNumber),
      sameClaim: sameClaim === index ? undefined : claims.at(sameClaim),
    };
  }
}

/** Of a number so much is kept: guides allow 38 signs, and people read no more. */
const LONGEST = 200;

/** So many claims stand in one stretch of memory, a power of two: what grows by stretches leaves nothing behind. */
const STRETCH = 512;
const SUMS = 4;

/** Claims one behind the other, as bytes: as objects they would take many times as much. */
class ClaimList {
  private count = 0;
  private readonly sums: Int32Array[] = [];
  /** Where the claim begins in its bytes, and in which of these. */
  private readonly starts: Uint32Array[] = [];
  private readonly bytes: Uint8Array[] = [];
  private end = STRETCH_OF_BYTES;
  /** Those with signs that are no bytes. */
  private readonly odd = new Map<number, EarlierClaim>();

  /** Gives the claim's number, counted from 0. */
  add(claim: EarlierClaim, number: number, number2: number, said: number, said2: number): number {
    const n = this.count,
      row = n % STRETCH;
    if (row === 0) {
      this.sums.push(new Int32Array(STRETCH * SUMS));
      this.starts.push(new Uint32Array(STRETCH));
    }
    const sums = this.sums[this.sums.length - 1],
      at = row * SUMS;
    sums[at] = number;
    sums[at + 1] = number2;
    sums[at + 2] = said;
    sums[at + 3] = said2;
    this.starts[this.starts.length - 1][row] = this.write(n, claim);
    this.count += 1;
    return n;
  }

  at(n: number): EarlierClaim {
    const odd = this.odd.get(n);
    if (odd) return odd;
    const start = this.starts[Math.floor(n / STRETCH)][n % STRETCH];
    const bytes = this.bytes[Math.floor(start / STRETCH_OF_BYTES)];
    const from = start % STRETCH_OF_BYTES,
      between = from + 2 + bytes[from];
    const text = (begin: number, end: number): string => String.fromCharCode(...bytes.subarray(begin, end));
    return { frequency: text(from + 2, between), number: text(between, between + bytes[from + 1]) };
  }

  /** Has a claim these sums, from the given one on? */
  hasSums(n: number, from: number, first: number, second: number): boolean {
    const sums = this.sums[Math.floor(n / STRETCH)],
      at = (n % STRETCH) * SUMS + from;
    return sums[at] === first && sums[at + 1] === second;
  }

  firstSum(n: number, from: number): number {
    return this.sums[Math.floor(n / STRETCH)][(n % STRETCH) * SUMS + from];
  }

  /** How long frequency and number are, and both. */
  private write(n: number, claim: EarlierClaim): number {
    const number = claim.number.slice(0, LONGEST),
      frequency = claim.frequency.slice(0, LONGEST);
    const length = 2 + frequency.length + number.length;
    if (this.end + length > STRETCH_OF_BYTES) {
      this.bytes.push(new Uint8Array(STRETCH_OF_BYTES));
      this.end = 0;
    }
    const bytes = this.bytes[this.bytes.length - 1],
      start = this.end;
    bytes[start] = frequency.length;
    bytes[start + 1] = number.length;
    const isPlain = put(frequency, bytes, start + 2) && put(number, bytes, start + 2 + frequency.length);
    if (!isPlain) this.odd.set(n, { number, frequency });
    this.end += length;
    return (this.bytes.length - 1) * STRETCH_OF_BYTES + start;
  }
}

const STRETCH_OF_BYTES = 8192;

/** Writes the signs as bytes; false where one is none. */
function put(text: string, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign > 255) return false;
    bytes[at + i] = sign;
  }
  return true;
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
    const { sums, claims } = this;
    if (more !== 0 && at + gone < count) {
      sums.copyWithin((at + gone + more) * 4, (at + gone) * 4, count * 4);
      if (more > 0) claims.splice(at + gone, 0, ...new Array<EarlierClaim>(more));
    }
    if (more < 0) claims.splice(at, -more);
    for (let i = 0; i < marks.length; i += 1) {
      const { number, frequency, numbered, said } = marks[i];
      claims[at + i] = { number, frequency };
      const place = (at + i) * 4;
      sums[place] = numbered?.first ?? 0;
      sums[place + 1] = numbered?.second ?? 0;
      sums[place + 2] = said?.first ?? 0;
      sums[place + 3] = said?.second ?? 0;
    }
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

/** The first claim with each pair of sums. The table holds the numbers of the claims; the sums stand in their list. */
class SumTable {
  private size = 0;
  /** Numbers of claims, counted from 1; 0 where there is none. */
  private slots: Int32Array;

  /** `from`: the first of the two sums. `expected`: about so many claims will come. */
  constructor(
    private readonly claims: ClaimList,
    private readonly from: number,
    expected: number,
  ) {
    let slots = 1024;
    while (slots < expected * 2) slots *= 2;
    this.slots = new Int32Array(slots);
  }

  /** The number of the claim that had the same sums before, else this one's. */
  add(first: number, second: number, number: number): number {
    if (this.size * 4 > this.slots.length * 3) this.grow();
    const { claims, slots, from } = this;
    const last = slots.length - 1;
    let at = slotOf(first, last);
    for (; slots[at] !== 0; at = (at + 1) & last) if (claims.hasSums(slots[at] - 1, from, first, second)) return slots[at] - 1;
    slots[at] = number + 1;
    this.size += 1;
    return number;
  }

  private grow(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2),
      last = slots.length - 1;
    for (let i = 0; i < old.length; i += 1) {
      if (old[i] === 0) continue;
      let at = slotOf(this.claims.firstSum(old[i] - 1, this.from), last);
      while (slots[at] !== 0) at = (at + 1) & last;
      slots[at] = old[i];
    }
    this.slots = slots;
  }
}

function slotOf(sum: number, last: number): number {
  const mixed = Math.imul(sum, 0x2545f491);
  return (mixed ^ (mixed >>> 15)) & last;
}
