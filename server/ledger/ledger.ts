// The life cycle of claims, rebuilt from the files in claims/, sent/ and responses/. Nothing is kept but what those say;
// a file that did not change is not read again.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { encounterKey } from '../claims/control';
import { locateSent } from '../claims/locate';
import { expandDate } from '../model/dates';
import type { PayerAnswer } from '../payments/answer';
import { answersFor } from '../payments/answers';
import { decisionsInForce, postRemittances } from '../payments/post';
import { type Remittance, read835 } from '../payments/read-835';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { CLAIMS, RESPONSES, SENDING, SENT, foldersIn, namesIn, read, settle, stamp } from './folder';
import { type ClaimEvent, type LedgerClaim, type Sending, lifeCycle } from './life-cycle';
import { type ClaimRecord, readClaimFile } from './records';

interface Response {
  readonly file: string;
  readonly exchange: string;
  /** `2026-11-21 09:30`, from its envelope. */
  readonly at: string;
  readonly answers: readonly PayerAnswer[];
  readonly remittances: readonly Remittance[];
}

/** All claims there are, and how to find those that an answer means. */
interface Records {
  readonly byControl: ReadonlyMap<string, ClaimRecord>;
  readonly sent: ReadonlyMap<string, Sending>;
  /** Of those sent: by number of interchange, of group, and by batch. */
  readonly byInterchange: ReadonlyMap<number, readonly ClaimRecord[]>;
  readonly byGroup: ReadonlyMap<number, readonly ClaimRecord[]>;
  readonly byBatch: ReadonlyMap<string, readonly ClaimRecord[]>;
}

export class Ledger {
  private readonly claimFiles = new Map<string, { stamp: string; records: ClaimRecord[] }>();
  private readonly responseFiles = new Map<string, { stamp: string; response: Response }>();
  private readonly said = new Set<string>();
  private claims: readonly LedgerClaim[] = [];
  private byKey = new Map<string, LedgerClaim[]>();

  constructor(
    readonly root: string,
    private readonly codes: CodeSets,
    private readonly log: (message: string) => void,
  ) {}

  /** Looks at the folders again. */
  refresh(): void {
    const records = this.records();
    const responses = this.responses(records);
    const remittances = responses.flatMap((one) => one.remittances);
    const results = postRemittances(remittances),
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
    this.claims = [...records.byControl.values()].map((record) =>
      lifeCycle(record, {
        sent: records.sent.get(record.control),
        events: events.get(record.control) ?? [],
        result: results.get(record.control),
        decision: decisions.get(record.control),
        undone: record.original !== undefined && undone.has(record.original),
      }),
    );
    this.byKey = groupBy(this.claims, (claim) => claim.key);
    for (const list of this.byKey.values()) list.sort((a, b) => b.attempt - a.attempt);
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

  private records(): Records {
    const byControl = new Map<string, ClaimRecord>(),
      sent = new Map<string, Sending>();
    const outside = this.sentFiles();
    for (const one of outside) {
      for (const record of this.recordsOf(one.file)) {
        if (sent.has(record.control)) continue;
        byControl.set(record.control, record);
        sent.set(record.control, one);
      }
    }
    const out = [...byControl.values()];
    // A file that was sent under its own name says what its copy in claims/ says.
    const seen = new Set(outside.map((one) => nameOf(one.file)));
    for (const name of namesIn(path.join(this.root, CLAIMS), '.837')) {
      const file = path.join(this.root, CLAIMS, name);
      const control = name.slice(0, -'.837'.length);
      const known = seen.has(name) ? byControl.get(control) : undefined;
      if (known) byControl.set(control, { ...known, file });
      else for (const record of this.recordsOf(file)) if (!byControl.has(record.control)) byControl.set(record.control, record);
    }
    return {
      byControl,
      sent,
      byInterchange: groupBy(out, (one) => Number(one.interchange)),
      byGroup: groupBy(out, (one) => Number(one.group)),
      byBatch: groupBy(out, (one) => one.batch),
    };
  }

  /** Those that have arrived come first. */
  private sentFiles(): Sending[] {
    const files = foldersIn(path.join(this.root, SENT)).flatMap((exchange) =>
      namesIn(path.join(this.root, SENT, exchange)).map((name) => ({
        exchange,
        file: path.join(this.root, SENT, exchange, name),
        inDoubt: name.endsWith(SENDING),
      })),
    );
    return files.sort((a, b) => Number(a.inDoubt) - Number(b.inDoubt));
  }

  private recordsOf(file: string): readonly ClaimRecord[] {
    try {
      const mark = stamp(file);
      const known = this.claimFiles.get(file);
      if (known?.stamp === mark) return known.records;
      const records = readClaimFile(file, read(file));
      this.claimFiles.set(file, { stamp: mark, records });
      return records;
    } catch (error) {
      this.sayOnce(file, 'A claim file', error);
      return [];
    }
  }

  /** Without the file's name: payers choose it. */
  private sayOnce(file: string, what: string, error: unknown): void {
    if (this.said.has(file)) return;
    this.said.add(file);
    this.log(`${what} could not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}.`);
  }

  /** All answers of all exchanges in the order of their envelopes. */
  private responses(records: Records): Response[] {
    const responses: Response[] = [];
    for (const exchange of foldersIn(path.join(this.root, RESPONSES))) {
      for (const name of namesIn(path.join(this.root, RESPONSES, exchange)))
        responses.push(this.responseOf(path.join(this.root, RESPONSES, exchange, name), exchange, records));
    }
    return responses.sort(
      (a, b) => compare(a.at, b.at) || compare(order(a), order(b)) || a.file.localeCompare(b.file, 'en', { numeric: true }),
    );
  }

  private responseOf(file: string, exchange: string, records: Records): Response {
    try {
      const mark = stamp(file);
      const known = this.responseFiles.get(file);
      if (known?.stamp === mark) return known.response;
      const document = readX12(read(file));
      const at = receivedAt(document);
      const response = {
        file,
        exchange,
        at,
        remittances: read835(document),
        answers: answersFor(document, {
          codes: this.codes,
          date: at.slice(0, 10) || '2026-01-01',
          locate: (sent) => {
            const record = records.byGroup.get(Number(sent.group))?.find((one) => one.transaction === sent.transaction);
            return record ? locateSent(readX12(read(record.file)), sent) : [];
          },
        }),
      };
      this.responseFiles.set(file, { stamp: mark, response });
      return response;
    } catch (error) {
      this.sayOnce(file, 'An answer', error);
      return { file, exchange, at: '', remittances: [], answers: [] };
    }
  }
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
      records.sent.get(record.control)?.exchange === exchange &&
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

/** Answers of the same minute: receipts come before acknowledgements, these before remittances. */
function order({ answers }: Response): string {
  return { ta1: '1', 999: '2', '277ca': '3', 835: '4' }[answers[0]?.response ?? '835'] ?? '4';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
