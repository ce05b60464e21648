// What became of an encounter: all its attempts and all its payers together, as one account. Pure.
import { priorDecisions } from '../claims/destination';
import { leftToPatient, sumOf } from '../model/adjustment';
import type { Claim } from '../model/claim';
import { formatMoney, sum } from '../model/money';
import { payerOrder, payerRank } from '../model/payer-order';
import { refusedIn } from '../payments/post';
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
  /** Charge less what payers paid and wrote off and what the patient has paid or need not pay; below zero, the patient has something back. */
  readonly balance: number;
  readonly summary: string;
}

/** What a payer decided. Amounts in cents. */
export interface Decision {
  /** SBR01: which of the payers. */
  readonly order: string;
  readonly paid: number;
  /** Left to the patient. */
  readonly patient: number;
  /** Refused, and not left to the patient. */
  readonly denied: number;
}

/** What the encounter's document says of money, in cents. */
export interface Besides {
  /** What the patient has paid, less what was given back. */
  readonly patientPaid: number;
  /** What the practice no longer asks the patient for. */
  readonly forgiven: number;
  /** What payers decided whose remittances were typed in. */
  readonly onPaper: readonly Decision[];
  /** Name of the payer who can be billed now. */
  readonly next: string | undefined;
}

const NOTHING: Besides = { patientPaid: 0, forgiven: 0, onPaper: [], next: undefined };

/** `attempts`: the newest first. */
export function accountOf(
  attempts: readonly LedgerClaim[],
  { patientPaid, forgiven, onPaper, next }: Besides = NOTHING,
): Account | undefined {
  const claim = standingClaim(attempts);
  if (!claim) return undefined;
  const decided = [...decisionsOf(attempts), ...onPaper].sort(byPayer);
  const last = decided.at(-1);
  const paid = sum(decided.map((one) => one.paid)),
    patient = last?.patient ?? 0,
    denied = last?.denied ?? 0;
  const charge = claim.charge;
  const adjusted = last ? charge - paid - patient - denied : 0;
  const balance = (claim.state === 'voided' ? 0 : charge - paid - adjusted) - patientPaid - forgiven;
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

/** The claim that stands for an encounter: the newest that went out, else the newest that was written. `attempts`: the newest first. */
export function standingClaim(attempts: readonly LedgerClaim[]): LedgerClaim | undefined {
  return attempts.find((one) => one.sent) ?? attempts[0];
}

function byPayer(a: Decision, b: Decision): number {
  return payerRank(a.order) - payerRank(b.order);
}

/** The decision in force of each payer, the first payer's first. */
export function decisionsOf(attempts: readonly LedgerClaim[]): LedgerClaim[] {
  const found: LedgerClaim[] = [];
  for (const one of attempts) if (one.decision && !found.some((other) => other.order === one.order)) found.push(one);
  return found.sort(byPayer);
}

/**
 * What payers decided by paper remittances that were typed in; a remittance that was received counts more. What a typed one
 * does not account for is still open, as what is denied.
 */
export function onPaper(claim: Claim, attempts: readonly LedgerClaim[]): Decision[] {
  const received = new Set(decisionsOf(attempts).map((one) => one.order));
  const charge = standingClaim(attempts)?.charge ?? 0;
  return priorDecisions(claim).flatMap(({ coverage, paid, adjustments, lines }) => {
    const order = payerOrder(coverage);
    if (received.has(order)) return [];
    const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
    const unaccounted = Math.max(0, charge - paid - sumOf(all));
    return [{ order, paid, patient: leftToPatient(all), denied: refusedIn(all) + unaccounted }];
  });
}

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
