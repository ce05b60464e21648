// Places of an encounter that a claim's segments stand for. Claims are located with it, answers of payers point with it.

/** What a segment, an element or a payer's reason speaks of, in the words of an encounter. */
export type PlaceKind =
  | 'claim'
  | 'frequency'
  | 'member'
  | 'coverage'
  | 'relationship'
  | 'group'
  | 'subscriber-name'
  | 'other-coverage'
  | 'patient'
  | 'patient-name'
  | 'patient-born'
  | 'patient-sex'
  | 'patient-address'
  | 'payments'
  | 'payer-id'
  | 'filing'
  | 'billing-npi'
  | 'billing-name'
  | 'billing-address'
  | 'billing-taxonomy'
  | 'tax-id'
  | 'submitter'
  | 'place'
  | 'date'
  | 'authorization'
  | 'referral'
  | 'original-number'
  | 'clia'
  | 'assignment'
  | 'accident'
  | 'casualty-claim'
  | 'delay-reason'
  | 'claim-note'
  | 'mammography'
  | 'transport'
  | 'pick-up'
  | 'drop-off'
  | 'onset'
  | 'last-seen'
  | 'lmp'
  | 'admitted'
  | 'discharged'
  | 'rendering'
  | 'referring'
  | 'supervising'
  | 'ordering'
  | 'facility'
  | 'diagnosis'
  | 'service'
  | 'line-number'
  | 'procedure'
  | 'modifier'
  | 'pointer'
  | 'units'
  | 'charge'
  | 'emergency'
  | 'ndc'
  | 'note';

/** `n` is the diagnosis or service line, `k` the modifier or pointer, both from 1. Without `n` the claim as a whole is meant. */
export interface ClaimPlace {
  readonly kind: PlaceKind;
  readonly n?: number;
  readonly k?: number;
  /** The diagnosis or service code that was sent there: finds the line again after the encounter was edited. */
  readonly code?: string;
  /** REF*6R of the service line. */
  readonly line?: string;
}

/** A position in a file that was sent, as a 999 names it. */
export interface SentPosition {
  /** GS06. */
  readonly group: string;
  /** ST02. */
  readonly transaction: string;
  /** Counts from ST as 1. */
  readonly position: number;
  readonly element?: number;
  readonly component?: number;
}
