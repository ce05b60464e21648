// From what is known of a claim to where it stands: state, amounts, a line for people, and its history. Pure.
import { formatMoney } from '../model/money';
import type { PayerAnswer } from '../payments/answer';
import type { ClaimResult } from '../payments/post';
import type { ClaimRecord } from './records';

/** DESIGN §6. */
export type ClaimState = 'draft' | 'ready' | 'submitted' | 'accepted' | 'rejected' | 'pending' | 'paid' | 'denied' | 'partial' | 'voided' | 'closed';

/** An answer and the response file that holds it. */
export interface ClaimEvent {
  readonly answer: PayerAnswer;
  readonly at: string;
  readonly file: string;
}

/** A claim with its state. Amounts in cents. */
export interface LedgerClaim extends ClaimRecord {
  readonly state: ClaimState;
  readonly sent: boolean;
  readonly inDoubt: boolean;
  readonly paid: number;
  /** Written off: what nobody has to pay. */
  readonly adjusted: number;
  /** What the payer left to the patient. */
  readonly patient: number;
  readonly balance: number;
  /** The payer's number of the claim, once it has one. */
  readonly payerNumber?: string;
  /** One line for a person. */
  readonly summary: string;
  /** Why it is not paid as charged, a line each. */
  readonly reasons: readonly string[];
  readonly events: readonly ClaimEvent[];
  readonly history: readonly { readonly at: string; readonly what: string; readonly file?: string }[];
}

/** `events` in the order in which they came; `all`: every claim, for what a replacement or void took back. */
export function lifeCycle(
  record: ClaimRecord, sent: { exchange: string; file: string; inDoubt: boolean } | undefined, events: readonly ClaimEvent[],
  results: ReadonlyMap<string, ClaimResult>, all: readonly ClaimRecord[],
): LedgerClaim {
  const result = results.get(record.control);
  const state = stateOf(record, sent !== undefined, events, result, results, all);
  const payerNumber = result?.payerNumber || events.map((one) => one.answer.payerNumber).findLast(Boolean);
  const reasons = events.filter((one) => one.answer.severity !== 'information').map((one) => reasonOf(one.answer));
  const paid = result?.paid ?? 0, adjusted = result?.writtenOff ?? 0, patient = result?.patient.total ?? 0;
  const claim = {
    ...record, state, sent: sent !== undefined, inDoubt: sent?.inDoubt ?? false, paid, adjusted, patient,
    balance: state === 'voided' ? 0 : record.charge - paid - adjusted, ...(payerNumber && { payerNumber }), reasons, events,
  };
  return { ...claim, summary: summaryOf(claim), history: historyOf(record, sent, events, result) };
}

function stateOf(
  record: ClaimRecord, sent: boolean, events: readonly ClaimEvent[], result: ClaimResult | undefined, results: ReadonlyMap<string, ClaimResult>, all: readonly ClaimRecord[],
): ClaimState {
  if (result) return result.state;
  if (record.frequency === '8' && record.original) {
    const taken = all.some((other) => { const posted = results.get(other.control); return posted?.state === 'voided' && posted.payerNumber === record.original; });
    if (taken) return 'voided';
  }
  if (events.some((one) => one.answer.outcome === 'rejected')) return 'rejected';
  if (events.some((one) => one.answer.response === '277ca' && one.answer.outcome === 'accepted')) return 'accepted';
  return sent ? 'submitted' : 'ready';
}

function reasonOf({ code, message, next }: PayerAnswer): string {
  return [`${code}: ${message}`, next].filter(Boolean).join(' ');
}

function summaryOf(claim: Omit<LedgerClaim, 'summary' | 'history'>): string {
  const bad = claim.events.filter((one) => one.answer.severity !== 'information');
  // What names a word of the claim says more than what speaks of the whole.
  const first = bad.find((one) => one.answer.place.kind !== 'claim') ?? bad[0];
  const because = first ? `: ${first.answer.message.split(/(?<=[.!?])\s/)[0].replace(/\.$/, '')}` : '';
  switch (claim.state) {
    case 'ready': return 'generated, not sent yet';
    case 'submitted': return claim.inDoubt ? 'may have been sent before a crash: receive first' : 'sent, no answer yet';
    case 'accepted': return `accepted by ${claim.payer || 'the payer'}, not decided yet`;
    case 'rejected': return `rejected${because}`;
    case 'denied': return `denied${because}`;
    case 'partial': return `paid ${formatMoney(claim.paid)} in part, patient owes ${formatMoney(claim.patient)}${because}`;
    case 'paid': return `paid ${formatMoney(claim.paid)}, patient owes ${formatMoney(claim.patient)}`;
    case 'voided': return 'taken back';
    default: return claim.state;
  }
}

function historyOf(record: ClaimRecord, sent: { exchange: string; file: string; inDoubt: boolean } | undefined, events: readonly ClaimEvent[], result: ClaimResult | undefined): LedgerClaim['history'] {
  const kind = record.frequency === '7' ? 'replacement ' : record.frequency === '8' ? 'void ' : '';
  const history: { at: string; what: string; file?: string }[] = [{ at: record.made, what: `Claim ${kind}${record.control} written: ${formatMoney(record.charge)}`, file: record.file }];
  if (sent) history.push({ at: record.made, what: sent.inDoubt ? `Perhaps sent to ${sent.exchange}: in doubt` : `Sent to ${sent.exchange}`, file: sent.file });
  for (const { answer, at, file } of events) {
    history.push({ at, what: `${NAMES[answer.response]}: ${answer.severity === 'information' ? answer.message : reasonOf(answer)}`, file });
  }
  if (result) {
    const last = events.findLast((one) => one.answer.response === '835');
    history.push({
      at: last?.at ?? '', what: `Posted: paid ${formatMoney(result.paid)}, written off ${formatMoney(result.writtenOff)}, patient owes ${formatMoney(result.patient.total)}`,
      ...(last && { file: last.file }),
    });
  }
  return history;
}

const NAMES: Record<PayerAnswer['response'], string> = { ta1: 'Receipt (TA1)', 999: 'Acknowledgement (999)', '277ca': 'Acknowledgement (277CA)', 835: 'Remittance (835)' };
