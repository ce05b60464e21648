// The billing desk: what the commands of the editor and of the terminal do with documents, ledger and exchanges.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { claimControl, encounterKey } from '../claims/control';
import { type PreparedClaim, prepareClaim } from '../claims/generate';
import { writeClaims } from '../claims/write-837p';
import { sendOnce } from '../exchange/outbox';
import { receiveAll } from '../exchange/inbox';
import type { Exchange } from '../exchange/exchange';
import { trainingExchange } from '../exchange/training';
import { nextEncounterId } from '../features/completion-keywords';
import type { Project } from '../features/project';
import type { Remark, World } from '../features/world';
import { CLAIMS, createOnce, namesIn, read } from '../ledger/folder';
import { Ledger } from '../ledger/ledger';
import type { LedgerClaim } from '../ledger/life-cycle';
import { takeNumber } from '../ledger/numbers';
import { type Claim, totalCharge } from '../model/claim';
import type { Encounter } from '../model/definitions';
import { formatMoney } from '../model/money';
import { resolveClaim } from '../model/resolve';
import type { Edit } from '../syntax/tree';
import type { RuleSettings } from '../rules/run';
import { answerFindings } from './answers';
import { uriOf } from './files';
import type { ClaimNode, EncounterAt, HistoryEntry, NewEncounter, Outcome } from './protocol';

export interface DeskTools {
  readonly project: Project;
  readonly codes: CodeSets;
  today(): string;
  /** `HH:MM`, for envelopes. */
  now?(): string;
  log(message: string): void;
  trusted(): boolean;
  settings(): RuleSettings;
}

/** A claim that was written to disk. Charge in cents. */
export interface GeneratedClaim {
  readonly encounter: string;
  readonly control: string;
  readonly file: string;
  readonly charge: number;
  readonly text: string;
  readonly claim: Claim;
}

export class Desk {
  /** The practice's folder. Without one, documents can be checked but no claims be made. */
  root: string | undefined;
  private ledger: Ledger | undefined;

  constructor(private readonly tools: DeskTools) {}

