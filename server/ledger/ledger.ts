// The life cycle of claims, rebuilt from the files in claims/, sent/ and responses/. Nothing is kept but what those say;
// a file that did not change is not read again.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { encounterKey } from '../claims/control';
import { type Located837, locate837, locateSent } from '../claims/locate';
import { groupBy } from '../model/group-by';
import { writtenAt } from '../model/x12-transactions';
import type { AnswerContext, PayerAnswer } from '../payments/answer';
import { answersFor } from '../payments/answers';
import { decisionsByClaim, decisionsInForce, postRemittances } from '../payments/post';
import { type Remittance, read835 } from '../payments/read-835';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { standingClaim } from './account';
import { CLAIMS, INDEX, RESPONSES, SENDING, SENT, clearDrafts, isMissing, read, settle } from './folder';
import { type ClaimEvent, type LedgerClaim, type Sending, lifeCycle } from './life-cycle';
import { type ListedFile, type Listing, foldersOf, isSame, listFiles } from './listing';
import { NUMBERS } from './numbers';
import { type ClaimRecord, readClaimFile } from './records';

interface Response {
  readonly file: string;
  readonly exchange: string;
  /** `2026-11-21 09:30`, from its envelope. */
  readonly at: string;
  /** Of answers of the same minute receipts come before acknowledgements, these before remittances. */
  readonly order: number;
  readonly answers: readonly PayerAnswer[];
  readonly remittances: readonly Remittance[];
}

/** All claims there are, and how to find those that an answer means. */
interface Records {
  readonly byControl: ReadonlyMap<string, ClaimRecord>;
  /** The copy in claims/ of what was sent. */
  readonly written: ReadonlyMap<string, string>;
  readonly sent: ReadonlyMap<string, Sending>;
  /** Of those sent: by number of interchange, of group, and by batch. */
  readonly byInterchange: ReadonlyMap<number, readonly ClaimRecord[]>;
  readonly byGroup: ReadonlyMap<number, readonly ClaimRecord[]>;
  readonly byBatch: ReadonlyMap<string, readonly ClaimRecord[]>;
}

export class Ledger {
  private readonly claimFiles = new Map<string, { mark: string; records: ClaimRecord[] }>();
  private readonly responseFiles = new Map<string, { mark: string; response: Response }>();
  /** Files that could not be read, each told in the log once. */
  private readonly reported = new Set<string>();
  /** A file was gone when it was read: another program has given it its final name since the folder was listed. */
  private moved = false;
  private listing: Listing | undefined;
  private readonly known = new Map<string, { readonly facts: readonly unknown[]; readonly claim: LedgerClaim }>();
  private claims: readonly LedgerClaim[] = [];
  private byKey = new Map<string, LedgerClaim[]>();

  constructor(
    readonly root: string,
    private readonly codes: CodeSets,
    private readonly log: (message: string) => void,
  ) {}

  /** Looks at the folders again. A claim stays the same object where nothing has changed that is said of it. */
  refresh(): void {
    if (!this.listing) this.clear();
    const listing = listFiles(this.root);
    // What could not be read may be readable now.
    if (this.listing && this.reported.size === 0 && isSame(this.listing, listing)) return;
    const { records, responses } = this.readAll(listing);
    const remittances = responses.flatMap((one) => one.remittances);
    const posted = decisionsByClaim(remittances),
      results = postRemittances(remittances),
      decisions = decisionsInForce(remittances),
      events = eventsByClaim(responses, records);
    const voided = new Set([...results.values()].flatMap((one) => (one.state === 'voided' && one.payerNumber ? [one.payerNumber] : [])));
    this.claims = [...records.byControl.values()].map((record) => {
      const { control, original } = record;
      const sent = records.sent.get(control),
        own = events.get(control) ?? [],
        file = records.written.get(control) ?? record.file,
        undone = original !== undefined && voided.has(original);
      const facts = [
        record,
        file,
        sent?.exchange,
        sent?.file,
        sent?.inDoubt,
        undone,
        ...own.map((one) => one.answer),
        ...(posted.get(control) ?? []).map((one) => one.claim),
      ];
      return this.unlessChanged(control, facts, () =>
        lifeCycle({ ...record, file }, { sent, events: own, result: results.get(control), decision: decisions.get(control), undone }),
      );
    });
    this.byKey = groupBy(this.claims, (claim) => claim.key);
    for (const list of this.byKey.values()) list.sort((a, b) => b.attempt - a.attempt);
  }

