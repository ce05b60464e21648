// Lines and diagnoses that are written alike: about which nothing was to be said before, nothing is to be said again.
import type { Claim } from '../model/claim';
import type { Diagnosis } from '../model/definitions';
import type { SentClaim } from '../model/sent-claim';
import { TextSum } from '../model/text-sum';

/** So many are remembered. */
const MOST = 100_000;

/** What was judged in claims of one day, place and payer. */
interface Known {
  readonly first: Set<string | number>;
  readonly further: Set<string | number>;
  readonly lines: Set<string | number>;
}

/**
 * Remembers the lines and diagnoses of a file about which rules had nothing to say. A batch has few of them that are not written like
 * others. Holds for rules that say so of themselves (`alike`): they look at nothing but what is compared here.
 */
export class Alike {
  private readonly known = new Map<string, Known>();
  private readonly sum = new TextSum();
  private count = 0;
  private claim: Claim | undefined;
  private current: Known | undefined;
  private asked: { among: Set<string | number>; one: string | number } | undefined;

  /** Is a diagnosis known that is written like this one? */
  hasDiagnosis(claim: Claim, { code, position }: Diagnosis): boolean {
    const { first, further } = this.of(claim);
    return this.has(position === 1 ? first : further, code?.value ?? '');
  }

  /** Is a line known that is written like this one of a file, by its number in the claim? */
  hasLine(claim: Claim, sent: SentClaim, n: number): boolean {
    return this.has(this.of(claim).lines, this.sumOfLine(sent, n));
  }

  /** Remembers what was last asked for and not known. */
  keep(): void {
    if (!this.asked) return;
    this.asked.among.add(this.asked.one);
    this.asked = undefined;
    this.count += 1;
  }

  private has(among: Set<string | number>, one: string | number): boolean {
    if (among.has(one)) return true;
    this.asked = { among, one };
    return false;
  }

  /** What all lines and diagnoses of a claim have in common. */
  private of(claim: Claim): Known {
    if (this.current && this.claim === claim) return this.current;
    const { form, day, date, place, frequency, diagnoses, sent } = claim;
    // Payers may have settings of their own.
    const payer = claim.coverages[0]?.payer;
    const when = `${day} ${date?.value.from} ${date?.value.to}`, where = `${place?.value} ${sent?.place.value}`;
    const words = `${form} ${when} ${where} ${frequency} ${diagnoses.length} ${payer?.filing?.value} ${payer?.id.value}`;
    if (this.count > MOST) {
      this.known.clear();
      this.count = 0;
    }
    let known = this.known.get(words);
    if (!known) {
      this.known.set(words, (known = { first: new Set(), further: new Set(), lines: new Set() }));
      this.count += 1;
    }
    this.claim = claim;
    this.current = known;
    return known;
  }

  /** Of the text of a line, without its numbers (LX, REF*6R), which are its own. */
  private sumOfLine({ document: { text, segments: { starts, ends } }, lines, end }: SentClaim, n: number): number {
    const { sum } = this;
    const next = lines[n + 1]?.segment ?? end;
    sum.clear();
    for (let i = lines[n].segment + 1; i < next; i += 1) if (!isLineNumber(text, starts[i])) sum.add(text, starts[i], ends[i]);
    return sum.value();
  }
}

function isLineNumber(text: string, start: number): boolean {
  return text.charCodeAt(start) === 82 && text.charCodeAt(start + 1) === 69 && text.charCodeAt(start + 2) === 70
    && text.charCodeAt(start + 4) === 54 && text.charCodeAt(start + 5) === 82;
}
