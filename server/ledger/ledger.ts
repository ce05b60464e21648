// The life cycle of claims, rebuilt from the files in claims/, sent/ and responses/. Nothing is kept but what those say;
// a file that did not change is not read again.
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { encounterKey } from '../claims/control';
import { locateSent } from '../claims/locate';
import { expandDate } from '../model/dates';
import { type PayerAnswer } from '../payments/answer';
import { answersFor } from '../payments/answers';
import { postRemittances } from '../payments/post';
import { type Remittance, read835 } from '../payments/read-835';
import { type X12Document, readX12 } from '../syntax/x12/read';
import { CLAIMS, RESPONSES, SENDING, SENT, foldersIn, namesIn, read, stamp } from './folder';
import { type ClaimEvent, type LedgerClaim, lifeCycle } from './life-cycle';
import { type ClaimRecord, readClaimFile } from './records';

interface SentFile {
  readonly exchange: string;
  readonly file: string;
  readonly inDoubt: boolean;
}

interface Response {
  readonly file: string;
  /** `2026-11-21 09:30`, from its envelope. */
  readonly at: string;
  readonly answers: readonly PayerAnswer[];
  readonly remittances: readonly Remittance[];
}

export class Ledger {
  private readonly claimFiles = new Map<string, { stamp: string; records: ClaimRecord[] }>();
  private readonly responseFiles = new Map<string, { stamp: string; response: Response }>();
  private claims: readonly LedgerClaim[] = [];
  private byKey = new Map<string, LedgerClaim[]>();

  constructor(readonly root: string, private readonly codes: CodeSets, private readonly log: (message: string) => void) {}

  /** Looks at the folders again. */
  refresh(): void {
    const sent = this.sentFiles();
    const records = new Map<string, ClaimRecord>();
    for (const file of [...this.files(CLAIMS, '.837'), ...[...sent.values()].map((one) => one.file)]) {
      for (const record of this.recordsOf(file)) if (!records.has(record.control)) records.set(record.control, record);
    }
    const responses = this.responses(records);
    const results = postRemittances(responses.flatMap((one) => one.remittances));
    const events = new Map<string, ClaimEvent[]>();
    for (const response of responses) {
      for (const answer of response.answers) {
        for (const record of this.meant(answer, records)) {
          const list = events.get(record.control) ?? [];
          list.push({ answer, at: response.at, file: response.file });
          events.set(record.control, list);
        }
      }
    }
    const all = [...records.values()];
    this.claims = all.map((record) => lifeCycle(record, sentOf(record, sent), events.get(record.control) ?? [], results, all));
    this.byKey = new Map();
    for (const claim of this.claims) this.byKey.set(claim.key, [...(this.byKey.get(claim.key) ?? []), claim].sort((a, b) => b.attempt - a.attempt));
  }

  all(): readonly LedgerClaim[] {
    return this.claims;
  }

  /** Every attempt of an encounter, the newest first. */
  claimsOf(encounter: string): readonly LedgerClaim[] {
    return this.byKey.get(encounterKey(encounter)) ?? [];
  }

  private files(folder: string, ending: string): string[] {
    return namesIn(path.join(this.root, folder), ending).map((name) => path.join(this.root, folder, name));
  }

  /** Sent files by name. */
  private sentFiles(): Map<string, SentFile> {
    const sent = new Map<string, SentFile>();
    for (const exchange of foldersIn(path.join(this.root, SENT))) {
      for (const file of this.files(path.join(SENT, exchange), '')) {
        const inDoubt = file.endsWith(SENDING);
        sent.set(path.basename(inDoubt ? file.slice(0, -SENDING.length) : file), { exchange, file, inDoubt });
      }
    }
    return sent;
  }

  private recordsOf(file: string): ClaimRecord[] {
    const mark = stamp(file);
    const known = this.claimFiles.get(file);
    if (known?.stamp === mark) return known.records;
    const records = readClaimFile(file, read(file));
    this.claimFiles.set(file, { stamp: mark, records });
    return records;
  }

  /** All answers of all exchanges in the order of their envelopes. */
  private responses(records: ReadonlyMap<string, ClaimRecord>): Response[] {
    const responses: Response[] = [];
    for (const exchange of foldersIn(path.join(this.root, RESPONSES))) {
      for (const file of this.files(path.join(RESPONSES, exchange), '')) {
        const mark = stamp(file);
        let known = this.responseFiles.get(file);
        if (known?.stamp !== mark) this.responseFiles.set(file, known = { stamp: mark, response: this.readResponse(file, records) });
        responses.push(known.response);
      }
    }
    return responses.sort((a, b) => compare(a.at, b.at) || compare(order(a), order(b)) || compare(a.file, b.file));
  }

  private readResponse(file: string, records: ReadonlyMap<string, ClaimRecord>): Response {
    try {
      const document = readX12(read(file));
      const at = receivedAt(document);
      return {
        file, at, remittances: read835(document),
        answers: answersFor(document, {
          codes: this.codes, date: at.slice(0, 10) || '2026-01-01',
          locate: (sent) => {
            const record = [...records.values()].find((one) => Number(one.group) === Number(sent.group) && one.transaction === sent.transaction);
            return record ? locateSent(readX12(read(record.file)), sent) : [];
          },
        }),
      };
    } catch (error) {
      this.log(`A response could not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).name}`);
      return { file, at: '', remittances: [], answers: [] };
    }
  }

  /** The claims that an answer speaks of: one by its control number, or all of a file, group or transaction. */
  private meant(answer: PayerAnswer, records: ReadonlyMap<string, ClaimRecord>): ClaimRecord[] {
    if (answer.control !== undefined) {
      const record = records.get(answer.control);
      return record ? [record] : [];
    }
    if (answer.interchange === undefined && answer.group === undefined && answer.batch === undefined) return [];
    return [...records.values()].filter((record) =>
      (answer.interchange === undefined || Number(record.interchange) === Number(answer.interchange))
      && (answer.group === undefined || Number(record.group) === Number(answer.group))
      && (answer.transaction === undefined || record.transaction === answer.transaction)
      && (answer.batch === undefined || record.batch === answer.batch));
  }
}

function sentOf(record: ClaimRecord, sent: ReadonlyMap<string, SentFile>): SentFile | undefined {
  return sent.get(path.basename(record.file).replace(new RegExp(`${SENDING}$`), ''));
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

