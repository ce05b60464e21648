// Reads a claim file back: what the ledger needs to know of each claim in it.
import { readControl } from '../claims/control';
import { expandDate } from '../model/dates';
import { parseX12Money } from '../model/money';
import { type Enclosed, transactionsOf, writtenAt } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';
import { type X12Document, readX12 } from '../syntax/x12/read';

/** One claim of a claim file. Amounts in cents, dates ISO. */
export interface ClaimRecord {
  /** CLM01. */
  readonly control: string;
  /** What all attempts of its encounter share; of a claim that is not from an encounter here, its number behind a `#`. */
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
  /** SBR01: `P` for the first payer, `S` for the second. */
  readonly order: string;
  readonly patientName: string;
  readonly day: string;
  readonly frequency: string;
  /** The payer's number of the claim that this one replaces or voids. */
  readonly original?: string;
  readonly lines: readonly { readonly position: number; readonly control: string; readonly code: string }[];
}

/** All claims of a file with claims, in order. */
export function readClaimFile(file: string, text: string): ClaimRecord[] {
  const document = readX12(text);
  return transactionsOf(document, '837').flatMap((enclosed) => readTransaction(file, document, enclosed));
}

type Draft = Writable<ClaimRecord>;
type Line = Writable<ClaimRecord['lines'][number]>;

function readTransaction(file: string, document: X12Document, { interchange, group, transaction }: Enclosed): Draft[] {
  const { segments } = document;
  const made = writtenAt(document, interchange);
  const records: Draft[] = [];
  let payer = '',
    payerId = '',
    patient = '',
    batch = '',
    order = '';
  let record: Draft | undefined;
  let lines: Line[] = [];
  // What stands in the loop of another payer (2320) is not the claim's own.
  let other = false;
  for (let i = transaction.first; i < transaction.end; i += 1) {
    switch (segments.id(i)) {
      case 'BHT':
        batch = segments.text(i, 3);
        break;
      case 'HL':
        record = undefined;
        break;
      case 'SBR':
        if (record) other = true;
        else order = segments.text(i, 1);
        break;
      case 'NM1': {
        if (record) break;
        const who = segments.text(i, 1);
        if (who === 'PR') [payer, payerId] = [segments.text(i, 3), segments.text(i, 9)];
        if (who === 'IL' || who === 'QC') patient = [segments.text(i, 3), segments.text(i, 4)].filter(Boolean).join(', ');
        break;
      }
      case 'CLM': {
        const number = segments.text(i, 1);
        const own = readControl(number);
        lines = [];
        other = false;
        record = {
          control: number,
          key: own?.key ?? `#${number}`,
          attempt: own?.attempt ?? 1,
          file,
          interchange: interchange.control,
          group: group.control,
          transaction: transaction.control,
          batch,
          made,
          charge: parseX12Money(segments.text(i, 2)) ?? 0,
          payer,
          payerId,
          order,
          patientName: patient,
          day: '',
          frequency: segments.component(i, 5, 3).text || '1',
          lines,
        };
        if (number !== '') records.push(record);
        break;
      }
      case 'LX':
        other = false;
        lines.push({ position: lines.length + 1, control: '', code: '' });
        break;
      case 'SV1':
      case 'SV3':
        setLine(lines, { code: segments.component(i, 1, 2).text });
        break;
      case 'SV2':
        setLine(lines, { code: segments.component(i, 2, 2).text });
        break;
      case 'REF':
        if (segments.text(i, 1) === '6R') setLine(lines, { control: segments.text(i, 2) });
        if (segments.text(i, 1) === 'F8' && record && !other && lines.length === 0) record.original = segments.text(i, 2);
        break;
      case 'DTP':
        if (record && /^(472|434)$/.test(segments.text(i, 1)) && !record.day)
          record.day = expandDate(segments.text(i, 3).slice(0, 8)) ?? '';
        break;
    }
  }
  return records;
}

function setLine(lines: Line[], known: Partial<Line>): void {
  const last = lines.at(-1);
  if (last) Object.assign(last, known);
}
