// From what is known of a claim to where it stands: state, amounts, a line for people, and its history. Pure.
import { sumOf } from '../model/adjustment';
import { formatMoney } from '../model/money';
import type { PayerAnswer } from '../payments/answer';
import { type ClaimResult, type PostedDecision, refusedIn } from '../payments/post';
import { type ClaimPayment, allAdjustments } from '../payments/read-835';
import type { ClaimRecord } from './records';

/** Where a claim stands. */
export type ClaimState =
  | 'draft'
  | 'ready'
  | 'submitted'
  | 'accepted'
  | 'rejected'
  | 'pending'
  | 'paid'
  | 'denied'
  | 'partial'
  | 'voided'
  | 'closed';

/** An answer and the response file that holds it. */
export interface ClaimEvent {
  readonly answer: PayerAnswer;
  readonly at: string;
  readonly file: string;
}

/** How a claim went out. */
export interface Sending {
  readonly exchange: string;
  readonly file: string;
  /** It may have been sent before a crash: nobody knows. */
  readonly inDoubt: boolean;
}

/** A claim with its state. Amounts in cents. */
export interface LedgerClaim extends ClaimRecord {
  readonly state: ClaimState;
  readonly sent: boolean;
  readonly exchange?: string;
  /** Where what went out is kept. */
  readonly sentFile?: string;
  readonly inDoubt: boolean;
  readonly paid: number;
  /** Written off: what nobody has to pay. What was denied is not written off, it can still be won. */
  readonly adjusted: number;
  /** What the payer left to the patient. */
  readonly patient: number;
  /** What the payer refused, and the patient does not owe. */
  readonly denied: number;
  readonly balance: number;
  /** The payer's number of the claim, once it has one. */
  readonly payerNumber?: string;
  /** Denied without having been decided (remark MA130): it goes out again as an original, not as a replacement. */
  readonly returned: boolean;
  /** The payer has sent the claim on to the next one itself. */
  readonly crossover: boolean;
  /** One line for a person. */
  readonly summary: string;
  /** Why it is not paid as charged, a line each. */
  readonly reasons: readonly string[];
  readonly events: readonly ClaimEvent[];
  readonly decision?: PostedDecision;
  readonly history: readonly { readonly at: string; readonly what: string; readonly file?: string }[];
}

/** What is known of a claim besides its file. */
export interface Known {
  readonly sent?: Sending;
  /** In the order in which they came. */
  readonly events: readonly ClaimEvent[];
  readonly result?: ClaimResult;
  readonly decision?: PostedDecision;
  /** The claim that this one voids is taken back. */
  readonly undone: boolean;
}

export function lifeCycle(record: ClaimRecord, known: Known): LedgerClaim {
  const { sent, events, result, decision } = known;
  // Who answers has it: the doubt is over.
  const inDoubt = (sent?.inDoubt ?? false) && events.length === 0 && !result;
  const state = stateOf(record, known);
  const payerNumber = result?.payerNumber || events.map((one) => one.answer.payerNumber).findLast(Boolean);
  const reasons = events.filter((one) => one.answer.severity !== 'information').map((one) => reasonOf(one.answer));
  const paid = result?.paid ?? 0,
    patient = result?.patient.total ?? 0,
    denied = decision ? refusedIn(allAdjustments(decision.claim)) : 0;
  const adjusted = decision ? record.charge - paid - patient - denied - earlierIn(decision.claim) : 0;
  const claim = {
    ...record,
    state,
    sent: sent !== undefined,
    exchange: sent?.exchange,
    sentFile: sent?.file,
    inDoubt,
    paid,
    adjusted,
    patient,
    denied,
    balance: state === 'voided' ? 0 : record.charge - paid - adjusted,
    payerNumber: payerNumber || undefined,
    returned: state === 'denied' && events.some(({ answer }) => answer.response === '835' && answer.step === 'resubmit'),
    crossover: result?.crossover ?? false,
    reasons,
    events,
    decision,
    summary: '',
    history: [] as LedgerClaim['history'],
  };
  // Not copied once more: there may be thousands.
  claim.summary = summaryOf(claim);
  claim.history = historyOf(claim, sent, result);
  return claim;
}

