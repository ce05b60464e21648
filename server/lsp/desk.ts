// The billing desk: what the commands of the editor and of the terminal do with documents, ledger and exchanges.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { claimControl, encounterKey } from '../claims/control';
import { type ClaimFinding, type PreparedClaim, prepareClaim } from '../claims/generate';
import { type OutgoingClaim, writeClaims } from '../claims/write-837p';
import { type Sent, sendOnce } from '../exchange/outbox';
import { receiveAll } from '../exchange/inbox';
import { type Exchange, NotSent } from '../exchange/exchange';
import { TRAINING, trainingExchange } from '../exchange/training';
import type { Project } from '../features/project';
import type { Remark, World } from '../features/world';
import { type Account, accountOf, onPaper } from '../ledger/account';
import { CLAIMS, SENDING, SENT, createOnce, namesIn, read } from '../ledger/folder';
import { Ledger } from '../ledger/ledger';
import type { LedgerClaim } from '../ledger/life-cycle';
import { type NextClaim, coverageOf, nextClaim, postedDecisions, whyNotFromFile } from '../ledger/next-claim';
import { takeNumber } from '../ledger/numbers';
import { readClaimFile } from '../ledger/records';
import { type Claim, totalCharge } from '../model/claim';
import type { Encounter } from '../model/definitions';
import { formatMoney, sum } from '../model/money';
import { resolveClaim, sameId } from '../model/resolve';
import type { Steps } from '../syntax/steps';
import type { Edit } from '../syntax/tree';
import type { RuleSettings } from '../rules/run';
import { Answers } from './answers';
import { uriOf } from './files';
import { claimNodeSteps } from './claim-nodes';
import { newEncounter } from './new-encounter';
import type { ClaimNode, EncounterAt, HistoryEntry, NewEncounter, Outcome } from './protocol';
import { received } from './received';

export interface DeskTools {
  readonly project: Project;
  readonly codes: CodeSets;
  today(): string;
  /** `HH:MM`, for envelopes. */
  now?(): string;
  log(message: string): void;
  trusted(): boolean;
  settings(): RuleSettings;
  /** How commands are called where people give them by other names than in the editor. */
  readonly words?: { readonly receive: string };
}

/** A claim that was written to disk. Charge in cents. */
export interface GeneratedClaim {
  readonly encounter: string;
  readonly control: string;
  readonly file: string;
  readonly charge: number;
  readonly text: string;
  readonly outgoing: OutgoingClaim;
}

/** What came from the exchanges. */
export interface Received {
  /** Paths of the new files. */
  readonly files: readonly string[];
  /** Claims that stand elsewhere now. */
  readonly changed: readonly LedgerClaim[];
  /** What kept an exchange from answering, in plain sentences. */
  readonly problems: readonly string[];
}

export class Desk {
  /** The practice's folder. Without one, documents can be checked but no claims be made. */
  root: string | undefined;
  private ledger: Ledger | undefined;
  private readonly answers: Answers;
  /** Encounters that are being sent at this moment. */
  private readonly underWay = new Set<string>();

  constructor(private readonly tools: DeskTools) {
    this.answers = new Answers(
      tools.project,
      () => this.book(),
      (claim, like) => this.rewrite(claim, like),
    );
  }

  /** Asked for at every request: nothing is read or worked out here. */
  world(): World {
    const { project, codes, log } = this.tools;
    return {
      project,
      codes,
      log,
      workspace: project.workspace,
      today: this.tools.today(),
      settings: this.tools.settings(),
      ledger: {
        status: (encounter) => this.account(encounter),
        answers: (uri) => this.answers.findingsIn(uri),
        remarks: (encounter) => this.remarks(encounter),
      },
    };
  }

  /** Looks at the folders again. */
  refresh(): void {
    this.book()?.refresh();
  }

  /** The ledger of the practice's folder. */
  book(): Ledger | undefined {
    if (this.root && this.ledger?.root !== this.root) {
      this.ledger = new Ledger(this.root, this.tools.codes, this.tools.log);
      this.ledger.refresh();
    }
    return this.ledger;
  }

