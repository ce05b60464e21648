// The life cycle of claims, rebuilt from the files in claims/, sent/ and responses/. Nothing is kept but what those say;
// a file that did not change is not read again.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { encounterKey } from '../claims/control';
import { type Located837, locate837, locateSent } from '../claims/locate';
import { expandDate } from '../model/dates';
import type { AnswerContext, PayerAnswer } from '../payments/answer';
import { answersFor } from '../payments/answers';
import { decisionsByClaim, decisionsInForce, postRemittances } from '../payments/post';
import { type Remittance, read835 } from '../payments/read-835';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { CLAIMS, INDEX, RESPONSES, SENDING, SENT, clearDrafts, foldersIn, isMissing, namesIn, read, settle, stamp } from './folder';
import { type ClaimEvent, type LedgerClaim, type Sending, lifeCycle } from './life-cycle';
import { NUMBERS } from './numbers';
import { type ClaimRecord, readClaimFile } from './records';

/** A file in one of the folders, and what changes when it does. */
interface Kept {
  readonly file: string;
  /** The folder of the exchange; '' where a person has put the file beside these folders. */
  readonly exchange: string;
  readonly mark: string;
}

/** All files that count. */
interface Listing {
  readonly claims: readonly Kept[];
  /** Those that have arrived come first. */
  readonly sent: readonly Kept[];
  readonly responses: readonly Kept[];
}

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
  private readonly said = new Set<string>();
  /** A file was gone when it was read: another program has given it its final name since the folder was listed. */
  private moved = false;
  private listing: Listing | undefined;
  private readonly known = new Map<string, { readonly said: readonly unknown[]; readonly claim: LedgerClaim }>();
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
    let listing = listFiles(this.root);
    // What could not be read may be readable now.
    if (this.listing && this.said.size === 0 && isSame(this.listing, listing)) return;
    let records: Records, responses: Response[];
    for (;;) {
      this.listing = listing;
      this.moved = false;
      records = this.records(listing);
      responses = listing.responses.map((one) => this.responseOf(one, records)).sort(inOrder);
      if (!this.moved) break;
      listing = listFiles(this.root);
      if (isSame(this.listing, listing)) break;
    }
    const remittances = responses.flatMap((one) => one.remittances);
    const posted = decisionsByClaim(remittances),
      results = postRemittances(remittances),
      decisions = decisionsInForce(remittances);
    const undone = new Set([...results.values()].flatMap((one) => (one.state === 'voided' && one.payerNumber ? [one.payerNumber] : [])));
    const events = new Map<string, ClaimEvent[]>();
    for (const response of responses) {
      for (const answer of response.answers) {
        for (const { control } of meant(answer, response.exchange, records)) {
          const list = events.get(control);
          const event = { answer, at: response.at, file: response.file };
          if (list) list.push(event);
          else events.set(control, [event]);
        }
      }
    }
    this.claims = [...records.byControl.values()].map((record) => {
      const { control, original } = record;
      const sent = records.sent.get(control),
        own = events.get(control) ?? [],
        written = records.written.get(control) ?? record.file,
        isUndone = original !== undefined && undone.has(original);
      const said = [
        record,
        written,
        sent?.exchange,
        sent?.file,
        sent?.inDoubt,
        isUndone,
        ...own.map((one) => one.answer),
        ...(posted.get(control) ?? []).map((one) => one.claim),
      ];
      return this.again(control, said, () =>
        lifeCycle(
          { ...record, file: written },
          { sent, events: own, result: results.get(control), decision: decisions.get(control), undone: isUndone },
        ),
      );
    });
    this.byKey = groupBy(this.claims, (claim) => claim.key);
    for (const list of this.byKey.values()) list.sort((a, b) => b.attempt - a.attempt);
  }

  /** The claim as it was, if all that is said of it is the same. */
  private again(control: string, said: readonly unknown[], make: () => LedgerClaim): LedgerClaim {
    const known = this.known.get(control);
    if (known && known.said.length === said.length && known.said.every((one, i) => one === said[i])) return known.claim;
    const claim = make();
    this.known.set(control, { said, claim });
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
    const claims = this.claimsOf(encounter);
    return claims.find((one) => one.sent) ?? claims[0];
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

  private recordsOf({ file, mark }: Kept): readonly ClaimRecord[] {
    const known = this.claimFiles.get(file);
    if (known?.mark === mark) return known.records;
    try {
      const records = readClaimFile(file, read(file));
      this.claimFiles.set(file, { mark, records });
      return records;
    } catch (error) {
      this.sayOnce(file, 'A claim file', error);
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
      this.sayOnce(this.root, 'What was left half written', error);
    }
  }

  /** Without the file's name: payers choose it. */
  private sayOnce(file: string, what: string, error: unknown): void {
    if (isMissing(error)) this.moved = true;
    if (isMissing(error) || this.said.has(file)) return;
    this.said.add(file);
    this.log(`${what} could not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}.`);
  }

  private responseOf({ file, exchange, mark }: Kept, records: Records): Response {
    const known = this.responseFiles.get(file);
    if (known?.mark === mark) return known.response;
    try {
      const document = readX12(read(file));
      const at = receivedAt(document);
      const locate = this.locator(records);
      const answers = answersFor(document, { codes: this.codes, date: at.slice(0, 10) || '2026-01-01', locate: locate.of });
      const response = { file, exchange, at, order: ORDER[answers[0]?.response ?? '835'], answers, remittances: read835(document) };
      // A claim file may come later than its answer, from another computer.
      if (!locate.missed()) this.responseFiles.set(file, { mark, response });
      return response;
    } catch (error) {
      this.sayOnce(file, 'An answer', error);
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

function listFiles(root: string): Listing {
  const kept = (folder: string, exchange: string, ending?: string): Kept[] =>
    namesIn(folder, ending).map((name) => {
      const file = folder + path.sep + name;
      return { file, exchange, mark: stamp(file) };
    });
  const below = (folder: string): Kept[] => foldersOf(root, folder).flatMap((one) => kept(one, path.basename(one)));
  return {
    claims: kept(path.join(root, CLAIMS), '', '.837'),
    sent: below(SENT).sort((a, b) => Number(a.file.endsWith(SENDING)) - Number(b.file.endsWith(SENDING))),
    responses: [...kept(path.join(root, RESPONSES), ''), ...below(RESPONSES)],
  };
}

/** The folders of exchanges. */
function foldersOf(root: string, folder: string): string[] {
  return foldersIn(path.join(root, folder)).map((exchange) => path.join(root, folder, exchange));
}

function isSame(one: Listing, other: Listing): boolean {
  return (['claims', 'sent', 'responses'] as const).every(
    (kind) =>
      one[kind].length === other[kind].length &&
      one[kind].every(({ file, mark }, i) => file === other[kind][i].file && mark === other[kind][i].mark),
  );
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

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The name under which a sent file came. */
function nameOf(file: string): string {
  const name = path.basename(file);
  return name.endsWith(SENDING) ? name.slice(0, -SENDING.length) : name;
}

function receivedAt({ segments, interchanges }: X12Document): string {
  const isa = interchanges[0]?.isa;
  if (isa === undefined) return '';
  const day = expandDate(`20${segments.text(isa, 9)}`) ?? '';
  return `${day} ${segments.text(isa, 10).replace(/^(\d\d)(\d\d).*/, '$1:$2')}`.trim();
}

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
