// Postings → where each claim stands: paid, adjusted by whom, left to the patient. Reversals cancel what they take back.
import { type Adjustment, sumOf, writtenOff } from '../model/adjustment';
import { groupBy } from '../model/group-by';
import { sum } from '../model/money';
import { type ClaimPayment, type Remittance, type ServicePayment, allAdjustments } from './read-835';

/** What the patient owes, in cents. */
export interface PatientShare {
  readonly deductible: number;
  readonly coinsurance: number;
  readonly copay: number;
  readonly other: number;
  readonly total: number;
}

export interface LineResult {
  readonly code: string;
  readonly modifiers: readonly string[];
  /** REF*6R. */
  readonly control: string;
  readonly charge: number;
  readonly paid: number;
  readonly allowed?: number;
  readonly patient: PatientShare;
  readonly adjustments: readonly Adjustment[];
  readonly denied: boolean;
}

export interface ClaimResult {
  readonly control: string;
  readonly payer: string;
  /** Of the decision in force; the last one. */
  readonly payerNumber: string;
  readonly charge: number;
  readonly paid: number;
  /** Cents by group: CO, OA, PI, PR. */
  readonly adjusted: Readonly<Record<string, number>>;
  /** Everything taken off that nobody has to pay: all groups but PR. */
  readonly writtenOff: number;
  readonly patient: PatientShare;
  /** `voided`: taken back and not decided anew. */
  readonly state: 'paid' | 'denied' | 'partial' | 'voided';
  readonly denied: boolean;
  /** The payer sent the claim on to the next one itself. */
  readonly crossover: boolean;
  readonly lines: readonly LineResult[];
  /** In the order in which they came. */
  readonly history: readonly { readonly trace: string; readonly date: string; readonly status: string; readonly paid: number }[];
}

/** What a payer decided on a claim, and the remittance that says so. */
export interface PostedDecision {
  readonly remittance: Remittance;
  readonly claim: ClaimPayment;
}

/** Where every claim stands after all remittances, by control number. Remittances are taken in the order given. */
export function postRemittances(remittances: readonly Remittance[]): Map<string, ClaimResult> {
  return new Map([...decisionsByClaim(remittances)].map(([control, own]) => [control, resultOf(control, own)]));
}

/** The decision in force on every claim, by control number: the last one that no reversal has taken back. */
export function decisionsInForce(remittances: readonly Remittance[]): Map<string, PostedDecision> {
  const found = new Map<string, PostedDecision>();
  for (const [control, own] of decisionsByClaim(remittances)) {
    const open = lastDecision(own.map((one) => one.claim));
    const decision = own.find((one) => one.claim === open);
    if (decision) found.set(control, decision);
  }
  return found;
}

/** All decisions on every claim, by control number, in the order given. */
export function decisionsByClaim(remittances: readonly Remittance[]): Map<string, PostedDecision[]> {
  const decisions = remittances.flatMap((remittance) => remittance.claims.map((claim) => ({ remittance, claim })));
  return groupBy(decisions, ({ claim }) => claim.control);
}

function resultOf(control: string, decisions: readonly PostedDecision[]): ClaimResult {
  const claims = decisions.map((one) => one.claim);
  const last = decisions.at(-1);
  const adjusted: Record<string, number> = {};
  const adjustments = claims.flatMap(allAdjustments);
  for (const one of adjustments) adjusted[one.group] = (adjusted[one.group] ?? 0) + one.amount;
  const open = lastDecision(claims);
  const lines = open ? open.lines.map(lineResult) : [];
  const latest = open ?? last?.claim;
  const state = open ? stateOf(open, lines) : 'voided';
  return {
    control,
    payer: last?.remittance.payer.name ?? '',
    payerNumber: latest?.payerNumber ?? '',
    charge: open?.charge ?? Math.abs(latest?.charge ?? 0),
    paid: sum(claims.map((claim) => claim.paid)),
    adjusted,
    writtenOff: writtenOff(adjustments),
    patient: patientShare(adjustments),
    state,
    denied: state === 'denied',
    crossover: /^(19|20|21)$/.test(open?.status ?? ''),
    lines,
    history: decisions.map(({ remittance, claim }) => ({
      trace: remittance.trace,
      date: remittance.date,
      status: claim.status,
      paid: claim.paid,
    })),
  };
}

/** The decision that no later reversal has taken back. */
function lastDecision(claims: readonly ClaimPayment[]): ClaimPayment | undefined {
  let open: ClaimPayment[] = [];
  for (const claim of claims) {
    if (claim.status !== '22') open.push(claim);
    else {
      const taken = open.findLastIndex((one) => one.payerNumber === claim.payerNumber);
      open = open.filter((_, i) => i !== (taken >= 0 ? taken : open.length - 1));
    }
  }
  return open.at(-1);
}

function lineResult(line: ServicePayment): LineResult {
  return {
    code: line.code,
    modifiers: line.modifiers,
    control: line.control,
    charge: line.charge,
    paid: line.paid,
    ...(line.allowed !== undefined && { allowed: line.allowed }),
    patient: patientShare(line.adjustments),
    adjustments: line.adjustments,
    denied: isDenied(line),
  };
}

/** Nothing was paid of a claim or a line, and a reason of its own refuses it. */
export function isDenied({ paid, charge, adjustments }: Pick<ServicePayment, 'paid' | 'charge' | 'adjustments'>): boolean {
  return paid <= 0 && charge > 0 && adjustments.some((one) => !isInformation(one.group, one.reason));
}

function stateOf(claim: ClaimPayment, lines: readonly LineResult[]): 'paid' | 'denied' | 'partial' {
  if (claim.status === '4') return 'denied';
  const refused = isDenied(claim);
  if (lines.length === 0) return refused ? 'denied' : 'paid';
  const denied = lines.filter((line) => line.denied).length;
  if (denied === lines.length || refused) return 'denied';
  return denied > 0 ? 'partial' : 'paid';
}

const PATIENT: Readonly<Record<string, 'deductible' | 'coinsurance' | 'copay'>> = { 1: 'deductible', 2: 'coinsurance', 3: 'copay' };

function patientShare(adjustments: readonly Adjustment[]): PatientShare {
  const share = { deductible: 0, coinsurance: 0, copay: 0, other: 0, total: 0 };
  for (const { group, reason, amount } of adjustments) {
    if (group !== 'PR') continue;
    share[PATIENT[reason] ?? 'other'] += amount;
    share.total += amount;
  }
  return share;
}

/** What is refused without being left to the patient, in cents: it may still be won. */
export function refusedIn(adjustments: readonly Adjustment[]): number {
  return sumOf(adjustments.filter(({ group, reason }) => group !== 'PR' && !isInformation(group, reason)));
}

/** Reasons that are no refusals: the patient's regular share, the contract, a sequester, an earlier payer, regular withholding. */
export function isInformation(group: string, reason: string): boolean {
  if (group === 'PR') return /^(1|2|3|66|122|241|247|248)$/.test(reason);
  return /^(45|253|23|94|44|90|91|104|105|131|132|161|137|144|59|237)$/.test(reason);
}
