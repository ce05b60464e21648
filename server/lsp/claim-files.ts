// Writes claims into the practice's folder: one file a claim, each under a number of its own, never written over.
import path from 'node:path';
import { claimControl, encounterKey } from '../claims/control';
import type { PreparedClaim } from '../claims/generate';
import { type OutgoingClaim, addressesOf, writeClaims } from '../claims/write-837p';
import { TRAINING } from '../exchange/training';
import { CLAIMS, createOnce, namesIn, readIfThere } from '../ledger/folder';
import type { Ledger } from '../ledger/ledger';
import type { LedgerClaim } from '../ledger/life-cycle';
import { coverageOf, nextClaim, postedDecisions } from '../ledger/next-claim';
import { takeNumber } from '../ledger/numbers';
import { type Claim, totalCharge } from '../model/claim';
import type { Encounter } from '../model/definitions';

/** A claim that was written to disk. Charge in cents. */
export interface GeneratedClaim {
  readonly encounter: string;
  readonly control: string;
  readonly file: string;
  readonly charge: number;
  readonly text: string;
  readonly outgoing: OutgoingClaim;
}

/** The practice's folder and its ledger. */
export interface PracticeFolder {
  /** The folder's path; throws a sentence for people where there is none. */
  needRoot(): string;
  book(): Ledger | undefined;
  /** Looks at the folder again. */
  refresh(): void;
}

export interface Clock {
  /** ISO date. */
  today(): string;
  /** `HH:MM`, for envelopes. */
  now?(): string;
}

export class ClaimFiles {
  constructor(
    private readonly folder: PracticeFolder,
    private readonly clock: Clock,
  ) {}

  /** Writes the claim of an encounter that has no error into claims/; one that was written and not sent stands if nothing has changed. */
  write(encounter: Encounter, { claim }: PreparedClaim): GeneratedClaim {
    const root = this.folder.needRoot(),
      id = encounter.id.value;
    const attempts = this.folder.book()?.claimsOf(id) ?? [];
    const { billed, decisions } = nextClaim(claim, attempts);
    const lastSent = attempts.find((one) => one.sent)?.attempt ?? 0;
    for (let attempt = Math.max(lastSent, this.lastWritten(root, id)) || 1; ; attempt += 1) {
      const control = claimControl(id, attempt);
      const outgoing = { claim, control, billed, decisions };
      const file = path.join(root, CLAIMS, `${control}.837`);
      const made = { encounter: id, control, file, charge: totalCharge(claim) ?? 0, outgoing };
      if (attempt <= lastSent) continue;
      const written = readIfThere(file);
      if (written !== undefined) {
        if (bodyOf(written) === bodyOf(this.interchange([outgoing], 1))) return { ...made, text: written };
        continue;
      }
      const text = this.interchange([outgoing], this.takeNumber(root));
      if (createOnce(file, text)) return { ...made, text };
      // Somebody else has written it in this moment: perhaps the same.
      attempt -= 1;
    }
  }

  /** Several claims, written before, as one file with an interchange of its own. */
  batch(claims: readonly GeneratedClaim[]): string {
    return this.interchange(
      claims.map((one) => one.outgoing),
      this.takeNumber(this.folder.needRoot()),
    );
  }

  private takeNumber(root: string): number {
    return takeNumber(root, this.folder.book()?.highestNumber());
  }

  /** The claim as it would go out now under the number of one that went out. */
  rewrite(claim: Claim, like: LedgerClaim): string {
    const billed = Math.max(0, coverageOf(claim, like));
    const decisions =
      billed > 0 ? postedDecisions(claim, this.folder.book()?.claimsOf(claim.id.value) ?? []).filter((one) => one.coverage < billed) : [];
    return this.interchange([{ claim, control: like.control, billed, decisions }], 1);
  }

  interchange(claims: readonly OutgoingClaim[], number: number): string {
    const [{ claim, billed = 0 }] = claims;
    const payer = claim.coverages[billed]?.payer;
    return writeClaims({
      claims,
      interchange: {
        control: number,
        date: this.clock.today(),
        time: (this.clock.now?.() ?? new Date().toTimeString().slice(0, 5)).replace(':', ''),
        usage: (payer?.exchange?.value ?? TRAINING) === TRAINING ? 'T' : 'P',
        ...addressesOf(claim, billed),
      },
    });
  }

  private lastWritten(root: string, encounter: string): number {
    const key = encounterKey(encounter);
    const attempts = namesIn(path.join(root, CLAIMS), '.837').flatMap((name) =>
      name.startsWith(`${key}-`) ? [Number(/-(\d+)\.837$/.exec(name)?.[1] ?? 0)] : [],
    );
    return Math.max(0, ...attempts);
  }
}

/** The claims of a file without its envelope, whose numbers and times differ every time. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('~HL*'), text.lastIndexOf('~SE*'));
}
