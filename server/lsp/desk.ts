// The billing desk: what the commands of the editor and of the terminal do with documents, ledger and exchanges.
import type { CodeSets } from '../../codesets/code-set';
import { encounterKey } from '../claims/control';
import { type ClaimFinding, type PreparedClaim, prepareClaim } from '../claims/generate';
import { receiveAll } from '../exchange/inbox';
import type { Project } from '../features/project';
import type { Remark, World } from '../features/world';
import { type Account, accountOf, onPaper } from '../ledger/account';
import { Ledger } from '../ledger/ledger';
import type { LedgerClaim } from '../ledger/life-cycle';
import { isDecided, nextClaim } from '../ledger/next-claim';
import type { Encounter } from '../model/definitions';
import { formatMoney } from '../model/money';
import { forgivenTo, paidByPatient } from '../model/patient-payments';
import { resolveClaim, sameId } from '../model/resolve';
import { insertLine } from '../rules/rule';
import type { RuleSettings } from '../rules/run';
import type { Steps } from '../syntax/steps';
import type { Edit } from '../syntax/tree';
import { Answers } from './answers';
import { type Clock, ClaimFiles, type PracticeFolder } from './claim-files';
import { claimNodeSteps } from './claim-nodes';
import { uriOf } from './files';
import { newEncounter } from './new-encounter';
import type { ClaimNode, EncounterAt, HistoryEntry, NewEncounter, Outcome } from './protocol';
import { reason } from './reason';
import { received } from './received';
import { Sending } from './sending';

export interface DeskTools extends Clock {
  readonly project: Project;
  readonly codes: CodeSets;
  log(message: string): void;
  trusted(): boolean;
  settings(): RuleSettings;
  /** How commands are called where people give them by other names than in the editor. */
  readonly words?: { readonly receive: string };
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

export class Desk implements PracticeFolder {
  /** The practice's folder. Without one, documents can be checked but no claims be made. */
  root: string | undefined;
  readonly files: ClaimFiles;
  readonly sending: Sending;
  private ledger: Ledger | undefined;
  private readonly answers: Answers;

  constructor(private readonly tools: DeskTools) {
    this.files = new ClaimFiles(this, tools);
    this.sending = new Sending(this, this.files, {
      workspace: tools.project.workspace,
      log: tools.log,
      words: tools.words,
      root: () => this.root,
      orphans: () => this.orphans(),
    });
    this.answers = new Answers(
      tools.project,
      () => this.book(),
      (claim, like) => this.files.rewrite(claim, like),
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
      patientPaid: paidByPatient(encounter.payments),
      forgiven: forgivenTo(encounter.payments),
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
    const prepared = prepareClaim(encounter, this.world());
    const twin = this.twinOf(encounter);
    if (!twin) return prepared;
    const { source, span, value } = encounter.id;
    const message = `${value} and ${twin} have the same claim numbers, as “_” and small letters do not go out: give one of them another id`;
    const finding: ClaimFinding = { rule: 'document/duplicate-id', severity: 'error', source, span, message, fixes: [] };
    return { ...prepared, refused: true, findings: [finding, ...prepared.findings] };
  }

  generate(at: EncounterAt): Outcome {
    const ready = this.readyToGenerate(at);
    if ('ok' in ready) return ready;
    this.refresh();
    const made = this.files.write(ready.encounter, ready.prepared);
    return { ok: true, message: `Claim ${made.control} is written: ${formatMoney(made.charge)}.`, show: uriOf(made.file) };
  }

  /** `to`: an exchange instead of the payer's own. */
  async submit(at: EncounterAt, to?: string): Promise<Outcome> {
    if (!this.tools.trusted()) return UNTRUSTED;
    const ready = this.readyToGenerate(at);
    if ('ok' in ready) return ready;
    return this.sending.submit(ready.encounter, ready.prepared, to);
  }

  /** Sends a claim file as it is. `name`: what to call it. */
  async submitFile(name: string, text: string, to?: string): Promise<Outcome> {
    return this.tools.trusted() ? this.sending.submitFile(name, text, to) : UNTRUSTED;
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
    if (!encounter || !current?.payerNumber || encounter.voids || !isDecided(current)) return undefined;
    if (encounter.replaces) {
      return encounter.replaces.value === current.payerNumber
        ? undefined
        : { uri: encounter.source.uri, edits: [{ span: encounter.replaces.span, text: current.payerNumber }] };
    }
    const { edits } = insertLine(encounter.head, `replaces  ${current.payerNumber}`, 'Name the corrected claim');
    return { uri: encounter.source.uri, edits };
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
    for (const exchange of this.sending.exchanges()) {
      if (from !== undefined && exchange.id !== from) continue;
      try {
        files.push(...(await receiveAll(root, exchange)));
      } catch (error) {
        problems.push(`The exchange “${exchange.id}” could not be asked: ${reason(error)}.`);
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

  private readyToGenerate(at: EncounterAt): Outcome | { encounter: Encounter; prepared: PreparedClaim } {
    const encounter = this.find(at);
    if (!encounter) return { ok: false, message: 'There is no encounter here.' };
    if (!this.root) return NO_FOLDER;
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

  needRoot(): string {
    if (!this.root) throw new Error(NO_FOLDER.message);
    return this.root;
  }
}

const UNTRUSTED: Outcome = {
  ok: false,
  message:
    'Claims are neither sent nor received in a folder that you have not trusted. Trust it with “Workspaces: Manage Workspace Trust”.',
};
const NO_FOLDER: Outcome = { ok: false, message: 'Open the folder of your practice first: claims are kept in it.' };
