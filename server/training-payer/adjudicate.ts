// Decides what a claim is worth under a contract, to the cent. Every line balances: charge = paid + adjustments.
import { type Adjustment, leftToPatient, writtenOff } from '../model/adjustment';
import { daysBetween } from '../model/dates';
import type { Contract } from '../model/definitions';
import { sum, times } from '../model/money';
import { payerRank } from '../model/payer-order';
import { REPEAT_MODIFIERS } from '../model/procedure-codes';
import type { SubmittedClaim, SubmittedLine } from './submission';

export interface DecidedLine {
  readonly position: number;
  /** Cents. */
  readonly charge: number;
  readonly allowed: number;
  readonly paid: number;
  readonly adjustments: readonly Adjustment[];
  /** RARC. */
  readonly remarks: readonly string[];
}

export interface Decision {
  /** CLP02. */
  readonly status: string;
  readonly charge: number;
  readonly paid: number;
  /** Sum of the PR adjustments. */
  readonly patient: number;
  readonly lines: readonly DecidedLine[];
}

/** What earlier claims leave behind for this one. */
export interface Before {
  /** Cents of the deductible that the member has still to pay. */
  readonly deductibleLeft: number;
  /** The copay of this visit was taken by another claim. */
  readonly copayTaken: boolean;
  /** Units already used of an authorization. */
  readonly unitsUsed: (authorization: string) => number;
  /** The line was paid before, on another claim. */
  readonly paidBefore: (line: SubmittedLine) => boolean;
  /** Services of the member on a day, on other claims. */
  readonly servicesOn: (day: string) => readonly string[];
  /** ISO. */
  readonly received: string;
}

/** Decides all lines of a claim. */
export function adjudicate(claim: SubmittedClaim, contract: Contract, before: Before): Decision {
  let deductible = before.deductibleLeft;
  let copay = before.copayTaken ? 0 : (contract.copay ?? 0);
  const units = new Map<string, number>();
  const lines = claim.lines.map((line): DecidedLine => {
    const denied = denialOf(line, claim, contract, before, units);
    if (denied) return whole(line, denied);
    const allowed = Math.min(line.charge, Math.max(0, allowance(line, contract)));
    const shares = { copay: Math.min(copay, allowed), deductible: 0, coinsurance: 0 };
    shares.deductible = Math.min(deductible, allowed - shares.copay);
    shares.coinsurance = times(allowed - shares.copay - shares.deductible, (contract.coinsurance ?? 0) / 100);
    copay -= shares.copay;
    deductible -= shares.deductible;
    return payLine(line, allowed, shares, priorOf(claim, line));
  });
  return summary(claim, lines);
}

/** What is taken back when a claim is replaced or voided: the same figures, the other way round. */
export function reversed(decision: Decision): Decision {
  const minus = (cents: number): number => (cents === 0 ? 0 : -cents);
  return {
    status: '22',
    charge: minus(decision.charge),
    paid: minus(decision.paid),
    patient: minus(decision.patient),
    lines: decision.lines.map((line) => ({
      ...line,
      charge: minus(line.charge),
      allowed: minus(line.allowed),
      paid: minus(line.paid),
      remarks: [],
      adjustments: line.adjustments.map((one) => ({ ...one, amount: minus(one.amount) })),
    })),
  };
}

function summary(claim: SubmittedClaim, lines: readonly DecidedLine[]): Decision {
  // A remittance tells the first three payers apart.
  const rank = payerRank(claim.order);
  const position = rank > 2 ? 1 : Math.max(1, rank + 1);
  const denied = lines.length > 0 && lines.every((line) => line.allowed === 0 && line.paid === 0 && line.charge > 0);
  return {
    status: denied ? '4' : String(position),
    charge: sum(lines.map((line) => line.charge)),
    paid: sum(lines.map((line) => line.paid)),
    patient: leftToPatient(lines.flatMap((line) => line.adjustments)),
    lines,
  };
}

interface Denial {
  readonly group: string;
  readonly reason: string;
  readonly remarks: readonly string[];
}

const DISTINCT = new Set(['59', 'XE', 'XP', 'XS', 'XU']);

function denialOf(
  line: SubmittedLine,
  claim: SubmittedClaim,
  contract: Contract,
  before: Before,
  units: Map<string, number>,
): Denial | undefined {
  const lastDay = line.to || line.from;
  if (contract.timelyFiling !== undefined && lastDay && daysBetween(lastDay, before.received) > contract.timelyFiling) {
    return { group: 'CO', reason: '29', remarks: ['N211'] };
  }
  if (before.paidBefore(line)) return { group: 'OA', reason: '18', remarks: ['N111'] };
  if (claim.lines.some((one) => one.position < line.position && isSameService(one, line)))
    return { group: 'OA', reason: '18', remarks: [] };
  const listed = contract.deny.find(
    (one) => one.code === line.code || one.code === [line.code, ...line.modifiers].join('-') || one.code === '*',
  );
  if (listed) return listed;
  const onTheDay = [
    ...claim.lines.filter((one) => one !== line && one.from === line.from).map((one) => one.code),
    ...before.servicesOn(line.from),
  ];
  const bundled = contract.bundle.some((one) => one.part === line.code && onTheDay.includes(one.whole));
  if (bundled && !line.modifiers.some((one) => DISTINCT.has(one))) return { group: 'CO', reason: '97', remarks: ['M15'] };
  return authorizationDenial(line, claim, contract, before, units);
}

/**
 * The same service a second time, by the same clinician with the same drug, and no word that it is a repeat. Only of professional claims
 * (those have pointers and codes of HCPCS): a hospital's lines differ by department, those of a dentist by tooth.
 */
