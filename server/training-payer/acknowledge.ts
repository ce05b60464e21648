// What a strict receiver answers to a file of claims before anybody decides about money: TA1, 999 and 277CA, from the findings alone.
import { compactDate } from '../model/dates';
import type { Finding } from '../rules/rule';
import { countFitting } from '../syntax/sorted';
import { meaningOf } from '../syntax/x12/codes';
import type { Transaction, X12Document } from '../syntax/x12/read';
import { type ClaimRange, claimRanges } from './claim-ranges';
import { type Occasion, interchangeKey, occasionOf, wantsReceipt } from './envelope';
import type { Status } from './front-door';
import { type GroupReport, checkStructure, problemsOf, refusedTransactions } from './structure';
import { statusOf } from './status-of-finding';
import { type Submission, readSubmissions } from './submission';
import { type Received, TAKEN_IN, write277ca, write999, writeTa1 } from './write-acknowledgements';

export interface Acknowledgements {
  readonly ta1?: string;
  readonly '999'?: string;
  readonly '277ca'?: string;
  readonly claims: { readonly accepted: number; readonly refused: number };
  /** What is refused with all claims in it, and why: `interchange 000000905: control number was used before (TA1 025)`. */
  readonly turnedAway: readonly string[];
}

/** `findings`: everything that is said about the document; errors refuse. Total: any document has an answer. */
export function acknowledge(document: X12Document, findings: readonly Finding[]): Acknowledgements {
  const problems = problemsOf(document);
  const submissions = readSubmissions(document);
  const refusals = refusalsOf(document, findings);
  const texts: { ta1?: string; '999'?: string; '277ca'?: string } = {};
  const known = new Set<string>(),
    numbers = new Set<number>();
  const claims = { accepted: 0, refused: 0 };
  const turnedAway: string[] = document.interchanges.length === 0 ? ['nothing is in it'] : [];
  for (const interchange of document.interchanges) {
    const { receipt, groups } = checkStructure(document, interchange, known, problems);
    const occasion = occasionOf(document, interchange, numbers);
    if (receipt.refused || wantsReceipt(document, interchange))
      texts.ta1 = (texts.ta1 ?? '') + writeTa1(occasion, interchange.control, receipt);
    if (receipt.refused) {
      const why = interchange.isa === undefined ? 'it has no ISA' : (meaningOf('I18', receipt.code) ?? '');
      turnedAway.push(`${['interchange', interchange.control].filter(Boolean).join(' ')}: ${why} (TA1 ${receipt.code})`);
      continue;
    }
    known.add(interchangeKey(interchange));
    texts['999'] = (texts['999'] ?? '') + write999(occasion, groups);
    turnedAway.push(...groups.flatMap(refusedParts));
    const refused = refusedTransactions(groups);
    const batches = submissions
      .filter((one) => one.interchange === interchange && !refused.has(one.transaction))
      .map((submission) => ({ submission, claims: receive(submission, refusals, occasion) }))
      .filter((one) => one.claims.length > 0);
    for (const batch of batches) for (const one of batch.claims) claims[one.accepted ? 'accepted' : 'refused'] += 1;
    if (batches.length > 0) texts['277ca'] = (texts['277ca'] ?? '') + write277ca(occasion, batches);
  }
  return { ...texts, claims, turnedAway };
}

/** A group that is refused as a whole, else its transactions that are. */
function refusedParts({ group, codes, transactions }: GroupReport): string[] {
  const why = (data: string, own: readonly string[]) => own.map((code) => meaningOf(data, code) ?? code).join(', ');
  if (codes.length > 0) return [`group ${group.control}: ${why('716', codes)} (999 AK905 ${codes.join(', ')})`];
  return transactions
    .filter((one) => one.refused)
    .map((one) => `transaction ${one.transaction.control}: ${why('618', one.codes)} (999 IK502 ${one.codes.join(', ')})`);
}

/** The errors of each claim, by transaction and by the claim's place in it. */
type Refusals = ReadonlyMap<Transaction, ReadonlyMap<number, readonly Status[]>>;

/** So many are said of one claim: what is repaired first mends others. */
const MOST_STATUSES = 20;

function refusalsOf(document: X12Document, findings: readonly Finding[]): Refusals {
  const errors = findings.filter((one) => one.severity === 'error');
  const refusals = new Map<Transaction, Map<number, Status[]>>();
  if (errors.length === 0) return refusals;
  const claims = claimRanges(document);
  const refuse = (claim: ClaimRange, finding: Finding, line: number | undefined): void => {
    const own = refusals.get(claim.transaction) ?? new Map<number, Status[]>();
    refusals.set(claim.transaction, own);
    const said = own.get(claim.n) ?? [];
    own.set(claim.n, said);
    if (said.length < MOST_STATUSES) said.push(statusOf(finding, document, line));
  };
  for (const finding of errors) {
    const segment = document.segments.at(finding.span.start);
    const within = claimAt(claims, segment);
    if (within) {
      const line = within.lines.findLastIndex((one) => one <= segment) + 1;
      refuse(within, finding, line > 0 ? line : undefined);
      continue;
    }
    // What stands above claims is said of all of them.
    for (const claim of claims.filter(({ above }) => above.some(({ first, end }) => first <= segment && segment < end))) {
      refuse(claim, finding, undefined);
    }
  }
  return refusals;
}

/** The claim whose segments hold a segment; claims stand in order. */
function claimAt(claims: readonly ClaimRange[], segment: number): ClaimRange | undefined {
  const found: ClaimRange | undefined = claims[countFitting(claims, ({ first }) => first <= segment) - 1];
  return found && segment < found.end ? found : undefined;
}

function receive(submission: Submission, refusals: Refusals, occasion: Occasion): Received[] {
  const own = refusals.get(submission.transaction);
  return submission.claims.map((claim, i): Received => {
    const statuses = own?.get(i);
    const source = { id: claim.payer.id, name: claim.payer.name, known: claim.payer.id !== '' && claim.payer.name !== '' };
    if (statuses) return { claim, statuses, accepted: false, source };
    const payerNumber = `${compactDate(occasion.date)}${String(occasion.control).padStart(9, '0')}${String(i + 1).padStart(4, '0')}`;
    return { claim, statuses: [TAKEN_IN], accepted: true, payerNumber, source };
  });
}
