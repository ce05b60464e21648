// 277CA → which claims were taken in and which were turned away, and why. A 277 that answers a question is read the same way.
import { expandDate } from '../model/dates';
import { parseX12Money } from '../model/money';
import type { X12Document } from '../syntax/x12/read';
import { type Row, rowsOf, transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';

export interface ClaimStatus {
  readonly category: string;
  readonly status: string;
  /** Who is meant: IL subscriber, QC patient, 85 billing, … */
  readonly entity: string;
  /** ISO. */
  readonly date: string;
  /** WQ taken in, U turned away. */
  readonly action: string;
  /** Cents. */
  readonly amount: number;
  /** STC12. */
  readonly message: string;
  readonly segment: number;
}

export interface ClaimAnswer {
  /** TRN02: our CLM01. */
  readonly control: string;
  readonly patientName: string;
  readonly member: string;
  /** REF*1K. */
  readonly payerNumber: string;
  /** REF*D9. */
  readonly clearinghouseNumber: string;
  /** DTP*472 as written: a day, or two. */
  readonly service: string;
  readonly statuses: readonly ClaimStatus[];
  readonly lines: readonly {
    readonly code: string;
    readonly modifiers: readonly string[];
    /** REF*FJ: our REF*6R. */
    readonly control: string;
    readonly statuses: readonly ClaimStatus[];
    readonly segment: number;
  }[];
  readonly segment: number;
}

export interface BatchAnswer {
  readonly source: { readonly id: string; readonly name: string };
  /** TRN02 of the submitter's level: our BHT03. */
  readonly reference: string;
  /** DTP*050 and 009, ISO: when the payer had it, and when it looked at it. */
  readonly received: string;
  readonly processed: string;
  /** QTY and AMT of the submitter's level, as written. */
  readonly accepted: BatchTotal;
  readonly refused: BatchTotal;
  /** Of the batch and of providers: they speak of no single claim. */
  readonly statuses: readonly ClaimStatus[];
  readonly claims: readonly ClaimAnswer[];
}

/** '' where the payer does not say it. */
export interface BatchTotal {
  readonly count: string;
  readonly amount: string;
}

const REFUSED = new Set(['A3', 'A4', 'A6', 'A7', 'A8']);

/** Was it turned away? */
export function isRefused({ category, action }: ClaimStatus): boolean {
  return REFUSED.has(category) || action === 'U';
}

/** All batches of a file. */
export function read277ca(document: X12Document): BatchAnswer[] {
  return transactionsOf(document, '277').map(({ transaction }) => {
    const batch: OpenBatch = {
      source: { id: '', name: '' },
      reference: '',
      received: '',
      processed: '',
      accepted: { count: '', amount: '' },
      refused: { count: '', amount: '' },
      statuses: [],
      claims: [],
    };
    const at: Standing = { batch, level: '', name: '', member: '' };
    for (const row of rowsOf(document, transaction)) readRow(at, row);
    return batch;
  });
}

type OpenLine = Omit<Writable<ClaimAnswer['lines'][number]>, 'statuses'> & { statuses: ClaimStatus[] };
type OpenClaim = Omit<Writable<ClaimAnswer>, 'statuses' | 'lines'> & { statuses: ClaimStatus[]; lines: OpenLine[] };
type OpenBatch = Omit<Writable<BatchAnswer>, 'statuses' | 'claims' | 'accepted' | 'refused'> & {
  accepted: Writable<BatchTotal>;
  refused: Writable<BatchTotal>;
  statuses: ClaimStatus[];
  claims: OpenClaim[];
};

interface Standing {
  readonly batch: OpenBatch;
  level: string;
  name: string;
  member: string;
  claim?: OpenClaim;
  line?: OpenLine;
}

/** Levels of subscriber, dependent and patient: what is traced there is a claim. */
const PATIENT = new Set(['PT', '22', '23']);

function readRow(at: Standing, row: Row): void {
  const { id, segment, get, parts } = row;
  switch (id) {
    case 'HL':
      Object.assign(at, { level: get(3), claim: undefined, line: undefined });
      return;
    case 'NM1':
      if (at.level === '20') at.batch.source = { id: get(9), name: get(3) };
      else if (PATIENT.has(at.level)) Object.assign(at, { name: [get(3), get(4)].filter(Boolean).join(', '), member: get(9) });
      return;
    case 'TRN':
      if (at.level === '21') at.batch.reference = get(2);
      else if (PATIENT.has(at.level)) {
        at.line = undefined;
        at.batch.claims.push(
          (at.claim = {
            control: get(2).trim(),
            patientName: at.name,
            member: at.member,
            payerNumber: '',
            clearinghouseNumber: '',
            service: '',
            statuses: [],
            lines: [],
            segment,
          }),
        );
      }
      return;
    case 'SVC': {
      const [, code = '', ...modifiers] = parts(1);
      at.claim?.lines.push((at.line = { code, modifiers: modifiers.slice(0, 4).filter(Boolean), control: '', statuses: [], segment }));
      return;
    }
    case 'STC':
      (at.line ?? at.claim ?? at.batch).statuses.push(...statusesOf(row));
      return;
    case 'DTP':
      if (at.level === '20' && get(1) === '050') at.batch.received = expandDate(get(3)) ?? '';
      else if (at.level === '20' && get(1) === '009') at.batch.processed = expandDate(get(3)) ?? '';
      else if (at.claim && !at.line && get(1) === '472') at.claim.service = get(3);
      return;
    case 'QTY':
      if (at.level === '21') (get(1) === 'AA' ? at.batch.refused : at.batch.accepted).count = get(2);
      return;
    case 'AMT':
      if (at.level === '21') (get(1) === 'YY' ? at.batch.refused : at.batch.accepted).amount = get(2);
      return;
    case 'REF':
      if (at.line && get(1) === 'FJ') at.line.control = get(2);
      else if (at.claim && get(1) === '1K') at.claim.payerNumber = get(2);
      else if (at.claim && get(1) === 'D9') at.claim.clearinghouseNumber = get(2);
  }
}

/** STC01, and STC10 and STC11 where they say more. */
function statusesOf({ segment, get, parts }: Row): ClaimStatus[] {
  return [1, 10, 11].flatMap((n) => {
    const [category = '', status = '', entity = ''] = parts(n);
    if (category === '') return [];
    return [
      {
        category,
        status,
        entity,
        date: expandDate(get(2)) ?? '',
        action: get(3),
        amount: parseX12Money(get(4)) ?? 0,
        message: get(12),
        segment,
      },
    ];
  });
}