function isSameService(one: SubmittedLine, other: SubmittedLine): boolean {
  const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word) => b.includes(word));
  return (
    other.qualifier === 'HC' &&
    other.pointers.length > 0 &&
    one.code === other.code &&
    sameWords(one.modifiers, other.modifiers) &&
    !other.modifiers.some((modifier) => REPEAT_MODIFIERS.has(modifier)) &&
    one.from === other.from &&
    one.to === other.to &&
    one.rendering === other.rendering &&
    one.ndc === other.ndc
  );
}

function authorizationDenial(
  line: SubmittedLine,
  claim: SubmittedClaim,
  contract: Contract,
  before: Before,
  units: Map<string, number>,
): Denial | undefined {
  if (!contract.requiresAuthorization.includes(line.code)) return undefined;
  const number = line.authorization || claim.authorization;
  const onFile = contract.authorizations.find(
    (one) =>
      number !== '' &&
      same(one.number, number) &&
      (one.codes.length === 0 || one.codes.includes(line.code)) &&
      (!one.member || same(one.member, claim.subscriber.id)),
  );
  if (!onFile) return { group: 'CO', reason: '197', remarks: [] };
  if (onFile.units === undefined) return undefined;
  const used = (units.get(onFile.number) ?? before.unitsUsed(onFile.number)) + line.units;
  if (used > onFile.units) return { group: 'CO', reason: '198', remarks: [] };
  units.set(onFile.number, used);
  return undefined;
}

function same(a: string, b: string): boolean {
  return a.trim().toUpperCase() === b.trim().toUpperCase();
}

function whole(line: SubmittedLine, { group, reason, remarks }: Denial): DecidedLine {
  return { position: line.position, charge: line.charge, allowed: 0, paid: 0, adjustments: take(group, reason, line.charge), remarks };
}

/** What the contract allows: its own amount for the service, else its share for all others, else the charge. */
function allowance(line: SubmittedLine, contract: Contract): number {
  const withModifiers = [line.code, ...line.modifiers].join('-');
  const rate =
    contract.allow.find((one) => one.code === withModifiers) ??
    contract.allow.find((one) => one.code === line.code) ??
    contract.allow.find((one) => one.code === '*');
  if (!rate) return line.charge;
  if ('percent' in rate) return times(line.charge, rate.percent / 100);
  // Anesthesia comes in minutes; it is paid by quarters of an hour.
  return times(rate.cents, line.unit === 'MJ' ? Math.ceil(line.units / 15) : line.units);
}

interface Shares {
  readonly copay: number;
  readonly deductible: number;
  readonly coinsurance: number;
}

/** Cents that earlier payers paid and took off; undefined where this payer is the first. */
type Prior = { readonly paid: number; readonly adjusted: number } | undefined;

function payLine(line: SubmittedLine, allowed: number, shares: Shares, prior: Prior): DecidedLine {
  const benefit = allowed - shares.copay - shares.deductible - shares.coinsurance;
  if (!prior) {
    return {
      position: line.position,
      charge: line.charge,
      allowed,
      paid: benefit,
      remarks: [],
      adjustments: [
        ...take('CO', '45', line.charge - allowed),
        ...take('PR', '1', shares.deductible),
        ...take('PR', '2', shares.coinsurance),
        ...take('PR', '3', shares.copay),
      ],
    };
  }
  // The next payer pays no more than what is left, and no more than it would have paid as the first.
  const earlier = Math.min(line.charge, prior.paid + prior.adjusted);
  let left = line.charge - earlier;
  const paid = Math.min(left, benefit);
  left -= paid;
  const fromPatient = (share: number): number => {
    const part = Math.min(left, share);
    left -= part;
    return part;
  };
  const deductible = fromPatient(shares.deductible),
    coinsurance = fromPatient(shares.coinsurance),
    copay = fromPatient(shares.copay);
  return {
    position: line.position,
    charge: line.charge,
    allowed,
    paid,
    remarks: [],
    adjustments: [
      ...take('OA', '23', earlier),
      ...take('CO', '45', left),
      ...take('PR', '1', deductible),
      ...take('PR', '2', coinsurance),
      ...take('PR', '3', copay),
    ],
  };
}

function take(group: string, reason: string, amount: number): Adjustment[] {
  return amount === 0 ? [] : [{ group, reason, amount }];
}

/** Earlier payers' decisions on a line; a payment known only for the whole claim is shared out by charge. */
function priorOf(claim: SubmittedClaim, line: SubmittedLine): Prior {
  const decided = claim.others.filter((one) => one.paid !== undefined && payerRank(one.order) < payerRank(claim.order));
  if (decided.length === 0) return undefined;
  let paid = 0,
    adjusted = 0;
  for (const other of decided) {
    const own = line.decisions.find((one) => one.payer === other.id);
    if (own) {
      paid += own.paid;
      adjusted += writtenOff(own.adjustments);
    } else if (!claim.lines.some((each) => each.decisions.some((one) => one.payer === other.id))) {
      paid += shareOf(claim, line, other.paid ?? 0);
      adjusted += shareOf(claim, line, writtenOff(other.adjustments));
    }
  }
  return { paid: Math.max(0, paid), adjusted: Math.max(0, adjusted) };
}

/** A line's part of an amount, such that the parts of all lines add up to it. */
function shareOf(claim: SubmittedClaim, line: SubmittedLine, amount: number): number {
  const total = sum(claim.lines.map((one) => one.charge));
  if (total === 0) return 0;
  const until = (end: number): number => Math.round((amount * sum(claim.lines.slice(0, end).map((one) => one.charge))) / total);
  return until(line.position) - until(line.position - 1);
}