  /** Reads what is listed; once more where another program has moved a file meanwhile. */
  private readAll(first: Listing): { readonly records: Records; readonly responses: readonly Response[] } {
    for (let listing = first; ; ) {
      this.listing = listing;
      this.moved = false;
      const records = this.records(listing);
      const responses = listing.responses.map((one) => this.responseOf(one, records)).sort(inOrder);
      if (!this.moved) return { records, responses };
      listing = listFiles(this.root);
      if (isSame(this.listing, listing)) return { records, responses };
    }
  }

  /** The claim as it was, if all that it is made from is the same. */
  private unlessChanged(control: string, facts: readonly unknown[], make: () => LedgerClaim): LedgerClaim {
    const known = this.known.get(control);
    if (known && known.facts.length === facts.length && known.facts.every((one, i) => one === facts[i])) return known.claim;
    const claim = make();
    this.known.set(control, { facts, claim });
    return claim;
  }

  all(): readonly LedgerClaim[] {
    return this.claims;
  }

  /** Every attempt of an encounter, the newest first. */
  claimsOf(encounter: string): readonly LedgerClaim[] {
    return this.byKey.get(encounterKey(encounter)) ?? [];
  }

  /** The claim that stands for an encounter: the newest that went out, else the newest that was written. */
  current(encounter: string): LedgerClaim | undefined {
    return standingClaim(this.claimsOf(encounter));
  }

  /** The claim that a document in claims/ or sent/ is about. */
  byFile(file: string): LedgerClaim | undefined {
    return this.claims.find((one) => one.file === file || one.sentFile === file);
  }

  /** The highest ISA13 in claims/ and sent/. */
  highestNumber(): number {
    let highest = 0;
    for (const { interchange } of this.claims) highest = Math.max(highest, Number(interchange) || 0);
    return highest;
  }

  /** Files that were in doubt and have been answered have arrived: they get their own name. */
  settleAnswered(): void {
    const answered = new Set(this.claims.flatMap((one) => (one.sentFile?.endsWith(SENDING) && !one.inDoubt ? [one.sentFile] : [])));
    for (const file of answered) settle(file, file.slice(0, -SENDING.length));
    if (answered.size > 0) this.refresh();
  }

  private records(listing: Listing): Records {
    const byControl = new Map<string, ClaimRecord>(),
      sent = new Map<string, Sending>(),
      written = new Map<string, string>();
    for (const one of listing.sent) {
      for (const record of this.recordsOf(one)) {
        if (sent.has(record.control)) continue;
        byControl.set(record.control, record);
        sent.set(record.control, { exchange: one.exchange, file: one.file, inDoubt: one.file.endsWith(SENDING) });
      }
    }
    const out = [...byControl.values()];
    // A file that was sent under its own name says what its copy in claims/ says.
    const seen = new Set(listing.sent.map((one) => nameOf(one.file)));
    for (const one of listing.claims) {
      const name = path.basename(one.file),
        control = name.slice(0, -'.837'.length);
      if (seen.has(name) && byControl.has(control)) written.set(control, one.file);
      else for (const record of this.recordsOf(one)) if (!byControl.has(record.control)) byControl.set(record.control, record);
    }
    return {
      byControl,
      sent,
      written,
      byInterchange: groupBy(out, (one) => Number(one.interchange)),
      byGroup: groupBy(out, (one) => Number(one.group)),
      byBatch: groupBy(out, (one) => one.batch),
    };
  }

  private recordsOf({ file, mark }: ListedFile): readonly ClaimRecord[] {
    const known = this.claimFiles.get(file);
    if (known?.mark === mark) return known.records;
    try {
      const records = readClaimFile(file, read(file));
      this.claimFiles.set(file, { mark, records });
      return records;
    } catch (error) {
      this.reportOnce(file, 'A claim file', error);
      return [];
    }
  }

  /** What programs that were stopped left half written is of no use to anybody: what they wrote of is still there. */
  private clear(): void {
    const folders = [
      path.join(this.root, CLAIMS),
      path.join(this.root, INDEX, NUMBERS),
      ...foldersOf(this.root, SENT),
      ...foldersOf(this.root, RESPONSES),
    ];
    try {
      const count = folders.reduce((sum, folder) => sum + clearDrafts(folder), 0);
      if (count > 0) this.log(`Removed what a program that was stopped had left half written: ${count}.`);
    } catch (error) {
      this.reportOnce(this.root, 'What was left half written', error);
    }
  }

