// 835 → what was paid, taken off and left to the patient: plain postings with the place of each in the file.
import { type Adjustment, readCas } from '../model/adjustment';
import { expandDate } from '../model/dates';
import { parseX12Money } from '../model/money';
import type { X12Document } from '../syntax/x12/read';
import { type Row, rowsOf, transactionsOf } from '../model/x12-transactions';
import type { Writable } from '../syntax/writable';

export interface PlacedAdjustment extends Adjustment {
  /** Number of the CAS segment and of the reason's element. */
  readonly segment: number;
  readonly element: number;
}

export interface ServicePayment {
  /** Number of the SVC segment. */
  readonly segment: number;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** SVC06: the code as it was sent, where the payer changed it. */
  readonly submittedCode: string;
  /** Cents. */
  readonly charge: number;
  readonly paid: number;
  readonly units: number;
  readonly revenue: string;
  /** ISO, '' where absent. */
  readonly from: string;
  readonly to: string;
  /** REF*6R. */
  readonly control: string;
  readonly allowed?: number;
  readonly adjustments: readonly PlacedAdjustment[];
  /** RARC. */
  readonly remarks: readonly { readonly code: string; readonly segment: number }[];
  /** REF*0K. */
  readonly policies: readonly string[];
}

export interface ClaimPayment {
  /** Number of the CLP segment. */
  readonly segment: number;
  /** CLP01: our CLM01. */
  readonly control: string;
  /** CLP02. */
  readonly status: string;
  /** Cents. */
  readonly charge: number;
  readonly paid: number;
  /** CLP05, as the payer states it. */
  readonly patient: number;
  readonly filing: string;
  /** CLP07: goes back as REF*F8 on a replacement. */
  readonly payerNumber: string;
  readonly place: string;
  readonly frequency: string;
  readonly patientName: string;
  readonly member: string;
  /** NM1*74: what the payer has on file instead. */
  readonly corrected?: CorrectedPerson;
  /** NM1*TT: the payer sent the claim on to this one. */
  readonly crossover?: string;
  /** ISO. */
  readonly received?: string;
  /** DTM*232 and 233: days of service of the claim as a whole, ISO. */
  readonly from?: string;
  readonly to?: string;
  readonly references: readonly { readonly qualifier: string; readonly value: string }[];
  /** Of the claim as a whole. */
  readonly adjustments: readonly PlacedAdjustment[];
  /** RARC of MOA or MIA. */
  readonly remarks: readonly { readonly code: string; readonly segment: number }[];
  readonly lines: readonly ServicePayment[];
}

export interface CorrectedPerson {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly member: string;
  readonly segment: number;
}

export interface ProviderAdjustment {
  readonly segment: number;
  readonly provider: string;
  readonly reason: string;
  readonly reference: string;
  /** Cents; positive lowers the payment. */
  readonly amount: number;
}

/** One 835 transaction. */
export interface Remittance {
  readonly interchange: string;
  readonly group: string;
  readonly transaction: string;
  /** Number of the BPR segment. */
  readonly segment: number;
  /** TRN02: number of the check or transfer. */
  readonly trace: string;
  /** BPR16, ISO. */
  readonly date: string;
  /** ACH, CHK, NON, … */
  readonly method: string;
  /** Cents, BPR02; negative for a debit. */
  readonly amount: number;
  readonly payer: { readonly name: string; readonly id: string };
  readonly payee: { readonly name: string; readonly npi: string; readonly taxId: string };
  readonly claims: readonly ClaimPayment[];
  readonly provider: readonly ProviderAdjustment[];
}

/** Those of the claim as a whole and of its lines. */
export function allAdjustments({ adjustments, lines }: ClaimPayment): readonly PlacedAdjustment[] {
  return [...adjustments, ...lines.flatMap((line) => line.adjustments)];
}

/** All remittances of a file. Total: what cannot be read is empty or zero. */
export function read835(document: X12Document): Remittance[] {
  return transactionsOf(document, '835').map(({ interchange, group, transaction }) => {
    const open: OpenRemittance = {
      interchange: interchange.control,
      group: group.control,
      transaction: transaction.control,
      segment: transaction.first,
      trace: '',
      date: '',
      method: '',
      amount: 0,
      payer: { name: '', id: '' },
      payee: { name: '', npi: '', taxId: '' },
      claims: [],
      provider: [],
    };
    const at: Standing = { remittance: open, party: '' };
    for (const row of rowsOf(document, transaction)) readRow(at, row);
    return open;
  });
}

type Remark = { code: string; segment: number };
type OpenLine = Omit<Writable<ServicePayment>, 'adjustments' | 'remarks' | 'policies'> & {
  adjustments: PlacedAdjustment[];
  remarks: Remark[];
  policies: string[];
};
type OpenClaim = Omit<Writable<ClaimPayment>, 'adjustments' | 'remarks' | 'references' | 'lines'> & {
  adjustments: PlacedAdjustment[];
  remarks: Remark[];
  references: { qualifier: string; value: string }[];
  lines: OpenLine[];
};
type OpenRemittance = Omit<Writable<Remittance>, 'claims' | 'provider' | 'payer' | 'payee'> & {
  claims: OpenClaim[];
  provider: ProviderAdjustment[];
  payer: Writable<Remittance['payer']>;
  payee: Writable<Remittance['payee']>;
};

