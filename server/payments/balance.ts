// A remittance must add up: every line, every claim, the payment as a whole.
import { sumOf } from '../model/adjustment';
import { readableMoney, sum } from '../model/money';
import { type ClaimPayment, type Remittance, allAdjustments } from './read-835';

export interface Imbalance {
  readonly level: 'line' | 'claim' | 'payment';
  /** Number of the SVC, CLP or BPR segment. */
  readonly segment: number;
  /** Claim control number; '' for the payment. */
  readonly control: string;
  /** Cents. */
  readonly expected: number;
  readonly stated: number;
  readonly message: string;
}

/** All that does not add up. AMT segments are information only and take no part. */
export function checkBalance(remittance: Remittance): Imbalance[] {
  const found = remittance.claims.flatMap(checkClaim);
  const expected = sum(remittance.claims.map((claim) => claim.paid)) - sum(remittance.provider.map((one) => one.amount));
  if (expected !== remittance.amount) {
    found.push({
      level: 'payment',
      segment: remittance.segment,
      control: '',
      expected,
      stated: remittance.amount,
      message: `The payment is ${readableMoney(remittance.amount)}; claims and provider adjustments come to ${readableMoney(expected)}`,
    });
  }
  return found;
}

function checkClaim(claim: ClaimPayment): Imbalance[] {
  const found: Imbalance[] = [];
  for (const line of claim.lines) {
    const expected = line.charge - sumOf(line.adjustments);
    if (expected === line.paid) continue;
    found.push({
      level: 'line',
      segment: line.segment,
      control: claim.control,
      expected,
      stated: line.paid,
      message: `Line ${line.code} says paid ${readableMoney(line.paid)}; its charge less its adjustments is ${readableMoney(expected)}`,
    });
  }
  const expected = claim.charge - sumOf(allAdjustments(claim));
  if (expected !== claim.paid) {
    found.push({
      level: 'claim',
      segment: claim.segment,
      control: claim.control,
      expected,
      stated: claim.paid,
      message: `Claim ${claim.control} says paid ${readableMoney(claim.paid)}; its charge less all adjustments is ${readableMoney(expected)}`,
    });
  }
  return found;
}
