// 835 (005010X221A1): the money. One transaction for each payer and practice, balanced on every level.
import { casSegments } from '../model/adjustment';
import { compactDate } from '../model/dates';
import { formatX12Money, sum } from '../model/money';
import type { SegmentValue } from '../syntax/x12/write';
import type { DecidedLine, Decision } from './adjudicate';
import type { TrainingContract } from './contract';
import { type Occasion, writeAnswer } from './envelope';
import { nameOf } from './write-acknowledgements';
import type { BillingProvider, SubmittedClaim, SubmittedLine } from './submission';

/** A claim with its decision: paid, denied, or taken back. */
export interface Settled {
  readonly claim: SubmittedClaim;
  readonly payerNumber: string;
  readonly decision: Decision;
  /** The number of the claim that this one replaces. */
  readonly original?: string;
}

/** Everything that one payer tells one practice in one file. */
export interface Remittance {
  readonly contract: TrainingContract;
  readonly payee: BillingProvider;
  readonly claims: readonly Settled[];
  /** Cents that the practice owed before. */
  readonly owed: number;
}

/** The file. */
export function write835(occasion: Occasion, remittances: readonly Remittance[]): string {
  const segments = remittances.flatMap((one, i) => transaction(occasion, one, i + 1));
  return writeAnswer(occasion, '835', { id: 'HP', version: '005010X221A1' }, segments);
}

/** What the claims of a remittance come to, and what is kept back or carried forward so that the payment is never below zero. */
export function settle(remittance: Remittance): { readonly total: number; readonly carried: number; readonly paid: number } {
  const total = sum(remittance.claims.map((one) => one.decision.paid));
  // Positive lowers the payment (an old balance is taken), negative raises it to zero (a new balance is carried forward).
  const carried = total < 0 ? total : Math.min(total, remittance.owed);
  return { total, carried, paid: total - carried };
}

function transaction(occasion: Occasion, remittance: Remittance, n: number): SegmentValue[] {
  const { contract, payee, claims } = remittance;
  const date = compactDate(occasion.date);
  const trace = `${date}${String(occasion.control).padStart(9, '0')}${n}`;
  const { carried, paid } = settle(remittance);
  const segments: SegmentValue[] = [
    ['ST', '835', String(n).padStart(4, '0')],
    ['BPR', paid > 0 ? 'I' : 'H', formatX12Money(paid), 'C', paid > 0 ? 'CHK' : 'NON', '', '', '', '', '', '', '', '', '', '', '', date],
    ['TRN', '1', trace, `1${contract.payerId.replace(/\D/g, '').padStart(9, '0').slice(-9)}`],
    ['DTM', '405', date],
    ['N1', 'PR', contract.name.slice(0, 60)],
    ...payerAddress(contract),
    ['REF', '2U', contract.payerId],
    ['PER', 'BL', 'TRAINING PAYER', 'TE', '8005550100'],
    [
      'N1',
      'PE',
      [payee.name.last, payee.name.first].filter(Boolean).join(', ').slice(0, 60),
      ...(payee.npi ? ['XX', payee.npi] : ['FI', payee.taxId]),
    ],
    ...payee.address.map(([id = '', ...elements]): SegmentValue => [id, ...elements]),
    ...(payee.npi && payee.taxId ? [['REF', 'TJ', payee.taxId] satisfies SegmentValue] : []),
    ['LX', 1],
  ];
  for (const one of claims) for (const segment of claimSegments(one, occasion)) segments.push(segment);
  if (carried !== 0)
    segments.push(['PLB', payee.npi || payee.taxId, `${occasion.date.slice(0, 4)}1231`, ['FB', trace], formatX12Money(carried)]);
  segments.push(['SE']);
  return segments;
}

/** The guide wants an address; a payer without one on file gets that of the training payer. */
function payerAddress({ payer }: TrainingContract): SegmentValue[] {
  const address = payer.address?.value;
  if (!address)
    return [
      ['N3', '1 TRAINING WAY'],
      ['N4', 'SPRINGFIELD', 'IL', '627010001'],
    ];
  return [
    ['N3', address.street.slice(0, 55), (address.second ?? '').slice(0, 55)],
    ['N4', address.city.slice(0, 30), address.state, address.zip.value],
  ];
}

function claimSegments({ claim, payerNumber, decision, original }: Settled, occasion: Occasion): SegmentValue[] {
  const { patient, subscriber } = claim;
  return [
    [
      'CLP',
      claim.control,
      decision.status,
      formatX12Money(decision.charge),
      formatX12Money(decision.paid),
      decision.patient === 0 ? '' : formatX12Money(decision.patient),
      filing(claim.filing),
      payerNumber,
      claim.place,
      claim.frequency,
    ],
    ['NM1', 'QC', ...nameOf(patient, '1'), 'MI', subscriber.id],
    ...(claim.isSubscriber ? [] : [['NM1', 'IL', ...nameOf(subscriber), 'MI', subscriber.id] satisfies SegmentValue]),
    ...(claim.rendering?.id ? [['NM1', '82', ...nameOf(claim.rendering), 'XX', claim.rendering.id] satisfies SegmentValue] : []),
    ...(original ? [['REF', 'F8', original] satisfies SegmentValue] : []),
    ['DTM', '050', compactDate(occasion.date)],
    ...decision.lines.flatMap((line) => lineSegments(line, claim.lines[line.position - 1])),
  ];
}

/** CLP06 knows fewer kinds of insurance than a claim does. */
function filing(code: string): string {
  if (/^(1[2-7]|AM|CH|DS|HM|LM|M[ABC]|OF|TV|VA|WC)$/.test(code)) return code;
  return { CI: '12', BL: '12', FI: 'OF' }[code] ?? 'ZZ';
}

function lineSegments(decided: DecidedLine, line: SubmittedLine | undefined): SegmentValue[] {
  if (!line) return [];
  return [
    [
      'SVC',
      [line.qualifier || 'HC', line.code, ...line.modifiers],
      formatX12Money(decided.charge),
      formatX12Money(decided.paid),
      '',
      String(line.units),
    ],
    ...serviceDates(line),
    ...casSegments(decided.adjustments),
    ...(line.control ? [['REF', '6R', line.control] satisfies SegmentValue] : []),
    ...(decided.allowed === 0 ? [] : [['AMT', 'B6', formatX12Money(decided.allowed)] satisfies SegmentValue]),
    ...decided.remarks.map((remark): SegmentValue => ['LQ', 'HE', remark]),
  ];
}

function serviceDates({ from, to }: SubmittedLine): SegmentValue[] {
  if (from === '') return [];
  if (to === '' || from === to) return [['DTM', '472', compactDate(from)]];
  return [
    ['DTM', '150', compactDate(from)],
    ['DTM', '151', compactDate(to)],
  ];
}
