// What a strict receiver answers to a file of claims before anybody decides about money: TA1, 999 and 277CA, from the findings alone.
import { compactDate } from '../model/dates';
import type { Finding } from '../rules/rule';
import type { Transaction, X12Document } from '../syntax/x12/read';
import { type ClaimRange, claimRanges } from './claim-ranges';
import { type Occasion, interchangeKey, occasionOf, wantsReceipt } from './envelope';
import { checkStructure, problemsOf, refusedTransactions } from './structure';
import { statusOf } from './status-of-finding';
import { type Submission, readSubmissions } from './submission';
import { type Received, write277ca, write999, writeTa1 } from './write-acknowledgements';

export interface Acknowledgements {
  readonly ta1?: string;
  readonly '999'?: string;
  readonly '277ca'?: string;
  readonly claims: { readonly accepted: number; readonly refused: number };
}

/** `findings`: everything that is said about the document; errors refuse. Total: any document has an answer. */
export function acknowledge(document: X12Document, findings: readonly Finding[]): Acknowledgements {
  const problems = problemsOf(document);
  const submissions = readSubmissions(document);
  const refusals = refusalsOf(document, findings);
  const texts: { ta1?: string; '999'?: string; '277ca'?: string } = {};
  const known = new Set<string>();
  const claims = { accepted: 0, refused: 0 };
  for (const interchange of document.interchanges) {
    const { receipt, groups } = checkStructure(document, interchange, known, problems);
    const occasion = occasionOf(document, interchange);
    if (receipt.refused || wantsReceipt(document, interchange))
      texts.ta1 = (texts.ta1 ?? '') + writeTa1(occasion, interchange.control, receipt);
    if (receipt.refused) continue;
    known.add(interchangeKey(interchange));
    texts['999'] = (texts['999'] ?? '') + write999(occasion, groups);
    const refused = refusedTransactions(groups);
    const batches = submissions
      .filter((one) => one.interchange === interchange && !refused.has(one.transaction))
      .map((submission) => ({ submission, claims: receive(submission, refusals, occasion) }))
      .filter((one) => one.claims.length > 0);
    for (const batch of batches) for (const one of batch.claims) claims[one.accepted ? 'accepted' : 'refused'] += 1;
    if (batches.length > 0) texts['277ca'] = (texts['277ca'] ?? '') + write277ca(occasion, batches);
  }
  return { ...texts, claims };
}

/** The first error of each claim, by transaction and by the claim's place in it. */
type Refusals = ReadonlyMap<Transaction, ReadonlyMap<number, Received['status']>>;

function refusalsOf(document: X12Document, findings: readonly Finding[]): Refusals {
  const errors = findings.filter((one) => one.severity === 'error');
  const refusals = new Map<Transaction, Map<number, Received['status']>>();
  if (errors.length === 0) return refusals;
  const claims = claimRanges(document);
  const refuse = (claim: ClaimRange, finding: Finding, line: number | undefined): void => {
    const own = refusals.get(claim.transaction) ?? new Map<number, Received['status']>();
    refusals.set(claim.transaction, own);
    if (!own.has(claim.n)) own.set(claim.n, statusOf(finding, document, line));
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
  let found: ClaimRange | undefined;
  for (let low = 0, high = claims.length - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    if (claims[middle].first <= segment) {
      found = claims[middle];
      low = middle + 1;
    } else high = middle - 1;
  }
  return found && segment < found.end ? found : undefined;
}

function receive(submission: Submission, refusals: Refusals, occasion: Occasion): Received[] {
  const own = refusals.get(submission.transaction);
  return submission.claims.map((claim, i): Received => {
    const status = own?.get(i);
    const source = { id: claim.payer.id, name: claim.payer.name, known: claim.payer.id !== '' && claim.payer.name !== '' };
    if (status) return { claim, status, accepted: false, source };
    const payerNumber = `${compactDate(occasion.date)}${String(occasion.control).padStart(9, '0')}${String(i + 1).padStart(4, '0')}`;
    return { claim, status: { category: 'A2', status: '20' }, accepted: true, payerNumber, source };
  });
}
