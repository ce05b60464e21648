// TA1, 999 and 277CA: what came in, what was wrong with it, which claims were taken in.
import { compactDate, expandDate } from '../model/dates';
import { groupBy } from '../model/group-by';
import { formatX12Money, sum } from '../model/money';
import { isCpt, isHcpcs } from '../model/procedure-codes';
import type { SegmentValue } from '../syntax/x12/write';
import { type Occasion, writeAnswer } from './envelope';
import type { Status } from './front-door';
import { firstDay } from './memory';
import type { Person, SubmittedClaim, SubmittedLine, Submission } from './submission';
import { type GroupReport, type Receipt, type StructureError, type TransactionReport, hasOwnName } from './structure';

/** TA1. */
export function writeTa1(occasion: Occasion, control: string, receipt: Receipt): string {
  const date = compactDate(occasion.date).slice(2);
  const known = /^\d{1,9}$/.test(control) ? control.padStart(9, '0') : '000000000';
  return writeAnswer(occasion, 'ta1', undefined, [['TA1', known, date, occasion.time, receipt.refused ? 'R' : 'A', receipt.code]]);
}

/** 999: a transaction for each group that came in. */
export function write999(occasion: Occasion, reports: readonly GroupReport[]): string {
  const segments = reports.flatMap((report, i): SegmentValue[] => [
    ['ST', '999', String(i + 1).padStart(4, '0'), '005010X231A1'],
    ['AK1', report.group.functionalId, report.group.control, report.group.version],
    ...named(report).flatMap(({ transaction, errors, codes }): SegmentValue[] => [
      ['AK2', transaction.type, transaction.control, transaction.version.slice(0, 35)],
      ...errorSegments(errors),
      ['IK5', codes.length > 0 ? 'R' : 'A', ...codes.slice(0, 5)],
    ]),
    groupResult(report),
    ['SE'],
  ]);
  return writeAnswer(occasion, '999', { id: 'FA', version: '005010X231A1' }, segments);
}

/** Those that are spoken of one by one: of a group that is refused as a whole only what is wrong in itself. */
function named({ transactions, codes }: GroupReport): readonly TransactionReport[] {
  return transactions.filter((one) => hasOwnName(one.transaction) && (codes.length === 0 || one.refused));
}

/** Errors of one segment share its IK3. A segment without a name, or with more than a name, cannot be spoken of. */
function errorSegments(errors: readonly StructureError[]): SegmentValue[] {
  const known = errors.filter((one) => /^[A-Z][A-Z\d]{1,2}$/.test(one.segment));
  const bySegment = groupBy(known.slice(0, MOST_ERRORS), (one) => [one.segment, one.position, one.code].join('|'));
  return [...bySegment.values()].flatMap((own): SegmentValue[] => {
    const [first] = own;
    return [
      // A loop's name has four signs there: 2010AA is written 2010.
      ['IK3', first.segment, first.position, first.loop.slice(0, 4), first.code],
      ...(first.claim ? [['CTX', ['CLM01', first.claim.slice(0, 35)]] satisfies SegmentValue] : []),
      ...own.flatMap((one): SegmentValue[] =>
        one.element === undefined ? [] : [['IK4', [one.element, one.component, one.repetition], one.data, one.elementCode, one.bad]],
      ),
    ];
  });
}

const MOST_ERRORS = 500;

function groupResult({ transactions, codes, group }: GroupReport): SegmentValue {
  const good = codes.length > 0 ? 0 : transactions.filter((one) => !one.refused).length;
  const all = transactions.length;
  return ['AK9', good === 0 ? 'R' : good < all ? 'P' : 'A', group.transactions.length, all, good, ...codes.slice(0, 5)];
}

/** A claim at the front door. */
export interface Received {
  readonly claim: SubmittedClaim;
  /** One at least: everything that is said of the claim and of its lines. */
  readonly statuses: readonly Status[];
  readonly accepted: boolean;
  /** The payer's number of an accepted claim. */
  readonly payerNumber?: string;
  readonly source: { readonly id: string; readonly name: string; readonly known: boolean };
}

/** Accepted, and on its way to whoever decides. */
export const TAKEN_IN: Status = { category: 'A2', status: '20' };

/** 277CA: a transaction for each payer of each transaction that came in. */
export function write277ca(
  occasion: Occasion,
  batches: readonly { readonly submission: Submission; readonly claims: readonly Received[] }[],
): string {
  let n = 0;
  const segments = batches.flatMap(({ submission, claims }) =>
    [...groupBy(claims, (one) => `${one.source.id}|${one.source.known}`).values()].flatMap((own) =>
      transaction277(occasion, submission, own, String(++n).padStart(4, '0')),
    ),
  );
  return writeAnswer(occasion, '277ca', { id: 'HN', version: '005010X214' }, segments);
}

