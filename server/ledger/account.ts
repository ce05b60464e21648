// What became of an encounter: all its attempts and all its payers together, as one account. Pure.
import { payerOrder } from '../claims/destination';
import type { Claim } from '../model/claim';
import { formatMoney, sum } from '../model/money';
import { sameId } from '../model/resolve';
import type { ClaimState, LedgerClaim } from './life-cycle';

/** Amounts in cents. */
export interface Account {
  /** The claim that stands for the encounter: the newest that went out, else the newest that was written. */
  readonly claim: LedgerClaim;
  readonly control: string;
  readonly state: ClaimState;
  readonly payer: string;
  readonly charge: number;
  /** By all payers. */
  readonly paid: number;
  readonly adjusted: number;
  /** What the last payer left to the patient. */
  readonly patient: number;
  /** Charge less what payers paid and wrote off and what the patient has paid; below zero, the patient has something back. */
  readonly balance: number;
  readonly summary: string;
}

/** What the encounter's document says of money, in cents. */
export interface Besides {
  /** What the patient has paid. */
  readonly patientPaid: number;
  /** What payers paid whose remittances were typed in. */
  readonly onPaper: number;
  /** Name of the payer who can be billed now. */
  readonly next: string | undefined;
}

const NOTHING: Besides = { patientPaid: 0, onPaper: 0, next: undefined };

/** `attempts`: the newest first. */
export function accountOf(attempts: readonly LedgerClaim[], { patientPaid, onPaper, next }: Besides = NOTHING): Account | undefined {
  const claim = attempts.find((one) => one.sent) ?? attempts[0];
  if (!claim) return undefined;
  const decided = decisionsOf(attempts);
  const last = decided.at(-1);
  const paid = sum(decided.map((one) => one.paid)) + onPaper,
    patient = last?.patient ?? 0,
    denied = last?.denied ?? 0;
  const charge = claim.charge;
  const adjusted = last ? charge - paid - patient - denied : 0;
  const balance = (claim.state === 'voided' ? 0 : charge - paid - adjusted) - patientPaid;
  const state = claim.state === 'paid' && balance === 0 ? 'closed' : claim.state;
  return {
    claim,
    control: claim.control,
    state,
    payer: claim.payer,
    charge,
    paid,
    adjusted,
    patient,
    balance,
    summary: summaryOf(claim, state, { paid, patient, balance, patientPaid }, next),
  };
}

/** The decision in force of each payer, the first payer's first. */
export function decisionsOf(attempts: readonly LedgerClaim[]): LedgerClaim[] {
  const found: LedgerClaim[] = [];
  for (const one of attempts) if (one.decision && !found.some((other) => other.order === one.order)) found.push(one);
  return found.sort((a, b) => ORDER.indexOf(a.order) - ORDER.indexOf(b.order));
}

/** What payers paid by paper remittances that were typed in; a remittance that was received counts more. */
export function onPaper({ adjudicated, coverages }: Claim, attempts: readonly LedgerClaim[]): number {
  if (adjudicated.length === 0) return 0;
  const received = new Set(decisionsOf(attempts).map((one) => one.order));
  const typed = adjudicated.filter(({ coverage }) => {
    const index = coverages.findIndex((one) => coverage && sameId(one.coverage.id.value, coverage.value));
    return index >= 0 && !received.has(payerOrder(index));
  });
  return sum(typed.map((one) => one.paid?.value ?? sum(one.lines.map((line) => line.paid))));
}

const ORDER = 'PSTABCDEFGH';

function summaryOf(
  claim: LedgerClaim,
  state: ClaimState,
  amounts: { paid: number; patient: number; balance: number; patientPaid: number },
  next?: string,
): string {
  if (state === 'closed') return `paid ${formatMoney(amounts.paid)}, nothing is left`;
  if (claim.state !== 'paid' && claim.state !== 'partial') return claim.summary;
  const hasPaid = amounts.patientPaid > 0 ? `, has paid ${formatMoney(amounts.patientPaid)}` : '';
  const own =
    claim.state === 'paid' ? `paid ${formatMoney(amounts.paid)}, patient owes ${formatMoney(amounts.patient)}${hasPaid}` : claim.summary;
  return next ? `${own}; ${next} can be billed now` : own;
}
