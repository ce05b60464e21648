// The shape of a payer's answer: where it points in the encounter, what it means in plain words, what to do next.
import type { CodeSets } from '../../codesets/code-set';
import type { ClaimPlace, SentPosition } from '../model/claim-place';

/** What the biller does about it. */
export type NextStep =
  /** Correct and send again as an original (frequency 1): the claim never reached a decision. */
  | 'resubmit'
  /** Correct and send a replacement (frequency 7) with the payer's number. */
  | 'replace'
  /** Nothing to correct on the claim: send records or dispute the decision. */
  | 'appeal'
  /** Another payer is the right one. */
  | 'other-payer'
  /** Post it; the patient or the next payer has the rest. */
  | 'post'
  | 'none';

export interface PayerAnswer {
  readonly response: 'ta1' | '999' | '277ca' | '835';
  /** CLM01; undefined where the answer is about a file, a group or a transaction as a whole. */
  readonly control?: string;
  /** Numbers of what is answered, as far as the answer gives them: ISA13, GS06, ST02, BHT03. */
  readonly interchange?: string;
  readonly group?: string;
  readonly transaction?: string;
  readonly batch?: string;
  readonly outcome: 'accepted' | 'rejected' | 'paid' | 'partial' | 'denied' | 'reversed' | 'information';
  readonly severity: 'error' | 'warning' | 'information';
  readonly place: ClaimPlace;
  /** `CO-97`, `A7:164:IL`, `999 IK403 7`, `TA1 025`. */
  readonly code: string;
  /** In plain words, one or two sentences. */
  readonly message: string;
  /** What to do, '' where nothing is. */
  readonly next: string;
  readonly step: NextStep;
  /** REF*1K or CLP07: the payer's number of the claim. */
  readonly payerNumber?: string;
  /** Cents that the reason takes. */
  readonly amount?: number;
  /** What the payer has on file instead, for a fix. */
  readonly correction?: string;
  /** Number of the segment of the response that says it. */
  readonly segment: number;
}

export interface AnswerContext {
  readonly codes: CodeSets;
  /** ISO: the day by which codes are explained. */
  readonly date: string;
  /** What a position of the sent file stands for (`locateSent` of the claims room); without it a 999 points at the claim. */
  readonly locate?: (sent: SentPosition) => readonly { readonly control: string; readonly place: ClaimPlace }[];
}

export const CLAIM: ClaimPlace = { kind: 'claim' };

/** Sentences, each with its full stop. */
export function sentence(parts: readonly (string | undefined | false)[]): string {
  return parts
    .filter(Boolean)
    .map((part) => `${part}`.replace(/\.?$/, '.'))
    .join(' ');
}

/** Our line numbers stand behind the last point; a number alone is one too. */
export function linePlace(control: string, code: string, order: number): ClaimPlace & { readonly n: number } {
  const written = /(?:\.|^)(\d{1,2})$/.exec(control)?.[1];
  return { kind: 'procedure', n: written ? Number(written) : order, code, ...(control && { line: control }) };
}
