// Hands claims over to exchanges: nothing goes out twice, and what may have gone out is known to be in doubt.
import path from 'node:path';
import { encounterKey } from '../claims/control';
import type { PreparedClaim } from '../claims/generate';
import { type Exchange, NotSent } from '../exchange/exchange';
import { type Sent, sendOnce } from '../exchange/outbox';
import { TRAINING, trainingExchange } from '../exchange/training';
import { SENDING, SENT, namesIn, readIfThere } from '../ledger/folder';
import type { LedgerClaim } from '../ledger/life-cycle';
import { type NextClaim, nextClaim, whyNotFromFile } from '../ledger/next-claim';
import { readClaimFile } from '../ledger/records';
import type { Claim } from '../model/claim';
import type { Encounter } from '../model/definitions';
import type { Workspace } from '../model/workspace';
import { type ClaimFiles, type GeneratedClaim, type PracticeFolder } from './claim-files';
import { uriOf } from './files';
import type { Outcome } from './protocol';

export interface SendingTools {
  readonly workspace: Workspace;
  log(message: string): void;
  /** How commands are called where people give them by other names than in the editor. */
  readonly words?: { readonly receive: string };
  /** The folder, where one is open. */
  root(): string | undefined;
  /** Claims that stand for no encounter. */
  orphans(): readonly LedgerClaim[];
}

export class Sending {
  /** Encounters that are being sent at this moment. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly folder: PracticeFolder,
    private readonly files: ClaimFiles,
    private readonly tools: SendingTools,
  ) {}

  /** The claim of an encounter, or its correction. `to`: an exchange instead of the payer's own. */
  async submit(encounter: Encounter, prepared: PreparedClaim, to?: string): Promise<Outcome> {
    const key = encounterKey(encounter.id.value);
    if (this.underWay.has(key)) return { ok: false, message: `${encounter.id.value} is being sent at this moment.` };
    this.underWay.add(key);
    try {
      return await this.send(encounter, prepared, to);
    } finally {
      this.underWay.delete(key);
    }
  }

  private async send(encounter: Encounter, prepared: PreparedClaim, to?: string): Promise<Outcome> {
    this.folder.refresh();
    const id = encounter.id.value,
      attempts = this.folder.book()?.claimsOf(id) ?? [];
    const next = nextClaim(prepared.claim, attempts);
    const refusal = next.refusal ?? (attempts.some((one) => one.sent) ? undefined : this.renamed(encounter, prepared.claim, next));
    if (refusal)
      return {
        ok: false,
        message: !this.tools.words && /“replaces /.test(refusal) ? `${refusal} Resubmit Claim does that for you.` : refusal,
      };
    const exchange = this.exchangeOf(prepared.claim, next.billed, next.doubt?.exchange ?? to);
    if (typeof exchange === 'string') return { ok: false, message: exchange };
    const made = this.inDoubt(next) ?? named(this.files.write(encounter, prepared));
    if (made === 'gone') return { ok: false, message: takenSentence(id) };
    const payer = prepared.claim.coverages[next.billed]?.payer?.name?.value.text ?? 'the payer';
    return this.handOver(exchange, made, [encounterKey(id)], {
      sent: `Claim ${made.control} is sent to ${payer}. ${this.tools.words?.receive ?? 'Receive Responses'} fetches the answer.`,
      show: uriOf(made.file),
      doubt:
        `${made.control} may have been sent before a crash. Receive responses first: an answer settles it. If none comes, ask ${payer}; ` +
        `if they do not have it, delete ${path.join(SENT, exchange.id, made.name + SENDING)} and submit again.`,
    });
  }

  /** Sends a claim file as it is. `name`: what to call it. */
  async submitFile(name: string, text: string, to = TRAINING): Promise<Outcome> {
    this.folder.refresh();
    const root = this.folder.needRoot(),
      book = this.folder.book();
    const exchange = this.exchanges().find((one) => one.id === to);
    if (!exchange) return { ok: false, message: this.noExchange(to) };
    const records = readClaimFile(name, text);
    if (records.length === 0) return { ok: false, message: `${name} holds no claim: only claim files (837) are sent.` };
    const stem = path.basename(name).replace(/\.[^.]*$/, '') || 'claims';
    let kept = `${stem}.837`;
    for (let n = 2; ![text, undefined].includes(this.sentText(root, exchange, kept)); n += 1) kept = `${stem}-${n}.837`;
    const doubtful = namesIn(path.join(root, SENT, exchange.id)).includes(kept + SENDING);
    if (!doubtful) {
      const refusals = records.flatMap(
        (record) =>
          whyNotFromFile(
            record,
            (book?.all() ?? []).filter((one) => one.key === record.key).sort((a, b) => b.attempt - a.attempt),
          ) ?? [],
      );
      if (refusals.length > 0) return { ok: false, message: `${name} is not sent. ${[...new Set(refusals)].slice(0, 5).join(' ')}` };
    }
    return this.handOver(
      exchange,
      { control: name, name: kept, text },
      records.map((one) => one.key),
      { sent: `${name} is sent.`, doubt: `${name} may have been sent before a crash. Receive responses first: an answer settles it.` },
    );
  }

