// The training payer: a file of claims comes in, TA1, 999, 277CA and 835 go out. No clock, no chance: same file, same answer.
import { compactDate } from '../model/dates';
import { groupBy } from '../model/group-by';
import { transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';
import { type Interchange, type X12Document, readX12 } from '../syntax/x12/read';
import { type Decision, adjudicate, reversed } from './adjudicate';
import type { TrainingContract } from './contract';
import { type Occasion, interchangeKey, occasionOf, wantsReceipt } from './envelope';
import { receive } from './front-door';
import {
  type Answered,
  type KnownClaim,
  type Memory,
  NOTHING,
  accountKey,
  before,
  claimKey,
  findOriginal,
  forget,
  readAnswers,
  remember,
  transactionKey,
} from './memory';
import { type StructureReport, checkStructure, problemsOf, refusedTransactions } from './structure';
import { type SubmittedClaim, type Submission, readSubmissions } from './submission';
import { type Received, TAKEN_IN, write277ca, write999, writeTa1 } from './write-acknowledgements';
import { type Remittance, type Settled, settle, write835 } from './write-835';

export interface Input {
  /** Text of the 837. */
  readonly file: string;
  /** From `trainingContracts(workspace)`. */
  readonly contracts: readonly TrainingContract[];
  /**
   * Texts of earlier files with this payer in order: the 837 files sent, and the answers received. What was answered before
   * stands as it was answered, even if the contract has changed since; an 837 without answers is judged again.
   */
  readonly history?: readonly string[];
}

/** Texts of the answers; what is undefined is not sent. */
export interface Answer {
  readonly ta1?: string;
  readonly '999'?: string;
  readonly '277ca'?: string;
  readonly '835'?: string;
}

/** What the training payer answers to a file. Total: any text has an answer. */
export function answer({ file, contracts, history = [] }: Input): Answer {
  return answerNext(recall(history, contracts), file, contracts).answer;
}

/** The same for one file after another: the memory that comes back is given along with the next file. */
export function answerNext(
  memory: Memory,
  file: string,
  contracts: readonly TrainingContract[],
): { readonly answer: Answer; readonly memory: Memory } {
  return answerDocument(readX12(file), { contracts, answered: NO_ANSWERS }, memory);
}

const NO_ANSWERS: Answered = { accepted: new Map(), decided: new Map(), owed: new Map(), refusedTransactions: new Set() };

/** Goes through the earlier files in order: what the payer remembers of them. */
export function recall(history: readonly string[], contracts: readonly TrainingContract[]): Memory {
  const documents = history.map((text) => readX12(text));
  const claims = documents.filter((document) => isClaimFile(document));
  const answered = readAnswers(documents.filter((document) => !isClaimFile(document)));
  let memory: Memory = NOTHING;
  for (const document of claims) memory = answerDocument(document, { contracts, answered }, memory).memory;
  return answered.owed.size > 0 ? { ...memory, owed: new Map([...memory.owed, ...answered.owed]) } : memory;
}

function isClaimFile(document: X12Document): boolean {
  return transactionsOf(document, '837').length > 0;
}

/** What the payer goes by: its contracts, and what it has answered before. */
interface Basis {
  readonly contracts: readonly TrainingContract[];
  readonly answered: Answered;
}

/** A file may hold several interchanges: each is answered by itself, and the answers stand one behind the other. */
function answerDocument(document: X12Document, basis: Basis, start: Memory): { answer: Answer; memory: Memory } {
  const problems = problemsOf(document);
  const submissions = readSubmissions(document);
  const taken = new Set<number>();
  let memory = start;
  const texts: Writable<Answer> = {};
  for (const interchange of document.interchanges) {
    const one = answerInterchange(
      {
        interchange,
        submissions: submissions.filter((each) => each.interchange === interchange),
        report: checkStructure(document, interchange, memory.interchanges, problems),
        occasion: occasionOf(document, interchange, taken),
        wantsReceipt: wantsReceipt(document, interchange),
      },
      basis,
      memory,
    );
    memory = one.memory;
    for (const kind of KINDS) if (one.answer[kind] !== undefined) texts[kind] = (texts[kind] ?? '') + one.answer[kind];
  }
  return { answer: texts, memory };
}

const KINDS = ['ta1', '999', '277ca', '835'] as const;

/** An interchange as it came in. */
interface Incoming {
  readonly interchange: Interchange;
  readonly submissions: readonly Submission[];
  readonly report: StructureReport;
  readonly occasion: Occasion;
  readonly wantsReceipt: boolean;
}

function answerInterchange(incoming: Incoming, basis: Basis, start: Memory): { answer: Answer; memory: Memory } {
  const { interchange, occasion } = incoming;
  const { receipt, groups: reports } = incoming.report;
  const ta1 = receipt.refused || incoming.wantsReceipt ? writeTa1(occasion, interchange.control, receipt) : undefined;
  if (receipt.refused) return { answer: { ...(ta1 && { ta1 }) }, memory: start };

  const refused = refusedTransactions(reports);
  let memory: Memory = { ...start, interchanges: new Set([...start.interchanges, interchangeKey(interchange)]) };
  const batches: { submission: Submission; claims: Received[] }[] = [];
  const settled: SettledClaim[] = [];
  let sequence = 0;
  for (const submission of incoming.submissions) {
    const key = transactionKey(occasion.to.id, submission.group.control, submission.transaction.control);
    if (refused.has(submission.transaction) || basis.answered.refusedTransactions.has(key)) continue;
    const batch: Received[] = [];
    for (const claim of submission.claims) {
      const taken = takeClaim({ claim, submission, occasion, sequence: ++sequence }, basis, memory);
      memory = taken.memory;
      batch.push(taken.received);
      settled.push(...taken.settled);
    }
    if (batch.length > 0) batches.push({ submission, claims: batch });
  }
  const remittances = remittancesOf(settled, memory);
  return {
    memory: { ...memory, owed: owedAfter(remittances, memory) },
    answer: {
      ...(ta1 && { ta1 }),
      '999': write999(occasion, reports),
      ...(batches.length > 0 && { '277ca': write277ca(occasion, batches) }),
      ...(remittances.length > 0 && { '835': write835(occasion, remittances) }),
    },
  };
}

/** What practices owe once remittances are paid, less what was kept back in them. */
function owedAfter(remittances: readonly Remittance[], memory: Memory): Memory['owed'] {
  const owed = new Map(memory.owed);
  for (const one of remittances) {
    const key = accountKey(one.contract.payerId, one.payee.npi || one.payee.taxId);
    owed.set(key, (owed.get(key) ?? 0) - settle(one).carried);
  }
  return owed;
}

/** A claim as it came in; `sequence`: its number within the interchange. */
interface IncomingClaim {
  readonly claim: SubmittedClaim;
  readonly submission: Submission;
  readonly occasion: Occasion;
  readonly sequence: number;
}

interface SettledClaim {
  readonly contract: TrainingContract;
  readonly one: Settled;
}

interface Taken {
  readonly memory: Memory;
  readonly received: Received;
  readonly settled: readonly SettledClaim[];
}

/** One claim: through the front door, then its money. */
function takeClaim({ claim, submission, occasion, sequence }: IncomingClaim, { contracts, answered }: Basis, start: Memory): Taken {
  const key = claimKey(submission.reference || submission.transaction.control, claim.control);
  const earlier = answered.accepted.has(key) ? { number: answered.accepted.get(key) } : undefined;
  const reception = receive(claim, contracts, start);
  const source = {
    id: reception.contract?.payerId ?? claim.payer.id,
    name: reception.contract?.name ?? claim.payer.name,
    known: reception.contract !== undefined,
  };
  const turnedAway = earlier ? earlier.number === undefined : !reception.accepted;
  const contract = reception.contract;
  if (turnedAway || !contract) {
    const status = reception.accepted ? { category: 'A3', status: '0' } : reception.status;
    return { memory: start, received: { claim, statuses: [status], accepted: false, source }, settled: [] };
  }
  const payerNumber = earlier?.number ?? numberOf(occasion, sequence);
  const received: Received = { claim, statuses: [TAKEN_IN], accepted: true, payerNumber, source };
  const original = claim.frequency === '7' || claim.frequency === '8' ? findOriginal(start, claim) : undefined;
  const settled: SettledClaim[] = [];
  let memory = start;
  if (original) {
    memory = forget(memory, original);
    settled.push({ contract, one: { claim: original.claim, payerNumber: original.payerNumber, decision: reversed(original.decision) } });
  }
  if (claim.frequency !== '8') {
    const decision = answered.decided.get(payerNumber) ?? decide(claim, contract, memory, occasion, original);
    memory = remember(memory, { claim, payerNumber, decision, gone: false });
    settled.push({ contract, one: { claim, payerNumber, decision, ...(original && { original: original.payerNumber }) } });
  }
  return { memory, received, settled };
}

/** Date, control number of the file, number within the file. */
function numberOf({ date, control }: Occasion, sequence: number): string {
  return `${compactDate(date)}${String(control % 100_000).padStart(5, '0')}${String(sequence).padStart(3, '0')}`;
}

function decide(
  claim: SubmittedClaim,
  { contract }: TrainingContract,
  memory: Memory,
  occasion: Occasion,
  original: KnownClaim | undefined,
): Decision {
  return adjudicate(claim, contract, before(memory, claim, contract.deductible ?? 0, occasion.date, original));
}

/** Claims of one payer and one practice are paid together. */
function remittancesOf(settled: readonly SettledClaim[], memory: Memory): Remittance[] {
  const groups = groupBy(settled, ({ contract, one }) => accountKey(contract.payerId, one.claim.billing.npi || one.claim.billing.taxId));
  return [...groups].flatMap(([key, own]) => {
    const first = own[0];
    return first
      ? [{ contract: first.contract, payee: first.one.claim.billing, claims: own.map(({ one }) => one), owed: memory.owed.get(key) ?? 0 }]
      : [];
  });
}