  world(): World {
    const { project, codes, log } = this.tools;
    return {
      project, codes, log, workspace: project.workspace, today: this.tools.today(), settings: this.tools.settings(),
      ledger: {
        status: (encounter) => this.current(encounter),
        answers: (uri) => answerFindings(project, uri, this.book(), read, (claim, control) => this.interchange([{ claim, control }], 1)),
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

  /** The newest claim of an encounter. */
  current(encounter: string): LedgerClaim | undefined {
    return this.book()?.claimsOf(encounter)[0];
  }

  /** What the payer decided on the lines of an encounter's newest claim. */
  private remarks(encounter: string): Remark[] {
    const claim = this.current(encounter);
    return (claim?.events ?? []).flatMap(({ answer }) =>
      answer.response === '835' && answer.place.n !== undefined ? [{ place: answer.place, text: `${answer.message} [${answer.code}]` }] : []);
  }

  find({ uri, encounter, line }: EncounterAt): Encounter | undefined {
    const document = this.tools.project.superbill(uri);
    const encounters = document?.definitions.encounters ?? [];
    if (encounter !== undefined) return encounters.find((one) => one.id.value === encounter) ?? this.tools.project.workspace.find('encounter', encounter);
    if (line === undefined || !document) return encounters[0];
    const offset = document.lines.offset({ line, character: 0 });
    return encounters.filter((one) => one.span.start <= offset).at(-1) ?? encounters[0];
  }

  prepare(encounter: Encounter): PreparedClaim {
    return prepareClaim(encounter, this.world());
  }

  /** Writes the claim of an encounter that has no error into claims/. */
  write(encounter: Encounter, { claim }: PreparedClaim): GeneratedClaim {
    const root = this.needRoot();
    for (let attempt = this.nextAttempt(root, encounter.id.value); ; attempt += 1) {
      const control = claimControl(encounter.id.value, attempt);
      const text = this.interchange([{ claim, control }], takeNumber(root));
      const file = path.join(root, CLAIMS, `${control}.837`);
      if (createOnce(file, text)) return { encounter: encounter.id.value, control, file, charge: totalCharge(claim) ?? 0, text, claim };
    }
  }

  /** Several claims, written before, as one file with an interchange of its own. */
  batch(claims: readonly GeneratedClaim[]): string {
    return this.interchange(claims, takeNumber(this.needRoot()));
  }

  private interchange(claims: readonly { claim: Claim; control: string }[], number: number): string {
    const { claim } = claims[0];
    const payer = claim.coverages[0]?.payer;
    return writeClaims({
      claims,
      interchange: {
        control: number, date: this.tools.today(), time: (this.tools.now?.() ?? new Date().toTimeString().slice(0, 5)).replace(':', ''),
        usage: payer?.exchange?.value === 'training' ? 'T' : 'P',
        sender: claim.billing?.target?.submitter?.value ?? claim.billing?.target?.npi?.value ?? 'SUPERBILL', receiver: payer?.payerId?.value ?? payer?.id.value ?? 'PAYER',
      },
    }).text;
  }

  private nextAttempt(root: string, encounter: string): number {
    const key = encounterKey(encounter);
    const attempts = namesIn(path.join(root, CLAIMS), '.837').flatMap((name) => (name.startsWith(`${key}-`) ? [Number(/-(\d+)\.837$/.exec(name)?.[1] ?? 0)] : []));
    return Math.max(0, ...attempts) + 1;
  }

  generate(at: EncounterAt): Outcome {
    const ready = this.readyToGenerate(at);
    if ('ok' in ready) return ready;
    const made = this.write(ready.encounter, ready.prepared);
    return { ok: true, message: `Claim ${made.control} is written: ${formatMoney(made.charge)}.`, show: uriOf(made.file) };
  }

  /** `to`: an exchange instead of the payer's own. */
  async submit(at: EncounterAt, to?: string): Promise<Outcome> {
    const ready = this.readyToSend(at);
    if ('ok' in ready) return ready;
    const { encounter, prepared } = ready;
    const current = this.current(encounter.id.value);
    const refusal = current?.sent ? this.whyNotAgain(encounter, current) : undefined;
    return refusal ? { ok: false, message: refusal } : this.send(encounter, prepared, current, to);
  }

  /** A rejected claim may go out again; a decided one only as a correction that names the payer's number of it. */
  private whyNotAgain(encounter: Encounter, current: LedgerClaim): string | undefined {
    const id = encounter.id.value;
    switch (current.state) {
      case 'rejected': return undefined;
      case 'paid': case 'partial': case 'denied': case 'closed': {
        const number = current.payerNumber ?? '';
        if (number === '') return `${id} is ${current.state}, but the payer’s claim number is not known. Receive the remittance first.`;
        if (encounter.replaces?.value === number || encounter.voids?.value === number) return undefined;
        return `${id} is ${current.state}. A correction must name the payer’s claim: add the line “replaces ${number}” to the encounter, or use Resubmit Claim.`;
      }
      default: return `${id} was sent already and is ${current.state}: wait for the payer’s answer.`;
    }
  }

  /** The line that makes an encounter a correction of what the payer decided; undefined where none is needed. */
  correction(at: EncounterAt): { readonly uri: string; readonly edits: readonly Edit[] } | undefined {
    const encounter = this.find(at);
    const current = encounter && this.current(encounter.id.value);
    if (!encounter || !current?.payerNumber || encounter.voids || !['paid', 'partial', 'denied'].includes(current.state)) return undefined;
    if (encounter.replaces) {
      return encounter.replaces.value === current.payerNumber ? undefined : { uri: encounter.source.uri, edits: [{ span: encounter.replaces.span, text: current.payerNumber }] };
    }
    const { text } = encounter.source;
    const end = text.indexOf('\n', encounter.head.span.end);
    const at0 = end === -1 ? text.length : end + 1;
    return { uri: encounter.source.uri, edits: [{ span: { start: at0, end: at0 }, text: `${end === -1 ? '\n' : ''}  replaces   ${current.payerNumber}\n` }] };
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
    const before = new Map((this.book()?.all() ?? []).map((claim) => [claim.control, claim.state]));
    const files: string[] = [];
    for (const exchange of this.exchanges()) files.push(...await receiveAll(this.root, exchange));
    this.refresh();
    const changed = (this.book()?.all() ?? []).filter((claim) => before.get(claim.control) !== claim.state);
    if (files.length === 0) return { ok: true, message: 'Nothing new has come.', news: 'none' };
    if (changed.length === 0) return { ok: true, message: 'Answers have come; they change nothing for your claims.' };
    const back = changed.filter((claim) => RETURNED.has(claim.state));
    const words = [...back, ...changed.filter((claim) => !back.includes(claim))].map((claim) => `${claim.control} ${claim.summary}`);
    const at = back.map((claim) => this.problemOf(claim)).find((place) => place !== undefined);
    return {
      ok: true, message: `${words.slice(0, 3).join('. ')}${words.length > 3 ? `. And ${words.length - 3} more` : ''}.`,
      ...(back.length > 0 && { news: 'returned' as const }), ...(at && { at }),
    };
  }

  /** The first word that the payer complains of; the encounter itself where there is none. */
  private problemOf({ key }: LedgerClaim): Outcome['at'] {
    const found = this.tools.project.workspace.list('encounter').find((one) => encounterKey(one.id.value) === key);
    if (!found) return undefined;
    const { uri } = found.source;
    const [first] = [...this.world().ledger.answers(uri)].sort((a, b) => a.span.start - b.span.start);
    const place = this.tools.project.get(uri)?.lines.position(first?.span.start ?? found.head.span.start);
    return place && { uri, line: place.line, character: place.character };
  }

  claims(): ClaimNode[] {
    const { project } = this.tools;
    const nodes: ClaimNode[] = [];
    for (const encounter of project.workspace.list('encounter')) {
      const claim = resolveClaim(encounter, project.workspace);
      const status = this.current(encounter.id.value);
      const document = project.get(encounter.source.uri);
      const charge = status?.charge ?? totalCharge(claim);
      nodes.push({
        encounter: encounter.id.value, control: status?.control ?? '', state: status?.sent ? status.state : this.prepare(encounter).refused ? 'draft' : 'ready',
        payer: claim.coverages[0]?.payer?.name?.value.text ?? '', patient: claim.patient?.target?.name?.value.text ?? encounter.patient?.value ?? '',
        date: claim.day ?? '', charge: charge === undefined ? '' : formatMoney(charge), paid: formatMoney(status?.paid ?? 0), patientShare: formatMoney(status?.patient ?? 0),
        summary: status?.summary ?? '', uri: encounter.source.uri, line: document?.lines.position(encounter.head.span.start).line ?? 0,
      });
    }
    return nodes.sort((a, b) => (a.encounter < b.encounter ? -1 : 1));
  }

  history(at: EncounterAt): HistoryEntry[] {
    const encounter = this.find(at);
    const claims = encounter ? this.book()?.claimsOf(encounter.id.value) ?? [] : [];
    return [...claims].reverse().flatMap((claim) => claim.history.map((one) => ({ at: one.at, what: one.what, ...(one.file && { file: uriOf(one.file) }) })));
  }

  newEncounter(): NewEncounter {
    const { workspace } = this.tools.project;
    const id = nextEncounterId(workspace.list('encounter').map((one) => one.id.value));
    const provider = workspace.list('provider')[0]?.id.value ?? '';
    return {
      id, fileName: `${id}.encounter`,
      snippet: [
        `encounter ${id}`, '  patient    ${1}', `  date       \${2:${this.tools.today()}}`, '  place      ${3:11}', `  rendering  \${4:${provider}}`, '',
        '  note', '    ${5}', '', '  diagnoses', '    A  ${6}', '', '  services', '    ${7}', '',
      ].join('\n'),
    };
  }

  /** The way out of an encounter's payer; a sentence where it cannot be used. */
  exchangeOf(encounter: Encounter, id?: string): Exchange | string {
    const claim = resolveClaim(encounter, this.tools.project.workspace);
    const name = id ?? claim.coverages[0]?.payer?.exchange?.value ?? 'training';
    const found = this.exchanges().find((one) => one.id === name);
    return found ?? `The exchange “${name}” is not set up on this machine. Set up so far: ${this.exchanges().map((one) => one.id).join(', ')}.`;
  }

  exchanges(): Exchange[] {
    return this.root ? [trainingExchange(this.root, this.tools.project.workspace)] : [];
  }

  private async send(encounter: Encounter, prepared: PreparedClaim, generated: LedgerClaim | undefined, to?: string): Promise<Outcome> {
    const exchange = this.exchangeOf(encounter, to);
    if (typeof exchange === 'string') return { ok: false, message: exchange };
    const made = (generated && !generated.sent && this.reuse(prepared, generated)) || this.write(encounter, prepared);
    const result = await sendOnce(this.needRoot(), exchange, { name: path.basename(made.file), text: made.text });
    this.refresh();
    if (result !== 'sent') return { ok: false, message: `${made.control} may have been sent before a crash. Receive responses first; if none comes, ask the payer.` };
    return { ok: true, message: `Claim ${made.control} is sent to ${prepared.claim.coverages[0]?.payer?.name?.value.text ?? 'the payer'}. Receive Responses fetches the answer.`, show: uriOf(made.file) };
  }

  /** A claim that was generated before goes out as it is, unless the encounter has changed since. */
  private reuse({ claim }: PreparedClaim, { control, file }: LedgerClaim): { control: string; file: string; text: string } | undefined {
    const text = read(file);
    return bodyOf(text) === bodyOf(this.interchange([{ claim, control }], 1)) ? { control, file, text } : undefined;
  }

  private readyToGenerate(at: EncounterAt): Outcome | { encounter: Encounter; prepared: PreparedClaim } {
    const encounter = this.find(at);
    if (!encounter) return { ok: false, message: 'There is no encounter here.' };
    if (!this.root) return NO_FOLDER;
    const prepared = this.prepare(encounter);
    if (!prepared.refused) return { encounter, prepared };
    const errors = prepared.findings.filter((finding) => finding.severity === 'error');
    const first = errors[0];
    const document = this.tools.project.get(first.source.uri);
    const place = document?.lines.position(first.span.start);
    return {
      ok: false, message: `${encounter.id.value} cannot become a claim yet: ${errors.length === 1 ? 'one error' : `${errors.length} errors`}. ${first.message}.`,
      ...(place && { at: { uri: first.source.uri, line: place.line, character: place.character } }),
    };
  }

  private readyToSend(at: EncounterAt): Outcome | { encounter: Encounter; prepared: PreparedClaim } {
    return this.tools.trusted() ? this.readyToGenerate(at) : UNTRUSTED;
  }

  private needRoot(): string {
    if (!this.root) throw new Error(NO_FOLDER.message);
    return this.root;
  }
}

/** The claims of a file without its envelope, whose numbers and times differ every time. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('~HL*'), text.lastIndexOf('~SE*'));
}

/** States in which somebody has to act. */
const RETURNED: ReadonlySet<string> = new Set(['rejected', 'denied', 'partial']);
const UNTRUSTED: Outcome = { ok: false, message: 'Claims are neither sent nor received in a folder that you have not trusted. Trust it with “Workspaces: Manage Workspace Trust”.' };
const NO_FOLDER: Outcome = { ok: false, message: 'Open the folder of your practice first: claims are kept in it.' };