  /** The claim that stands for an encounter. */
  current(encounter: string): LedgerClaim | undefined {
    return this.book()?.current(encounter);
  }

  /** All attempts and payers of an encounter together. */
  account(id: string): Account | undefined {
    const attempts = this.book()?.claimsOf(id) ?? [];
    const encounter = attempts.length > 0 ? this.tools.project.workspace.find('encounter', id) : undefined;
    if (!encounter) return accountOf(attempts);
    return accountOf(attempts, {
      patientPaid: sum(encounter.payments.map((one) => one.amount?.value ?? 0)),
      onPaper: onPaper(resolveClaim(encounter, this.tools.project.workspace), attempts),
      next: this.nextPayer(encounter, attempts),
    });
  }

  /** Who can be billed for what the last payer left. */
  private nextPayer(encounter: Encounter, attempts: readonly LedgerClaim[]): string | undefined {
    const last = attempts.find((one) => one.sent);
    if (!last || last.patient <= 0 || (last.state !== 'paid' && last.state !== 'partial')) return undefined;
    const claim = resolveClaim(encounter, this.tools.project.workspace);
    const { billed, refusal, doubt } = nextClaim(claim, attempts);
    return billed > 0 && !refusal && !doubt ? claim.coverages[billed]?.payer?.name?.value.text : undefined;
  }

  /** What the payer decided on the lines of an encounter's claim. */
  private remarks(encounter: string): Remark[] {
    const claim = this.current(encounter);
    return (claim?.events ?? []).flatMap(({ answer }) =>
      answer.response === '835' && answer.place.n !== undefined
        ? [{ place: answer.place, text: `${answer.message} [${answer.code}]` }]
        : [],
    );
  }

  find({ uri, encounter, line }: EncounterAt): Encounter | undefined {
    const document = this.tools.project.superbill(uri);
    const encounters = document?.definitions.encounters ?? [];
    if (encounter !== undefined)
      return encounters.find((one) => one.id.value === encounter) ?? this.tools.project.workspace.find('encounter', encounter);
    if (line === undefined || !document) return encounters[0];
    const offset = document.lines.offset({ line, character: 0 });
    return encounters.filter((one) => one.span.start <= offset).at(-1) ?? encounters[0];
  }

  prepare(encounter: Encounter): PreparedClaim {
    return prepareClaim(encounter, this.world());
  }

  /** Writes the claim of an encounter that has no error into claims/; one that was written and not sent stands if nothing has changed. */
  write(encounter: Encounter, { claim }: PreparedClaim): GeneratedClaim {
    const root = this.needRoot(),
      id = encounter.id.value;
    const attempts = this.book()?.claimsOf(id) ?? [];
    const { billed, decisions } = nextClaim(claim, attempts);
    const lastSent = attempts.find((one) => one.sent)?.attempt ?? 0;
    for (let attempt = Math.max(lastSent, this.lastWritten(root, id)) || 1; ; attempt += 1) {
      const control = claimControl(id, attempt);
      const outgoing = { claim, control, billed, decisions };
      const file = path.join(root, CLAIMS, `${control}.837`);
      const made = { encounter: id, control, file, charge: totalCharge(claim) ?? 0, outgoing };
      if (attempt <= lastSent) continue;
      const written = textOf(file);
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
      this.takeNumber(this.needRoot()),
    );
  }

  private takeNumber(root: string): number {
    return takeNumber(root, this.book()?.highestNumber());
  }

  /** The claim as it would go out now under the number of one that went out. */
  private rewrite(claim: Claim, like: LedgerClaim): string {
    const billed = Math.max(0, coverageOf(claim, like));
    const decisions =
      billed > 0 ? postedDecisions(claim, this.book()?.claimsOf(claim.id.value) ?? []).filter((one) => one.coverage < billed) : [];
    return this.interchange([{ claim, control: like.control, billed, decisions }], 1);
  }