function transaction277(occasion: Occasion, submission: Submission, claims: readonly Received[], control: string): SegmentValue[] {
  const date = compactDate(occasion.date);
  const source = claims[0]?.source;
  const reference = submission.reference || submission.transaction.control;
  const total = formatX12Money(sum(claims.map((one) => one.claim.charge)));
  const segments: SegmentValue[] = [
    ['ST', '277', control, '005010X214'],
    ['BHT', '0085', '08', `${reference}${control}`.slice(0, 50), date, occasion.time, 'TH'],
    ['HL', 1, '', '20', '1'],
    source?.known
      ? ['NM1', 'PR', '2', source.name.slice(0, 60), '', '', '', '', 'PI', source.id]
      : ['NM1', 'AY', '2', 'TRAINING PAYER', '', '', '', '', '46', occasion.from.id],
    ['TRN', '1', `${submission.interchange.control}${submission.transaction.control}`],
    ['DTP', '050', 'D8', date],
    ['DTP', '009', 'D8', date],
    ['HL', 2, 1, '21', '1'],
    ['NM1', '41', ...nameOf(submission.submitter), '46', submission.submitter.id || occasion.to.id],
    ['TRN', '2', reference],
    ['STC', ['A1', '19', 'PR'], date, 'WQ', total],
    ...totals(claims, '90', 'AA'),
  ];
  let level = 2;
  for (const own of groupBy(claims, (one) => one.claim.billing.npi || one.claim.billing.taxId).values()) {
    const provider = ++level;
    const billing = own[0]?.claim.billing;
    if (!billing) continue;
    segments.push(
      ['HL', provider, 2, '19', '1'],
      ['NM1', '85', ...nameOf(billing.name), billing.npi ? 'XX' : 'FI', billing.npi || billing.taxId],
      ['TRN', '1', '0'],
      ['STC', ['A1', '19', 'PR'], '', 'WQ', formatX12Money(sum(own.map((one) => one.claim.charge)))],
      ...(billing.taxId ? [['REF', 'TJ', billing.taxId] satisfies SegmentValue] : []),
      ...totals(own, 'QA', 'QC'),
    );
    for (const one of own) for (const segment of patientSegments(one, ++level, provider, date)) segments.push(segment);
  }
  segments.push(['SE']);
  return segments;
}

function patientSegments(
  { claim, statuses, accepted, payerNumber }: Received,
  level: number,
  provider: number,
  date: string,
): SegmentValue[] {
  // A service or charge that cannot be one has no place in a line of the answer: the claim is told.
  const lineOf = ({ line }: Status) => claim.lines.find((one) => one.position === line && isRepeatable(one));
  const own = statuses.filter((one) => !lineOf(one));
  const ofLines = groupBy(
    statuses.filter((one) => lineOf(one)),
    (one) => String(one.line),
  );
  // Where only lines are at fault the claim is told to look there.
  const ofClaim = own.length > 0 ? own : statuses.slice(0, 1).map(({ category }): Status => ({ category, status: '247' }));
  return [
    ['HL', level, provider, 'PT'],
    ['NM1', 'QC', ...nameOf(claim.patient, '1'), 'MI', claim.subscriber.id || 'UNKNOWN'],
    ['TRN', '2', claim.control],
    ...ofClaim.map((one): SegmentValue => {
      const amount = formatX12Money(claim.charge);
      return ['STC', codeOf(one), date, accepted ? 'WQ' : 'U', amount, '', '', '', '', '', '', '', one.message];
    }),
    ...(payerNumber ? [['REF', '1K', payerNumber] satisfies SegmentValue] : []),
    // The guide wants a day also where the claim has none.
    ...serviceDates(firstDay(claim) || expandDate(date) || '', lastDay(claim)),
    ...[...ofLines.values()].flatMap((ones): SegmentValue[] => {
      const line = lineOf(ones[0]);
      if (!line) return [];
      const codes = new Map(ones.map((one) => [codeOf(one).join(':'), codeOf(one)]));
      return [
        ['SVC', [line.qualifier || 'HC', line.code, ...line.modifiers], formatX12Money(line.charge)],
        ...[...codes.values()].map((code): SegmentValue => ['STC', code, date, 'U']),
        ['REF', 'FJ', line.control || String(line.position)],
        ...serviceDates(line.from, line.to),
      ];
    }),
  ];
}

function isRepeatable({ qualifier, code, charge }: SubmittedLine): boolean {
  return charge >= 0 && code !== '' && ((qualifier || 'HC') !== 'HC' || isCpt(code) || isHcpcs(code));
}

function codeOf({ category, status, entity = '' }: Status): string[] {
  return [category, status, entity];
}

function lastDay({ lines }: SubmittedClaim): string {
  return (
    lines
      .map((one) => one.to || one.from)
      .sort()
      .at(-1) ?? ''
  );
}

function serviceDates(from: string, to: string): SegmentValue[] {
  if (from === '') return [];
  return [
    from === to || to === '' ? ['DTP', '472', 'D8', compactDate(from)] : ['DTP', '472', 'RD8', `${compactDate(from)}-${compactDate(to)}`],
  ];
}

function totals(claims: readonly Received[], accepted: string, refused: string): SegmentValue[] {
  const good = claims.filter((one) => one.accepted),
    bad = claims.filter((one) => !one.accepted);
  const amount = (own: readonly Received[]): string => formatX12Money(sum(own.map((one) => one.claim.charge)));
  return [
    ...(good.length > 0 ? [['QTY', accepted, good.length] satisfies SegmentValue] : []),
    ...(bad.length > 0 ? [['QTY', refused, bad.length] satisfies SegmentValue] : []),
    ...(good.length > 0 ? [['AMT', 'YU', amount(good)] satisfies SegmentValue] : []),
    ...(bad.length > 0 ? [['AMT', 'YY', amount(bad)] satisfies SegmentValue] : []),
  ];
}

/** NM102 to NM107. */
export function nameOf(person: Person, type?: '1' | '2'): [string, string, string, string, string, string] {
  return [type ?? (person.person ? '1' : '2'), person.last, person.first, person.middle, '', person.suffix];
}
