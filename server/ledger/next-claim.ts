// What may go out next for an encounter: to which payer, with what earlier payers decided, or why nothing may. Pure.
import { destination, priorDecisions } from '../claims/destination';
import type { PriorDecision } from '../model/adjustment';
import { type Claim, totalCharge } from '../model/claim';
import { payerOrder } from '../model/payer-order';
import { priorDecision } from '../payments/prior-decision';
import { decisionsOf } from './account';
import type { LedgerClaim } from './life-cycle';
import type { ClaimRecord } from './records';

export interface NextClaim {
  /** Which coverage is billed, from 0. */
  readonly billed: number;
  /** What earlier payers decided by remittance. */
  readonly decisions: readonly PriorDecision[];
  /** Why it must not go out. */
  readonly refusal?: string;
  /** It may have gone out before a crash. */
  readonly doubt?: LedgerClaim;
}

/** `attempts`: all claims of the encounter, the newest first. */
export function nextClaim(claim: Claim, attempts: readonly LedgerClaim[]): NextClaim {
  const id = claim.id.value;
  const open = attempts.filter((one) => one.sent && one.state !== 'rejected');
  const original = claim.original?.value;
  const corrected = original === undefined ? undefined : open.find((one) => one.payerNumber === original);
  const posted = postedDecisions(claim, attempts);
  const billed = corrected ? Math.max(0, coverageOf(claim, corrected)) : destination(claim, priorDecisions(claim, posted));
  const decisions = posted.filter((one) => one.coverage < billed);
  const order = payerOrder(billed);
  // What another payer denied in this place is no obstacle: the right one is billed anew.
  const elsewhere = (one: LedgerClaim) =>
    one.state === 'denied' && one.payerId.toUpperCase() !== claim.coverages[billed]?.payer?.payerId?.value.trim().toUpperCase();
  const newest = original !== undefined && !corrected ? open[0] : open.find((one) => one.order === order && !elsewhere(one));
  const answer = (refusal?: string, doubt?: LedgerClaim): NextClaim => ({
    billed,
    decisions,
    ...(refusal && { refusal }),
    ...(doubt && { doubt }),
  });

  if (newest?.inDoubt) return answer(undefined, newest);
  if (newest) return answer(whyNotAfter(id, claim.frequency, original, newest));
  const before = billed > 0 ? decisionsOf(attempts).find((one) => coverageOf(claim, one) === billed - 1) : undefined;
  if (before?.crossover) return answer(`${before.payer} has sent ${id} on to ${nameOf(claim, billed)} itself: wait for the answer.`);
  if (before && !sameServices(claim, before)) {
    return answer(
      `${id} has changed since ${before.payer} decided. Correct it there first: add the line “replaces ${before.payerNumber ?? ''}”.`,
    );
  }
  return answer();
}

/** The payer has decided: only a replacement or a void, with its number of the claim, may follow. */
export function isDecided({ state, returned }: LedgerClaim): boolean {
  return !returned && ['paid', 'partial', 'denied', 'closed'].includes(state);
}

/** Why a claim must not go out after another one of the same encounter to the same payer. */
function whyNotAfter(id: string, frequency: string, original: string | undefined, sent: LedgerClaim): string | undefined {
  const corrects = original !== undefined && original === sent.payerNumber;
  if (original === undefined && sent.returned) return undefined;
  switch (sent.state) {
    case 'rejected':
      return undefined;
    case 'voided':
      return frequency === '1'
        ? undefined
        : `${id} is taken back: nothing is left to correct. Remove the line with ${original ?? 'the number'} to bill it anew.`;
    case 'paid':
    case 'partial':
    case 'denied':
    case 'closed': {
      if (corrects) return undefined;
      const number = sent.payerNumber ?? '';
      if (number === '') return `${id} is ${sent.state}, but the payer’s claim number is not known. Receive the remittance first.`;
      return `${id} is ${sent.state}. A correction must name the payer’s claim: add the line “replaces ${number}” to the encounter.`;
    }
    default:
      return `${id} was sent already as ${sent.control} and is ${sent.state}: wait for the payer’s answer.`;
  }
}

/** Why a claim of a claim file must not go out. `attempts`: those of the same encounter, the newest first. */
export function whyNotFromFile(record: ClaimRecord, attempts: readonly LedgerClaim[]): string | undefined {
  const { control } = record;
  const same = attempts.find((one) => one.sent && one.control === control);
  const foreign = record.key.startsWith('#');
  if (same && (!foreign || (same.interchange === record.interchange && same.group === record.group))) {
    return same.inDoubt
      ? `${control} may have been sent before a crash: receive first.`
      : `${control} was sent before: nothing is sent twice.`;
  }
  if (foreign) return undefined;
  const later = attempts.find((one) => one.sent && one.attempt > record.attempt);
  if (later) return `${control} is older than ${later.control}, which was sent: generate a new claim.`;
  const open = attempts.find((one) => one.sent && one.state !== 'rejected' && one.order === record.order);
  return open && whyNotAfter(control, record.frequency, record.original, open);
}

/** Which coverage of the claim an attempt was sent to; -1 where it is no longer one of them. */
export function coverageOf({ coverages }: Claim, { order, payerId }: ClaimRecord): number {
  const ids = coverages.map((one) => one.payer?.payerId?.value.trim().toUpperCase());
  const placed = ids.findIndex((id, i) => id === payerId.toUpperCase() && payerOrder(i) === order);
  return placed >= 0 ? placed : ids.indexOf(payerId.toUpperCase());
}

/** Decisions by remittance. What a payer denied without leaving it to the patient is to be corrected there, not sent on. */
export function postedDecisions(claim: Claim, attempts: readonly LedgerClaim[]): PriorDecision[] {
  return decisionsOf(attempts).flatMap((one) => {
    const coverage = coverageOf(claim, one);
    if (coverage < 0 || !one.decision || (one.state === 'denied' && one.patient <= 0)) return [];
    return [priorDecision(one.decision.claim, one.decision.remittance, coverage, one.lines)];
  });
}

function sameServices(claim: Claim, sent: LedgerClaim): boolean {
  return (
    totalCharge(claim) === sent.charge &&
    claim.services.length === sent.lines.length &&
    claim.services.every((service, i) => (service.code?.value ?? '').toUpperCase() === sent.lines[i].code.toUpperCase())
  );
}

function nameOf({ coverages }: Claim, billed: number): string {
  return coverages[billed]?.payer?.name?.value.text ?? 'the next payer';
}