  private interchange(claims: readonly OutgoingClaim[], number: number): string {
    const [{ claim, billed = 0 }] = claims;
    const payer = claim.coverages[billed]?.payer;
    return writeClaims({
      claims,
      interchange: {
        control: number,
        date: this.tools.today(),
        time: (this.tools.now?.() ?? new Date().toTimeString().slice(0, 5)).replace(':', ''),
        usage: (payer?.exchange?.value ?? TRAINING) === TRAINING ? 'T' : 'P',
        sender: claim.billing?.target?.submitter?.value ?? claim.billing?.target?.npi?.value ?? 'SUPERBILL',
        receiver: payer?.payerId?.value ?? payer?.id.value ?? 'PAYER',
      },
    }).text;
  }

  private lastWritten(root: string, encounter: string): number {
    const key = encounterKey(encounter);
    const attempts = namesIn(path.join(root, CLAIMS), '.837').flatMap((name) =>
      name.startsWith(`${key}-`) ? [Number(/-(\d+)\.837$/.exec(name)?.[1] ?? 0)] : [],
    );
    return Math.max(0, ...attempts);
  }

  generate(at: EncounterAt): Outcome {
    const ready = this.readyToGenerate(at);
    if ('ok' in ready) return ready;
    this.refresh();
    const made = this.write(ready.encounter, ready.prepared);
    return { ok: true, message: `Claim ${made.control} is written: ${formatMoney(made.charge)}.`, show: uriOf(made.file) };
  }

  /** `to`: an exchange instead of the payer's own. */
  async submit(at: EncounterAt, to?: string): Promise<Outcome> {
    if (!this.tools.trusted()) return UNTRUSTED;
    const ready = this.readyToGenerate(at);
    if ('ok' in ready) return ready;
    const key = encounterKey(ready.encounter.id.value);
    if (this.underWay.has(key)) return { ok: false, message: `${ready.encounter.id.value} is being sent at this moment.` };
    this.underWay.add(key);
    try {
      return await this.send(ready.encounter, ready.prepared, to);
    } finally {
      this.underWay.delete(key);
    }
  }

