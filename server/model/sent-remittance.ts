// The amounts of an 835 with the element on which each stands: what rules about its balance add up.
import type { Transaction, X12Document } from '../syntax/x12/read';
import type { Source, Value } from './value';
import { eachSegment } from './each-segment';
import { x12Row } from './x12-row';

/** A claim (CLP) or a service (SVC) of a remittance; cents. */
export interface SentPayment {
  /** CLP01; the code of a service. */
  readonly name: string;
  readonly charge: number;
  readonly paid: Value<number> | undefined;
  /** Sum of its own CAS, without those of its lines. */
  readonly adjusted: number;
  /** Of this the patient's part (group PR). */
  readonly patient: number;
  /** False where an amount is absent or no amount: that is told for itself, and sums with it say nothing. */
  readonly sure: boolean;
}

export interface SentClaimPayment extends SentPayment {
  /** CLP02. */
  readonly status: Value<string>;
  /** CLP05. */
  readonly owed: Value<number> | undefined;
  readonly lines: readonly SentPayment[];
}

export interface SentRemittance {
  /** BPR02, and whether it is taken instead of given (BPR03 `D`). */
  readonly amount: Value<number> | undefined;
  readonly debit: boolean;
  /** BPR04. */
  readonly method: Value<string>;
  readonly claims: readonly SentClaimPayment[];
  /** Sum of all PLB. */
  readonly provider: number;
  /** False where a payment or an adjustment of the provider is absent or no amount. */
  readonly sure: boolean;
}

/** By how much the charge of a line less its own adjustments is more than what was paid. */
export function openOnLine({ charge, adjusted, paid, sure }: SentPayment): number {
  return paid && sure ? charge - adjusted - paid.value : 0;
}

/** By how much the charge of a claim less all adjustments is more than what was paid. */
export function openOnClaim({ charge, adjusted, paid, lines, sure }: SentClaimPayment): number {
  if (!paid || !sure) return 0;
  let open = charge - adjusted - paid.value;
  for (const line of lines) open -= line.adjusted;
  return open;
}

/** Money as a guide allows it: two decimals at most. */
const AMOUNT = /^-?(?:\d+\.?\d{0,2}|\.\d{1,2})$/;

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenClaim = Omit<Open<SentClaimPayment>, 'lines'> & { readonly lines: Open<SentPayment>[] };

/** One rule after another asks about the same transaction. */
const last = new WeakMap<Transaction, { readonly source: Source; readonly said: SentRemittance }>();

/** Undefined where the transaction is no remittance. */
export function readSentRemittance(document: X12Document, transaction: Transaction, source: Source): SentRemittance | undefined {
  if (transaction.type !== '835') return undefined;
  const before = last.get(transaction);
  if (before?.source === source) return before.said;
  const said = readRemittance(document, transaction, source);
  last.set(transaction, { source, said });
  return said;
}

function readRemittance(document: X12Document, range: Transaction, source: Source): SentRemittance {
  const row = x12Row(document, source, range.first);
  const claims: OpenClaim[] = [];
  let amount: Value<number> | undefined;
  let debit = false;
  let method: Value<string> = { value: '', span: { start: 0, end: 0 }, source };
  let provider = 0,
    sure = true;
  /** An amount that must stand here can be read. */
  const isAmount = (n: number): boolean => AMOUNT.test(row.text(n));
  let claim: OpenClaim | undefined, line: Open<SentPayment> | undefined;
  eachSegment(document, range, ['BPR', 'LX', 'CLP', 'SVC', 'CAS', 'PLB'], (segment, id) => {
    row.go(segment);
    switch (id) {
      case 'BPR':
        amount = row.money(2);
        debit = row.text(3) === 'D';
        method = row.at(4);
        break;
      case 'LX':
        claim = line = undefined;
        break;
      case 'CLP':
        line = undefined;
        claims.push(
          (claim = {
            name: row.text(1),
            status: row.at(2),
            charge: row.money(3)?.value ?? 0,
            paid: row.money(4),
            owed: row.money(5),
            adjusted: 0,
            patient: 0,
            sure: isAmount(3) && isAmount(4),
            lines: [],
          }),
        );
        sure &&= isAmount(4);
        break;
      case 'SVC':
        line = {
          name: row.parts(1)[1]?.value ?? '',
          charge: row.money(2)?.value ?? 0,
          paid: row.money(3),
          adjusted: 0,
          patient: 0,
          sure: isAmount(2) && (!row.has(3) || isAmount(3)),
        };
        claim?.lines.push(line);
        break;
      case 'CAS': {
        const whose = line ?? claim;
        if (!whose) break;
        let sum = 0;
        for (let n = 3; n <= 18; n += 3) {
          sum += row.money(n)?.value ?? 0;
          if ((row.has(n - 1) || row.has(n)) && !isAmount(n)) {
            whose.sure = false;
            if (claim) claim.sure = false;
          }
        }
        whose.adjusted += sum;
        if (row.text(1) === 'PR') whose.patient += sum;
        break;
      }
      case 'PLB':
        claim = line = undefined;
        for (let n = 4; n <= 14; n += 2) {
          provider += row.money(n)?.value ?? 0;
          if ((row.has(n - 1) || row.has(n)) && !isAmount(n)) sure = false;
        }
        break;
    }
  });
  return { amount, debit, method, claims, provider, sure };
}
