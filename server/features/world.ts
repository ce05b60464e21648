// What features are given besides the document: all documents, code sets, the clock's day, and what payers answered.
import type { Finding, RuleContext } from '../rules/rule';
import type { RuleWorld } from '../rules/run';
import type { ClaimPlace } from '../model/claim-place';
import type { Project, X12File } from './project';

/** State of the newest claim of an encounter; amounts in cents. */
export interface ClaimStatus {
  readonly control: string;
  readonly state: string;
  readonly payer: string;
  readonly paid: number;
  readonly patient: number;
  /** One line for a person: `paid 82.50, patient owes 20.00`. */
  readonly summary: string;
}

/** A payer's answer as a finding on the words that caused it. */
export interface Answer extends Finding {
  /** The payer's name as the practice writes it. */
  readonly payer: string;
}

/** What a payer said of a word of a claim without there being anything to correct: a deductible, a contractual reduction. */
export interface Remark {
  readonly place: ClaimPlace;
  /** In plain words, with the payer's code. */
  readonly text: string;
}

/** The ledger as features see it. */
export interface LedgerView {
  status(encounter: string): ClaimStatus | undefined;
  /** What payers answered about the encounters of a document, on the words that caused it. */
  answers(uri: string): readonly Answer[];
  /** What the payer decided on the newest claim of an encounter, place by place. */
  remarks(encounter: string): readonly Remark[];
}

/** Claim files that were written or sent, by the numbers with which payers answer. */
export interface SentFiles {
  /** CLM01. */
  withClaim(control: string): X12File | undefined;
  /** GS06. */
  withGroup(control: string): X12File | undefined;
  /** BHT03. */
  withBatch(number: string): X12File | undefined;
  /** ISA13. */
  withInterchange(control: string): X12File | undefined;
}

export interface World extends RuleWorld {
  readonly project: Project;
  readonly ledger: LedgerView;
  readonly sent?: SentFiles;
  /** The address of the page about a rule, where there is one. */
  rulePage?(rule: string): string | undefined;
}

export type Codes = RuleContext['codes'];