  private sentText(root: string, exchange: Exchange, name: string): string | undefined {
    const kept = path.join(root, SENT, exchange.id, name);
    return readIfThere(kept) ?? readIfThere(kept + SENDING);
  }

  private async handOver(
    exchange: Exchange,
    file: { control: string; name: string; text: string },
    keys: readonly string[],
    words: { sent: string; doubt: string; show?: string },
  ): Promise<Outcome> {
    const sentOf = () =>
      (this.folder.book()?.all() ?? []).filter(
        (one) => one.sent && keys.includes(one.key) && path.basename(one.sentFile ?? '', SENDING) !== file.name,
      ).length;
    const before = sentOf();
    let result: Sent;
    try {
      result = await sendOnce(this.folder.needRoot(), exchange, { name: file.name, text: file.text }, () => {
        this.folder.refresh();
        return sentOf() > before;
      });
    } catch (error) {
      this.folder.refresh();
      if (error instanceof NotSent) return { ok: false, message: `${file.control} is not sent: ${error.message}` };
      this.tools.log(`Sending failed: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`);
      return { ok: false, message: words.doubt };
    }
    this.folder.refresh();
    switch (result) {
      case 'sent':
        return { ok: true, message: words.sent, ...(words.show && { show: words.show }) };
      case 'sent-before':
        return { ok: false, message: `${file.control} was sent before: nothing is sent twice.` };
      case 'taken':
        return { ok: false, message: takenSentence(file.control) };
      case 'in-doubt':
        return { ok: false, message: words.doubt };
    }
  }

  /** What may have gone out before, as it was; 'gone' where another program has finished it in this moment. */
  private inDoubt({ doubt }: NextClaim): SendableClaim | 'gone' | undefined {
    if (!doubt?.sentFile) return undefined;
    const text = readIfThere(doubt.sentFile);
    if (text === undefined) return 'gone';
    return { control: doubt.control, file: doubt.file, name: path.basename(doubt.sentFile, SENDING), text };
  }

  /** The same visit under an id that it had before must not be billed again. */
  private renamed(encounter: Encounter, claim: Claim, { billed, decisions }: NextClaim): string | undefined {
    const [now] = readClaimFile('', this.files.interchange([{ claim, control: PLACEHOLDER, billed, decisions }], 1));
    if (!now || claim.frequency !== '1') return undefined;
    const same = this.tools
      .orphans()
      .find(
        (one) =>
          one.sent &&
          one.state !== 'rejected' &&
          one.state !== 'voided' &&
          one.day === now.day &&
          one.patientName === now.patientName &&
          one.payerId === now.payerId &&
          one.charge === now.charge,
      );
    return (
      same &&
      `${same.control} was sent for the same patient, day and amount, and its encounter is gone. ` +
        `If ${encounter.id.value} is the same visit, give it back its id ${same.key}.`
    );
  }

  /** The way out to the payer of a coverage; a sentence where it cannot be used. */
  private exchangeOf(claim: Claim, billed: number, id?: string): Exchange | string {
    const name = id ?? claim.coverages[billed]?.payer?.exchange?.value ?? TRAINING;
    return this.exchanges().find((one) => one.id === name) ?? this.noExchange(name);
  }

  noExchange(name: string): string {
    return `The exchange “${name}” is not set up on this machine. Set up so far: ${this.exchanges()
      .map((one) => one.id)
      .join(', ')}.`;
  }

  exchanges(): Exchange[] {
    const root = this.tools.root();
    return root === undefined ? [] : [trainingExchange(root, this.tools.workspace)];
  }
}

/** Stands for a control number that is not given yet. */
const PLACEHOLDER = 'X-1';

/** A claim under the name that it gets in sent/. */
interface SendableClaim {
  readonly control: string;
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

function named(made: GeneratedClaim): SendableClaim {
  return { control: made.control, file: made.file, name: path.basename(made.file), text: made.text };
}

function takenSentence(name: string): string {
  return `Another program sends ${name} at this moment: nothing was sent from here.`;
}
