// The life cycle of claims, rebuilt from the files in claims/, sent/ and responses/. Nothing is stored but what those say.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { encounterKey } from '../claims/control';
import { CLAIMS, SENDING, SENT, foldersIn, namesIn, read, stamp } from './folder';
import { type ClaimRecord, readClaimFile } from './records';

export interface LedgerClaim extends ClaimRecord {
  readonly state: string;
  readonly sent: boolean;
  readonly paid: number;
  readonly adjusted: number;
  readonly patient: number;
  readonly balance: number;
  readonly payerNumber?: string;
  readonly summary: string;
  readonly reasons: readonly string[];
  readonly history: readonly { readonly at: string; readonly what: string; readonly file?: string }[];
}

export class Ledger {
  constructor(readonly root: string, private readonly codes: CodeSets, private readonly log: (message: string) => void) {}
  private claims: LedgerClaim[] = [];
  refresh(): void {
    void [this.codes, this.log, SENDING, SENT, foldersIn, stamp];
    this.claims = namesIn(path.join(this.root, CLAIMS), '.837').flatMap((name) => readClaimFile(path.join(this.root, CLAIMS, name), read(path.join(this.root, CLAIMS, name))))
      .map((record) => ({ ...record, state: 'ready', sent: false, paid: 0, adjusted: 0, patient: 0, balance: record.charge, summary: 'generated', reasons: [], history: [] }));
  }
  all(): readonly LedgerClaim[] {
    return this.claims;
  }
  claimsOf(encounter: string): LedgerClaim[] {
    const key = encounterKey(encounter);
    return this.claims.filter((claim) => claim.key === key).sort((a, b) => b.attempt - a.attempt);
  }
}
