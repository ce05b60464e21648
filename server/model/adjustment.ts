// What a payer took off a charge: group, reason, amount. To CAS segments and back, for claims, remittances and postings alike.
import { formatX12Money, parseX12Money, sum } from './money';

export interface Adjustment {
  /** CO contractual, PR patient, OA other, PI payer's initiative, CR correction. */
  readonly group: string;
  /** CARC, such as `45`. */
  readonly reason: string;
  /** Cents. */
  readonly amount: number;
  readonly quantity?: string;
}

/** What an earlier payer decided: from a posted remittance, or from an `adjudicated` block. */
export interface PriorDecision {
  /** Which coverage of the claim, from 0. */
  readonly coverage: number;
  readonly date?: string;
  /** Cents. */
  readonly paid: number;
  /** Adjustments of the claim as a whole, never repeated on a line. */
  readonly adjustments: readonly Adjustment[];
  /** The earlier payer's claim number. */
  readonly payerNumber?: string;
  readonly lines: readonly { readonly position: number; readonly paid: number; readonly adjustments: readonly Adjustment[] }[];
}

/** Of all groups, in cents. */
export function sumOf(adjustments: readonly Adjustment[]): number {
  return sum(adjustments.map(({ amount }) => amount));
}

/** What is left to the patient (group PR), in cents. */
export function leftToPatient(adjustments: readonly Adjustment[]): number {
  return sumOf(adjustments.filter(({ group }) => group === 'PR'));
}

/** What is taken off and not left to the patient, in cents. */
export function writtenOff(adjustments: readonly Adjustment[]): number {
  return sumOf(adjustments.filter(({ group }) => group !== 'PR'));
}

type CasSegment = readonly ['CAS', ...string[]];

const TRIPLES = 6;

/** One CAS a group, six reasons in each; groups in the order in which they first occur, same reasons added up, zeros left out. */
export function casSegments(adjustments: readonly Adjustment[]): CasSegment[] {
  const groups = new Map<string, Map<string, Adjustment>>();
  for (const one of adjustments) {
    let reasons = groups.get(one.group);
    if (!reasons) groups.set(one.group, (reasons = new Map()));
    const same = reasons.get(one.reason);
    reasons.set(one.reason, same ? { ...same, amount: same.amount + one.amount } : one);
  }
  const segments: CasSegment[] = [];
  for (const [group, reasons] of groups) {
    const all = [...reasons.values()].filter((one) => one.amount !== 0);
    for (let i = 0; i < all.length; i += TRIPLES) {
      const triples = all.slice(i, i + TRIPLES).flatMap((one) => [one.reason, formatX12Money(one.amount), one.quantity ?? '']);
      segments.push(['CAS', group, ...triples]);
    }
  }
  return segments;
}

/** The adjustments of one CAS, by its elements. What is no amount is left out. */
export function readCas(element: (n: number) => string): (Adjustment & { readonly element: number })[] {
  const found: (Adjustment & { element: number })[] = [];
  for (let n = 2; n <= 17; n += 3) {
    const amount = parseX12Money(element(n + 1));
    if (element(n) === '' || amount === undefined) continue;
    const quantity = element(n + 2);
    found.push({ group: element(1), reason: element(n), amount, ...(quantity && { quantity }), element: n });
  }
  return found;
}
