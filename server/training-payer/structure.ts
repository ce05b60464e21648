// Reads an 837 as a strict receiver does and lists what a 999 must say about each transaction.
import { expandDate } from '../model/dates';
import { parseX12Money } from '../model/money';
import type { Group, Transaction, X12Document } from '../syntax/x12/read';

/** An IK3, and an IK4 where an element is at fault. */
export interface StructureError {
  readonly segment: string;
  /** Counts from ST as 1. */
  readonly position: number;
  readonly loop: string;
  /** IK304. */
  readonly code: string;
  readonly element?: number;
  readonly component?: number;
  /** IK403. */
  readonly elementCode?: string;
  readonly bad?: string;
  /** CLM01 of the claim in which it stands. */
  readonly claim?: string;
}

export interface TransactionReport {
  readonly transaction: Transaction;
  readonly errors: readonly StructureError[];
  /** IK502 and on: what is wrong with the transaction as a whole. */
  readonly codes: readonly string[];
  readonly refused: boolean;
}

export interface GroupReport {
  readonly group: Group;
  readonly transactions: readonly TransactionReport[];
  /** AK905 and on. */
  readonly codes: readonly string[];
}

const VERSIONS = /^005010X22(2|3|4)(A\d)?$/;

/** Checks a functional group and everything in it. */
export function checkGroup(document: X12Document, group: Group): GroupReport {
  const { segments } = document;
  const codes: string[] = [];
  if (group.functionalId !== 'HC') codes.push('1');
  if (!VERSIONS.test(group.version)) codes.push('2');
  if (group.ge === undefined) codes.push('3');
  else {
    if (segments.text(group.ge, 2) !== group.control) codes.push('4');
    if (Number(segments.text(group.ge, 1)) !== group.transactions.length) codes.push('5');
  }
  return { group, codes, transactions: group.transactions.map((transaction) => checkTransaction(document, transaction, group)) };
}

function checkTransaction(document: X12Document, transaction: Transaction, group: Group): TransactionReport {
  const { segments } = document;
  const codes: string[] = [];
  if (transaction.type !== '837') codes.push('6');
  if (!VERSIONS.test(transaction.version)) codes.push('I5');
  if (transaction.se === undefined) codes.push('2');
  else {
    if (segments.text(transaction.se, 2) !== transaction.control) codes.push('3');
    if (Number(segments.text(transaction.se, 1)) !== transaction.end - transaction.first) codes.push('4');
  }
  if (group.transactions.some((other) => other !== transaction && other.control === transaction.control)) codes.push('23');
  const errors = transaction.type === '837' ? checkSegments(document, transaction) : [];
  if (errors.length > 0) codes.push('5');
  return { transaction, errors, codes, refused: codes.length > 0 };
}

/** What must stand in a loop once it is open, and where its absence is reported. */
interface Open {
  readonly loop: string;
  readonly wanted: Set<string>;
  readonly position: number;
}

function checkSegments(document: X12Document, transaction: Transaction): StructureError[] {
  const { segments } = document;
  const errors: StructureError[] = [];
  let claim: string | undefined;
  let open: Open[] = [{ loop: '', wanted: new Set(['BHT']), position: 1 }];
  let levels = 0;
  let claims = 0;
  const close = (until: number, position: number): void => {
    for (const { loop, wanted } of open.slice(until)) {
      for (const segment of wanted) errors.push({ segment, position, loop, code: '3', ...(claim !== undefined && { claim }) });
    }
    open = open.slice(0, until);
  };
  const found = (key: string): void => {
    for (const each of open) each.wanted.delete(key);
  };
  for (let i = transaction.first; i < transaction.end; i++) {
    const id = segments.id(i);
    const position = i - transaction.first + 1;
    const get = (n: number): string => segments.text(i, n);
    const wrong = (element: number, elementCode: string, loop: string, component?: number): void => {
      const bad = component ? segments.component(i, element, component).text : get(element);
      errors.push({
        segment: id, position, loop, code: '8', element, elementCode,
        ...(component && { component }), ...(bad && { bad: bad.slice(0, 99) }), ...(claim !== undefined && { claim }),
      });
    };
    switch (id) {
      case 'HL':
        close(1, position);
        claim = undefined;
        levels++;
        if (get(1) !== String(levels)) wrong(1, '7', 'HL');
        open.push(levelOf(get(3), position));
        break;
      case 'CLM':
        close(2, position);
        claims++;
        claim = get(1) || undefined;
        open.push({ loop: '2300', wanted: new Set(['HI', 'LX']), position });
        if (get(1) === '') wrong(1, '1', '2300');
        if (parseX12Money(get(2)) === undefined) wrong(2, get(2) === '' ? '1' : '6', '2300');
        break;
      case 'LX':
        found('LX');
        close(3, position);
        open.push({ loop: '2400', wanted: new Set(['SV1', 'DTP']), position });
        break;
      case 'SV1':
        if (segments.component(i, 1, 2).text === '') wrong(1, '1', '2400', 2);
        if (parseX12Money(get(2)) === undefined) wrong(2, get(2) === '' ? '1' : '6', '2400');
        if (get(7) === '') wrong(7, '1', '2400', 1);
        segments.components(i, 7).forEach((pointer, n) => {
          if (pointer.text !== '' && !/^([1-9]|1[0-2])$/.test(pointer.text)) wrong(7, '7', '2400', n + 1);
        });
        found('SV1');
        break;
      case 'SV2': case 'SV3': found('SV1'); found('DTP'); break;
      case 'DTP':
        if (get(1) === '472' && open.length > 3) found('DTP');
        if (get(3).split('-').some((day) => !expandDate(day.slice(0, 8)))) wrong(3, '8', open.at(-1)?.loop ?? '');
        break;
      case 'NM1':
        found(`NM1${get(1)}`);
        if (/^(85|IL|PR|41|40)$/.test(get(1)) && open.length < 3) {
          if (get(3) === '') wrong(3, '1', loopOf(get(1)));
          if (get(9) === '') wrong(9, '1', loopOf(get(1)));
        }
        break;
      default: found(id);
    }
  }
  close(0, transaction.end - transaction.first);
  if (claims === 0) errors.push({ segment: 'CLM', position: transaction.end - transaction.first, loop: '2300', code: '3' });
  return errors.map((error) => ({ ...error, segment: error.segment.slice(0, 3) }));
}

function levelOf(code: string, position: number): Open {
  const wanted: Record<string, string[]> = { 20: ['NM185'], 22: ['SBR', 'NM1IL', 'NM1PR'], 23: ['PAT', 'NM1QC'] };
  return { loop: { 20: '2010AA', 22: '2000B', 23: '2000C' }[code] ?? '', wanted: new Set(wanted[code] ?? []), position };
}

function loopOf(role: string): string {
  return { 85: '2010AA', IL: '2010BA', PR: '2010BB', 41: '1000A', 40: '1000B' }[role] ?? '';
}