interface Standing {
  readonly remittance: OpenRemittance;
  claim?: OpenClaim;
  line?: OpenLine;
  party: string;
}

function readRow(at: Standing, row: Row): void {
  switch (row.id) {
    case 'CLP':
      return openClaim(at, row);
    case 'SVC':
      return openLine(at, row);
    case 'LX':
      at.claim = at.line = undefined;
      return;
    case 'PLB':
      at.claim = at.line = undefined;
      return readProviderAdjustments(at.remittance, row);
  }
  if (at.line) readLine(at.line, row);
  else if (at.claim) readClaim(at.claim, row);
  else readHeader(at, row);
}

function readHeader(at: Standing, { id, segment, get }: Row): void {
  const { remittance } = at;
  switch (id) {
    case 'BPR': {
      const amount = money(get(2));
      Object.assign(remittance, { segment, amount: get(3) === 'D' ? -amount : amount, method: get(4), date: expandDate(get(16)) ?? '' });
      return;
    }
    case 'TRN':
      remittance.trace = get(2);
      return;
    case 'N1':
      at.party = get(1);
      if (get(1) === 'PR') Object.assign(remittance.payer, { name: get(2), id: get(4) });
      else if (get(1) === 'PE') Object.assign(remittance.payee, { name: get(2), [get(3) === 'FI' ? 'taxId' : 'npi']: get(4) });
      return;
    case 'REF':
      if (at.party === 'PR' && get(1) === '2U') remittance.payer.id = get(2);
      else if (at.party === 'PE' && get(1) === 'TJ') remittance.payee.taxId = get(2);
  }
}

function openClaim(at: Standing, { segment, get }: Row): void {
  at.line = undefined;
  at.remittance.claims.push(
    (at.claim = {
      segment,
      control: get(1).trim(),
      status: get(2),
      charge: money(get(3)),
      paid: money(get(4)),
      patient: money(get(5)),
      filing: get(6),
      payerNumber: get(7),
      place: get(8),
      frequency: get(9),
      patientName: '',
      member: '',
      references: [],
      adjustments: [],
      remarks: [],
      lines: [],
    }),
  );
}

function openLine(at: Standing, { segment, get, parts }: Row): void {
  const [, code = '', ...modifiers] = parts(1);
  at.claim?.lines.push(
    (at.line = {
      segment,
      code,
      modifiers: modifiers.slice(0, 4).filter(Boolean),
      submittedCode: parts(6)[1] ?? '',
      charge: money(get(2)),
      paid: money(get(3)),
      revenue: get(4),
      units: Number(get(5) || 1) || 1,
      from: '',
      to: '',
      control: '',
      adjustments: [],
      remarks: [],
      policies: [],
    }),
  );
}

function readClaim(claim: OpenClaim, row: Row): void {
  const { id, segment, get } = row;
  switch (id) {
    case 'CAS':
      claim.adjustments.push(...adjustments(row));
      return;
    case 'NM1':
      return readName(claim, row);
    case 'MOA':
    case 'MIA':
      for (const n of id === 'MOA' ? [3, 4, 5, 6, 7] : [5, 20, 21, 22, 23]) if (get(n)) claim.remarks.push({ code: get(n), segment });
      return;
    case 'REF':
      claim.references.push({ qualifier: get(1), value: get(2) });
      return;
    case 'DTM':
      if (get(1) === '050') claim.received = expandDate(get(2));
      else if (get(1) === '232') claim.from = expandDate(get(2));
      else if (get(1) === '233') claim.to = expandDate(get(2));
      return;
  }
}

function readName(claim: OpenClaim, { segment, get }: Row): void {
  const last = get(3),
    first = get(4);
  if (get(1) === 'QC') Object.assign(claim, { patientName: [last, first].filter(Boolean).join(', '), member: get(9) });
  else if (get(1) === 'IL' && !claim.member) claim.member = get(9);
  else if (get(1) === '74') claim.corrected = { last, first, middle: get(5), member: get(9), segment };
  else if (get(1) === 'TT') claim.crossover = last;
}

function readLine(line: OpenLine, row: Row): void {
  const { id, segment, get } = row;
  switch (id) {
    case 'CAS':
      line.adjustments.push(...adjustments(row));
      return;
    case 'DTM': {
      const day = expandDate(get(2)) ?? '';
      if (get(1) === '472') Object.assign(line, { from: day, to: day });
      else if (get(1) === '150') Object.assign(line, { from: day, to: line.to || day });
      else if (get(1) === '151') line.to = day;
      return;
    }
    case 'REF':
      if (get(1) === '6R') line.control = get(2);
      else if (get(1) === '0K') line.policies.push(get(2));
      return;
    case 'AMT':
      if (get(1) === 'B6') line.allowed = money(get(2));
      return;
    case 'LQ':
      if (get(2)) line.remarks.push({ code: get(2), segment });
  }
}

function readProviderAdjustments(remittance: OpenRemittance, { segment, get, parts }: Row): void {
  for (let n = 3; n <= 13; n += 2) {
    const [reason = '', reference = ''] = parts(n);
    if (reason === '' && get(n + 1) === '') continue;
    remittance.provider.push({ segment, provider: get(1), reason, reference, amount: money(get(n + 1)) });
  }
}

function adjustments({ segment, get }: Row): PlacedAdjustment[] {
  return readCas(get).map((one) => ({ ...one, segment }));
}

function money(text: string): number {
  return parseX12Money(text) ?? 0;
}
