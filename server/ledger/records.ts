// Reads a claim file of ours back: what the ledger needs to know of each claim in it.
import { readControl } from '../claims/control';
import { expandDate } from '../model/dates';
import { parseX12Money } from '../model/money';
import { type X12Document, readX12 } from '../syntax/x12/read';

/** One claim of a claim file. Amounts in cents, dates ISO. */
export interface ClaimRecord {
  /** CLM01. */
  readonly control: string;
  /** What all attempts of its encounter share. */
  readonly key: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly file: string;
  /** ISA13, GS06 and ST02, by which acknowledgements speak of it. */
  readonly interchange: string;
  readonly group: string;
  readonly transaction: string;
  /** BHT03. */
  readonly batch: string;
  /** Written at, from the envelope: `2026-11-21 09:30`. */
  readonly made: string;
  readonly charge: number;
  readonly payer: string;
  readonly payerId: string;
  readonly patientName: string;
  readonly day: string;
  readonly frequency: string;
  /** The payer's number of the claim that this one replaces or voids. */
  readonly original?: string;
}

/** All claims of a file with claims, in order. Claims whose control number is not one of ours are left out. */
export function readClaimFile(file: string, text: string): ClaimRecord[] {
  const document = readX12(text);
  const records: ClaimRecord[] = [];
  for (const interchange of document.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        if (transaction.type === '837') records.push(...readTransaction(file, document, interchange.control, group.control, transaction, madeAt(document, interchange)));
      }
    }
  }
  return records;
}

function madeAt({ segments }: X12Document, { isa }: { isa?: number }): string {
  if (isa === undefined) return '';
  const day = expandDate(`20${segments.text(isa, 9)}`) ?? '';
  return `${day} ${segments.text(isa, 10).replace(/^(\d\d)(\d\d).*/, '$1:$2')}`.trim();
}

type Draft = { -readonly [K in keyof ClaimRecord]: ClaimRecord[K] };

function readTransaction(file: string, { segments }: X12Document, interchange: string, group: string, { first, end, control }: { first: number; end: number; control: string }, made: string): Draft[] {
  const records: Draft[] = [];
  let payer = '', payerId = '', patient = '', batch = '';
  let record: Draft | undefined;
  for (let i = first; i < end; i += 1) {
    switch (segments.id(i)) {
      case 'BHT': batch = segments.text(i, 3); break;
      case 'HL': record = undefined; break;
      case 'NM1': {
        const who = segments.text(i, 1);
        const name = [segments.text(i, 3), segments.text(i, 4)].filter(Boolean).join(', ');
        if (record) break;
        if (who === 'PR') [payer, payerId] = [segments.text(i, 3), segments.text(i, 9)];
        if (who === 'IL' || who === 'QC') patient = name;
        break;
      }
      case 'CLM': {
        const number = segments.text(i, 1);
        const own = readControl(number);
        record = own && {
          control: number, key: own.key, attempt: own.attempt, file, interchange, group, transaction: control, batch, made,
          charge: parseX12Money(segments.text(i, 2)) ?? 0, payer, payerId, patientName: patient, day: '', frequency: segments.component(i, 5, 3).text || '1',
        };
        if (record) records.push(record);
        break;
      }
      case 'REF': if (record && segments.text(i, 1) === 'F8' && !record.original && !record.day) record.original = segments.text(i, 2); break;
      case 'DTP': if (record && segments.text(i, 1) === '472' && !record.day) record.day = expandDate(segments.text(i, 3).slice(0, 8)) ?? ''; break;
    }
  }
  return records;
}