  private async send(encounter: Encounter, prepared: PreparedClaim, to?: string): Promise<Outcome> {
    this.refresh();
    const id = encounter.id.value,
      attempts = this.book()?.claimsOf(id) ?? [];
    const next = nextClaim(prepared.claim, attempts);
    const refusal = next.refusal ?? (attempts.some((one) => one.sent) ? undefined : this.renamed(encounter, prepared.claim, next));
    if (refusal)
      return {
        ok: false,
        message: !this.tools.words && /“replaces /.test(refusal) ? `${refusal} Resubmit Claim does that for you.` : refusal,
      };
    const exchange = this.exchangeOf(prepared.claim, next.billed, next.doubt?.exchange ?? to);
    if (typeof exchange === 'string') return { ok: false, message: exchange };
    const doubtful = next.doubt?.sentFile;
    const made =
      next.doubt && doubtful
        ? { control: next.doubt.control, file: next.doubt.file, name: path.basename(doubtful, SENDING), text: read(doubtful) }
        : named(this.write(encounter, prepared));
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
    if (!this.tools.trusted()) return UNTRUSTED;
    this.refresh();
    const root = this.needRoot(),
      book = this.book();
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
      {
        sent: `${name} is sent.`,
        doubt: `${name} may have been sent before a crash. Receive responses first: an answer settles it.`,
      },
    );
  }

  private sentText(root: string, exchange: Exchange, name: string): string | undefined {
    const kept = path.join(root, SENT, exchange.id, name);
    return textOf(kept) ?? textOf(kept + SENDING);
  }

  private async handOver(
    exchange: Exchange,
    file: { control: string; name: string; text: string },
    keys: readonly string[],
    words: { sent: string; doubt: string; show?: string },
  ): Promise<Outcome> {
    const sentOf = () =>
      (this.book()?.all() ?? []).filter(
        (one) => one.sent && keys.includes(one.key) && path.basename(one.sentFile ?? '', SENDING) !== file.name,
      ).length;
    const before = sentOf();
    let result: Sent;
    try {
      result = await sendOnce(this.needRoot(), exchange, { name: file.name, text: file.text }, () => {
        this.refresh();
        return sentOf() > before;
      });
    } catch (error) {
      this.refresh();
      if (error instanceof NotSent) return { ok: false, message: `${file.control} is not sent: ${error.message}` };
      this.tools.log(`Sending failed: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`);
      return { ok: false, message: words.doubt };
    }
    this.refresh();
    switch (result) {
      case 'sent':
        return { ok: true, message: words.sent, ...(words.show && { show: words.show }) };
      case 'sent-before':
        return { ok: false, message: `${file.control} was sent before: nothing is sent twice.` };
      case 'taken':
        return { ok: false, message: `Another program sends ${file.control} at this moment: nothing was sent from here.` };
      case 'in-doubt':
        return { ok: false, message: words.doubt };
    }
  }

  /** The same visit under an id that it had before must not be billed again. */
  private renamed(encounter: Encounter, claim: Claim, { billed, decisions }: NextClaim): string | undefined {
    const [now] = readClaimFile('', this.interchange([{ claim, control: PLACEHOLDER, billed, decisions }], 1));
    if (!now || claim.frequency !== '1') return undefined;
    const same = this.orphans().find(
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

  /** Claims that stand for no encounter: of encounters that were removed or renamed, and of claim files from elsewhere. */
  orphans(): LedgerClaim[] {
    const keys = new Set(this.tools.project.workspace.list('encounter').map((one) => encounterKey(one.id.value)));
    const seen = new Set<string>();
    return (this.book()?.all() ?? []).flatMap((one) => {
      if (keys.has(one.key) || seen.has(one.key)) return [];
      seen.add(one.key);
      return one.key.startsWith('#') ? [one] : [this.current(one.key) ?? one];
    });
  }

  /** The line that makes an encounter a correction of what the payer decided; undefined where none is needed. */
  correction(at: EncounterAt): { readonly uri: string; readonly edits: readonly Edit[] } | undefined {
    const encounter = this.find(at);
    const current = encounter && this.current(encounter.id.value);
    if (!encounter || !current?.payerNumber || encounter.voids || !['paid', 'partial', 'denied'].includes(current.state)) return undefined;
    if (encounter.replaces) {
      return encounter.replaces.value === current.payerNumber
        ? undefined
        : { uri: encounter.source.uri, edits: [{ span: encounter.replaces.span, text: current.payerNumber }] };
    }
    const { text } = encounter.source;
    const end = text.indexOf('\n', encounter.head.span.end);
    const at0 = end === -1 ? text.length : end + 1;
    return {
      uri: encounter.source.uri,
      edits: [{ span: { start: at0, end: at0 }, text: `${end === -1 ? '\n' : ''}  replaces   ${current.payerNumber}\n` }],
    };
  }

  /** Sends a corrected claim: call `correction` first and apply it. */
  async resubmit(at: EncounterAt): Promise<Outcome> {
    const encounter = this.find(at);
    const current = encounter && this.current(encounter.id.value);
    if (!current?.sent) return { ok: false, message: 'This encounter has not been sent yet: use Submit Claim.' };
    return this.submit(at);
  }

  async receive(): Promise<Outcome> {
    if (!this.tools.trusted()) return UNTRUSTED;
    if (!this.root) return NO_FOLDER;
    const { files, changed, problems } = await this.fetch();
    if (problems.length > 0) return { ok: false, message: problems.join(' ') };
    return received(files.length, changed, this.world());
  }

  /** Fetches, files and posts what the exchanges have. `from`: one of them only. */
  async fetch(from?: string): Promise<Received> {
    const root = this.needRoot();
    this.refresh();
    const before = new Map((this.book()?.all() ?? []).map((claim) => [claim.control, claim.state]));
    const files: string[] = [],
      problems: string[] = [];
    for (const exchange of this.exchanges()) {
      if (from !== undefined && exchange.id !== from) continue;
      try {
        files.push(...(await receiveAll(root, exchange)));
      } catch (error) {
        const why = error instanceof Error ? error.message : 'it gave no reason';
        problems.push(`The exchange “${exchange.id}” could not be asked: ${why}.`);
      }
    }
    this.refresh();
    this.book()?.settleAnswered();
    return { files, changed: (this.book()?.all() ?? []).filter((claim) => before.get(claim.control) !== claim.state), problems };
  }

  /** Every encounter with where its claim stands. There may be thousands. */
  claims(): Steps<ClaimNode[]> {
    return claimNodeSteps(this.world(), (encounter) => this.account(encounter));
  }

  history(at: EncounterAt): HistoryEntry[] {
    const encounter = this.find(at);
    return encounter ? this.historyOf(encounter.id.value) : [];
  }

  /** Of all attempts, the oldest first. */
  historyOf(id: string): HistoryEntry[] {
    const claims = this.book()?.claimsOf(id) ?? [];
    return [...claims]
      .reverse()
      .flatMap((claim) => claim.history.map((one) => ({ at: one.at, what: one.what, ...(one.file && { file: uriOf(one.file) }) })));
  }

  newEncounter(): NewEncounter {
    return newEncounter(this.tools.project, this.tools.today());
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
    return this.root ? [trainingExchange(this.root, this.tools.project.workspace)] : [];
  }

  private readyToGenerate(at: EncounterAt): Outcome | { encounter: Encounter; prepared: PreparedClaim } {
    const encounter = this.find(at);
    if (!encounter) return { ok: false, message: 'There is no encounter here.' };
    if (!this.root) return NO_FOLDER;
    const twin = this.twinOf(encounter);
    if (twin)
      return {
        ok: false,
        message:
          `${encounter.id.value} and ${twin} have the same claim numbers, as “_” and small letters do not go out: ` +
          'give one of them another id.',
      };
    const prepared = this.prepare(encounter);
    if (!prepared.refused) return { encounter, prepared };
    return this.refused(
      encounter,
      prepared.findings.filter((finding) => finding.severity === 'error'),
    );
  }

  /** Another encounter whose claims could not be told from this one's. */
  private twinOf({ id }: Encounter): string | undefined {
    const key = encounterKey(id.value);
    return this.tools.project.workspace
      .list('encounter')
      .find((one) => !sameId(one.id.value, id.value) && encounterKey(one.id.value) === key)?.id.value;
  }

  private refused(encounter: Encounter, errors: readonly ClaimFinding[]): Outcome {
    const [first] = errors;
    const many = errors.length === 1 ? 'one error' : `${errors.length} errors`;
    const place = this.tools.project.get(first.source.uri)?.lines.position(first.span.start);
    return {
      ok: false,
      message: `${encounter.id.value} cannot become a claim yet: ${many}. ${first.message}.`,
      ...(place && { at: { uri: first.source.uri, line: place.line, character: place.character } }),
    };
  }

  private needRoot(): string {
    if (!this.root) throw new Error(NO_FOLDER.message);
    return this.root;
  }
}

/** Stands for a control number that is not given yet. */
const PLACEHOLDER = 'X-1';

/** The claims of a file without its envelope, whose numbers and times differ every time. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('~HL*'), text.lastIndexOf('~SE*'));
}

function textOf(file: string): string | undefined {
  try {
    return read(file);
  } catch {
    // There is none.
    return undefined;
  }
}

function named(made: GeneratedClaim): { control: string; file: string; name: string; text: string } {
  return { control: made.control, file: made.file, name: path.basename(made.file), text: made.text };
}

const UNTRUSTED: Outcome = {
  ok: false,
  message:
    'Claims are neither sent nor received in a folder that you have not trusted. Trust it with “Workspaces: Manage Workspace Trust”.',
};
const NO_FOLDER: Outcome = { ok: false, message: 'Open the folder of your practice first: claims are kept in it.' };
