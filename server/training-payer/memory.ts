// What the training payer remembers: rebuilt each time from the files that went in and the answers that went out.
import { type Adjustment, leftToPatient, readCas } from '../model/adjustment';
import { parseX12Money, sum } from '../model/money';
import { type Row, rowsOf, transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';
import type { X12Document } from '../syntax/x12/read';
import type { Before, DecidedLine, Decision } from './adjudicate';
import type { SubmittedClaim, SubmittedLine } from './submission';

/** A claim that the payer took in and decided. */
export interface KnownClaim {
  readonly claim: SubmittedClaim;
  readonly payerNumber: string;
  readonly decision: Decision;
  /** Replaced or voided: it no longer counts. */
  readonly gone: boolean;
}

/** Everything remembered. Files are taken in order; none changes what is already here. */
export interface Memory {
  /** Sender and ISA13 of every interchange that came in. */
  readonly interchanges: ReadonlySet<string>;
  readonly claims: readonly KnownClaim[];
  /** Cents that a practice still owes a payer, by payer and practice. */
  readonly owed: ReadonlyMap<string, number>;
}

export const NOTHING: Memory = { interchanges: new Set(), claims: [], owed: new Map() };

/** The payer's own earlier answers, by the control numbers of what they answer. */
export interface Answered {
  /** BHT03 and CLM01 of the claim → the payer's number, or undefined where it was turned away. */
  readonly accepted: ReadonlyMap<string, string | undefined>;
  /** Decisions by the payer's number. */
  readonly decided: ReadonlyMap<string, Decision>;
  /** Payer and practice → cents that the remittances carried forward. */
  readonly owed: ReadonlyMap<string, number>;
  /** Transactions that a 999 refused, by `transactionKey`. */
  readonly refusedTransactions: ReadonlySet<string>;
}

/** Reads 277CA, 835 and 999 files that this payer has written. */
export function readAnswers(documents: readonly X12Document[]): Answered {
  const accepted = new Map<string, string | undefined>();
  const decided = new Map<string, Decision>();
  const owed = new Map<string, number>();
  const refusedTransactions = new Set<string>();
  for (const document of documents) {
    for (const { transaction } of transactionsOf(document, '277')) readStatuses(rowsOf(document, transaction), accepted);
    for (const { transaction } of transactionsOf(document, '835')) readDecisions(rowsOf(document, transaction), decided, owed);
    for (const { interchange, transaction } of transactionsOf(document, '999')) {
      readRefusals(rowsOf(document, transaction), interchange.receiver, refusedTransactions);
    }
  }
  return { accepted, decided, owed, refusedTransactions };
}

function readStatuses(rows: Iterable<Row>, accepted: Map<string, string | undefined>): void {
  let batch = '',
    level = '',
    control: string | undefined;
  for (const { id, get } of rows) {
    if (id === 'HL') level = get(3);
    else if (id === 'TRN' && level === '21') batch = get(2);
    else if (id === 'TRN' && level === 'PT') accepted.set((control = claimKey(batch, get(2))), undefined);
    else if (id === 'REF' && get(1) === '1K' && control !== undefined) accepted.set(control, get(2));
  }
}

export function claimKey(batch: string, control: string): string {
  return `${batch}|${control}`;
}

function readDecisions(rows: Iterable<Row>, decided: Map<string, Decision>, owed: Map<string, number>): void {
  let payer = '',
    payee = '';
  let decision: (Omit<Writable<Decision>, 'lines'> & { lines: DecidedLine[] }) | undefined;
  let line: (Omit<Writable<DecidedLine>, 'adjustments' | 'remarks'> & { adjustments: Adjustment[]; remarks: string[] }) | undefined;
  const cents = (text: string): number => parseX12Money(text) ?? 0;
  for (const { id, get, parts } of rows) {
    switch (id) {
      case 'REF':
        if (get(1) === '2U') payer = get(2);
        break;
      case 'N1':
        if (get(1) === 'PE') payee = get(4);
        break;
      case 'CLP':
        line = undefined;
        decision = { status: get(2), charge: cents(get(3)), paid: cents(get(4)), patient: cents(get(5)), lines: [] };
        if (get(2) !== '22') decided.set(get(7), decision);
        break;
      case 'SVC':
        line = {
          position: (decision?.lines.length ?? 0) + 1,
          charge: cents(get(2)),
          allowed: 0,
          paid: cents(get(3)),
          adjustments: [],
          remarks: [],
        };
        decision?.lines.push(line);
        break;
      case 'CAS':
        line?.adjustments.push(...readCas(get).map(({ group, reason, amount }) => ({ group, reason, amount })));
        break;
      case 'AMT':
        if (get(1) === 'B6' && line) line.allowed = cents(get(2));
        break;
      case 'LQ':
        line?.remarks.push(get(2));
        break;
      case 'PLB':
        for (let n = 3; n <= 13; n += 2) {
          const account = accountKey(payer, payee);
          if (parts(n)[0] === 'FB') owed.set(account, (owed.get(account) ?? 0) - cents(get(n + 1)));
        }
    }
  }
}

function readRefusals(rows: Iterable<Row>, submitter: string, refused: Set<string>): void {
  let group = '',
    transaction = '';
  for (const { id, get } of rows) {
    if (id === 'AK1') group = get(2);
    else if (id === 'AK2') transaction = get(2);
    else if (id === 'IK5' && get(1) === 'R') refused.add(transactionKey(submitter, group, transaction));
  }
}

/** Sender, GS06 and ST02 of a transaction. */
export function transactionKey(sender: string, group: string, transaction: string): string {
  return `${sender.trim()}|${group}|${transaction}`;
}

/** Whose account a balance stands on. */
export function accountKey(payer: string, payee: string): string {
  return `${payer}|${payee}`;
}

/** The memory with one more claim, in place of the one that it replaces. */
export function remember(memory: Memory, known: KnownClaim): Memory {
  return { ...memory, claims: [...memory.claims, known] };
}

/** The memory with an earlier claim replaced or voided. */
export function forget(memory: Memory, gone: KnownClaim): Memory {
  return { ...memory, claims: memory.claims.map((one) => (one === gone ? { ...one, gone: true } : one)) };
}

/** The earlier claim that a replacement or void names. */
export function findOriginal(memory: Memory, claim: SubmittedClaim): KnownClaim | undefined {
  const number = claim.original.trim().toUpperCase();
  return memory.claims.find((one) => !one.gone && one.payerNumber === number && one.claim.payer.id === claim.payer.id);
}

/** An open claim that says exactly the same. */
export function findDuplicate(memory: Memory, claim: SubmittedClaim): KnownClaim | undefined {
  const said = contentOf(claim);
  return memory.claims.find(
    (one) => !one.gone && one.claim.payer.id === claim.payer.id && (one.claim.control === claim.control || contentOf(one.claim) === said),
  );
}

/** What two claims that are one have in common. Every new claim is compared with all: worked out once. */
const contentOf = once((claim) => {
  const lines = claim.lines.map((line) => [lineContent(line), line.charge, line.units].join());
  return [patientKey(claim), claim.billing.npi, ...lines, ...claim.diagnoses].join('|');
});

function lineContent(line: SubmittedLine): string {
  return [line.code, ...line.modifiers, line.from, line.to].join();
}

/** A member: one id may cover several people. */
const patientKey = once(({ subscriber, patient }) => [subscriber.id, patient.last, patient.first, patient.born].join('|').toUpperCase());

function once(make: (claim: SubmittedClaim) => string): (claim: SubmittedClaim) => string {
  const known = new WeakMap<SubmittedClaim, string>();
  return (claim) => {
    let text = known.get(claim);
    if (text === undefined) known.set(claim, (text = make(claim)));
    return text;
  };
}

/** What earlier claims of the same patient with the same payer leave behind for a claim. */
export function before(memory: Memory, claim: SubmittedClaim, deductible: number, received: string, without?: KnownClaim): Before {
  const patient = patientKey(claim);
  const samePayer = memory.claims.filter((one) => !one.gone && one !== without && one.claim.payer.id === claim.payer.id);
  const own = samePayer.filter((one) => patientKey(one.claim) === patient);
  const day = firstDay(claim);
  const taken = (one: KnownClaim, reason: string): number =>
    leftToPatient(one.decision.lines.flatMap((line) => line.adjustments).filter((each) => each.reason === reason));
  const sameYear = own.filter((one) => firstDay(one.claim).slice(0, 4) === day.slice(0, 4));
  const paidLines = own
    .filter((one) => one.claim.billing.npi === claim.billing.npi)
    .flatMap((one) => one.claim.lines.filter((line) => wasPaid(one, line)).map(lineContent));
  return {
    deductibleLeft: Math.max(0, deductible - sum(sameYear.map((one) => taken(one, '1')))),
    copayTaken: own.some((one) => firstDay(one.claim) === day && taken(one, '3') > 0),
    unitsUsed: (authorization) =>
      sum(
        samePayer.flatMap((one) =>
          one.claim.lines
            .filter(
              (line) => wasPaid(one, line) && (line.authorization || one.claim.authorization).toUpperCase() === authorization.toUpperCase(),
            )
            .map((line) => line.units),
        ),
      ),
    paidBefore: (line) => paidLines.includes(lineContent(line)),
    servicesOn: (on) =>
      own.flatMap((one) => one.claim.lines.flatMap((line) => (line.from === on && wasPaid(one, line) ? [line.code] : []))),
    received,
  };
}

export function firstDay(claim: SubmittedClaim): string {
  return (
    claim.lines
      .map((line) => line.from)
      .filter(Boolean)
      .sort()[0] ?? ''
  );
}

function wasPaid(known: KnownClaim, line: SubmittedLine): boolean {
  return known.decision.lines.some((one) => one.position === line.position && one.allowed > 0);
}