function stateOf(record: ClaimRecord, { sent, events, result, undone }: Known): ClaimState {
  if (record.frequency === '8' && undone) return 'voided';
  if (result) return result.state;
  const answers = events.map((one) => one.answer);
  if (answers.some((one) => one.outcome === 'rejected')) return 'rejected';
  // A status P… says that the payer works on it.
  if (answers.some((one) => /^P\d/.test(one.code))) return 'pending';
  if (answers.some((one) => one.response === '277ca' && one.outcome === 'accepted')) return 'accepted';
  return sent ? 'submitted' : 'ready';
}

/** What earlier payers paid and took off (reason 23). */
function earlierIn(claim: ClaimPayment): number {
  return sumOf(allAdjustments(claim).filter((one) => one.reason === '23'));
}

function reasonOf({ code, message, next }: PayerAnswer): string {
  return [`${code}: ${message}`, next].filter(Boolean).join(' ');
}

function summaryOf(claim: Omit<LedgerClaim, 'summary' | 'history'>): string {
  const bad = claim.events.filter((one) => one.answer.severity !== 'information');
  // What names a word of the claim says more than what speaks of the whole.
  const first = bad.find((one) => one.answer.place.kind !== 'claim') ?? bad[0];
  // The reason alone: its amount stands at the front of the message.
  const because = first
    ? `: ${first.answer.message
        .replace(/^-?[\d.]+: /, '')
        .split(/(?<=[.!?])\s/)[0]
        .replace(/\.$/, '')}`
    : '';
  switch (claim.state) {
    case 'ready':
      return 'generated, not sent yet';
    case 'submitted':
      return claim.inDoubt ? 'may have been sent before a crash: receive first, then submit again' : 'sent, no answer yet';
    case 'accepted':
      return `accepted by ${claim.payer || 'the payer'}, not decided yet`;
    case 'pending':
      return `${claim.payer || 'the payer'} works on it, not decided yet`;
    case 'rejected':
      return `rejected${because}`;
    case 'denied':
      return `denied${because}`;
    case 'partial':
      return `paid ${formatMoney(claim.paid)} in part, patient owes ${formatMoney(claim.patient)}${because}`;
    case 'paid':
      return `paid ${formatMoney(claim.paid)}, patient owes ${formatMoney(claim.patient)}`;
    case 'voided':
      return 'taken back';
    default:
      return claim.state;
  }
}

function historyOf(
  claim: Omit<LedgerClaim, 'summary' | 'history'>,
  sent: Sending | undefined,
  result: ClaimResult | undefined,
): LedgerClaim['history'] {
  const kind = claim.frequency === '7' ? 'replacement ' : claim.frequency === '8' ? 'void ' : '';
  const history: { at: string; what: string; file?: string }[] = [
    { at: claim.made, what: `Claim ${kind}${claim.control} written: ${formatMoney(claim.charge)}`, file: claim.file },
  ];
  if (sent) {
    const to = `${claim.payer || 'the payer'} by ${sent.exchange}`;
    history.push({ at: claim.made, what: claim.inDoubt ? `Perhaps sent to ${to}: in doubt` : `Sent to ${to}`, file: sent.file });
  }
  for (const { answer, at, file } of claim.events) {
    history.push({ at, what: `${NAMES[answer.response]}: ${answer.severity === 'information' ? answer.message : reasonOf(answer)}`, file });
  }
  if (result) {
    const last = claim.events.findLast((one) => one.answer.response === '835');
    history.push({
      at: last?.at ?? '',
      what:
        `Posted: paid ${formatMoney(claim.paid)}, written off ${formatMoney(claim.adjusted)}, ` +
        `patient owes ${formatMoney(claim.patient)}`,
      ...(last && { file: last.file }),
    });
  }
  return history;
}

const NAMES: Record<PayerAnswer['response'], string> = {
  ta1: 'Receipt (TA1)',
  999: 'Acknowledgement (999)',
  '277ca': 'Acknowledgement (277CA)',
  835: 'Remittance (835)',
};