  /** Without the file's name: payers choose it. */
  private reportOnce(file: string, what: string, error: unknown): void {
    if (isMissing(error)) this.moved = true;
    if (isMissing(error) || this.reported.has(file)) return;
    this.reported.add(file);
    this.log(`${what} could not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}.`);
  }

  private responseOf({ file, exchange, mark }: ListedFile, records: Records): Response {
    const known = this.responseFiles.get(file);
    if (known?.mark === mark) return known.response;
    try {
      const document = readX12(read(file));
      const at = writtenAt(document, document.interchanges[0]);
      const locate = this.locator(records);
      const answers = answersFor(document, { codes: this.codes, date: at.slice(0, 10) || UNDATED, locate: locate.of });
      const response = { file, exchange, at, order: ORDER[answers[0]?.response ?? '835'], answers, remittances: read835(document) };
      // A claim file may come later than its answer, from another computer.
      if (!locate.missed()) this.responseFiles.set(file, { mark, response });
      return response;
    } catch (error) {
      this.reportOnce(file, 'An answer', error);
      return { file, exchange, at: '', order: ORDER[835], answers: [], remittances: [] };
    }
  }

  /** What positions of files that were sent stand for; and whether one was asked for of a file that is not there. */
  private locator(records: Records): { of: NonNullable<AnswerContext['locate']>; missed: () => boolean } {
    const opened = new Map<string, { document: X12Document; located: Located837 }>();
    let missed = false;
    return {
      of: (sent) => {
        const record = records.byGroup.get(Number(sent.group))?.find((one) => one.transaction === sent.transaction);
        missed ||= !record;
        if (!record) return [];
        let file = opened.get(record.file);
        if (!file) {
          const document = readX12(read(record.file));
          opened.set(record.file, (file = { document, located: locate837(document) }));
        }
        return locateSent(file.document, sent, file.located);
      },
      missed: () => missed,
    };
  }
}

/** What each claim was answered, by its control number, in the order of the answers. */
function eventsByClaim(responses: readonly Response[], records: Records): ReadonlyMap<string, readonly ClaimEvent[]> {
  const events = new Map<string, ClaimEvent[]>();
  for (const { answers, at, file, exchange } of responses) {
    for (const answer of answers) {
      for (const { control } of meant(answer, exchange, records)) {
        const event = { answer, at, file };
        const list = events.get(control);
        if (list) list.push(event);
        else events.set(control, [event]);
      }
    }
  }
  return events;
}

/** The claims that an answer speaks of: one by its control number, or all of a file, group or transaction. */
function meant(answer: PayerAnswer, exchange: string, records: Records): readonly ClaimRecord[] {
  if (answer.control !== undefined) {
    const record = records.byControl.get(answer.control);
    return record ? [record] : [];
  }
  const { interchange, group, transaction, batch } = answer;
  const start =
    interchange !== undefined
      ? records.byInterchange.get(Number(interchange))
      : group !== undefined
        ? records.byGroup.get(Number(group))
        : batch !== undefined
          ? records.byBatch.get(batch)
          : undefined;
  return (start ?? []).filter(
    (record) =>
      (exchange === '' || records.sent.get(record.control)?.exchange === exchange) &&
      (group === undefined || Number(record.group) === Number(group)) &&
      (transaction === undefined || record.transaction === transaction) &&
      (batch === undefined || record.batch === batch),
  );
}

/** The name under which a sent file came. */
function nameOf(file: string): string {
  const name = path.basename(file);
  return name.endsWith(SENDING) ? name.slice(0, -SENDING.length) : name;
}

/** The day by whose codes an answer is explained that does not say when it was written. */
const UNDATED = '2026-01-01';

const ORDER = { ta1: 1, 999: 2, '277ca': 3, 835: 4 } as const;

/** Made when first asked: it reads the order of all the world's letters, which a start need not wait for. */
let names: Intl.Collator | undefined;

/** In the order of their envelopes. */
function inOrder(a: Response, b: Response): number {
  return compare(a.at, b.at) || a.order - b.order || (names ??= new Intl.Collator('en', { numeric: true })).compare(a.file, b.file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
