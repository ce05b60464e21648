// The loops of an X12 transaction as a tree of blocks that reports read: what stands in each, in plain values.
import { expandDate } from '../../model/dates';
import { parseX12Money, readableMoney } from '../../model/money';
import { transactionsOf } from '../../model/x12-transactions';
import { meaningOf } from '../../syntax/x12/codes';
import { loopsOf } from '../../syntax/x12/describe';
import type { LoopInstance } from '../../syntax/x12/loops';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import { capital } from '../wording';
import { nameOf } from './shape';

/** One segment; elements count from 1, absent ones are ''. */
export interface Line {
  readonly id: string;
  get(element: number): string;
  /** The components of an element, at least one. */
  parts(element: number): readonly string[];
  /** The repetitions of an element; none where it is absent. */
  all(element: number): readonly string[];
}

/** One loop with its own segments and the loops within it. */
export interface Block {
  /** Such as `2110C`. */
  readonly id: string;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
}

/** A transaction as a tree; undefined where no guide is known for it. */
function blockOf(document: X12Document, transaction: Transaction): Block | undefined {
  const loops = loopsOf(document, transaction);
  const [root] = loops?.instances ?? [];
  if (!loops || !root) return undefined;
  const made = new Map<LoopInstance, { id: string; lines: Line[]; blocks: Block[] }>();
  for (const instance of loops.instances) {
    const block = { id: instance.id, lines: [], blocks: [] };
    made.set(instance, block);
    if (instance.parent) made.get(instance.parent)?.blocks.push(block);
  }
  for (let i = transaction.first; i < transaction.end; i += 1) {
    const instance = loops.of(i);
    if (instance) made.get(instance)?.lines.push(lineAt(document, i));
  }
  return made.get(root);
}

function lineAt({ segments }: X12Document, segment: number): Line {
  return {
    id: segments.id(segment),
    get: (element) => segments.text(segment, element).trim(),
    parts: (element) => segments.components(segment, element).map((piece) => piece.text.trim()),
    all: (element) =>
      segments
        .repetitions(segment, element)
        .map((piece) => piece.text.trim())
        .filter(Boolean),
  };
}

/** The transactions of a kind, as trees. `like`: the beginning of the guide's version, where a kind has several. */
export function blocksOf(document: X12Document, type: string, like = ''): Block[] {
  return transactionsOf(document, type)
    .filter(({ transaction }) => (transaction.version || transaction.groupVersion).startsWith(like))
    .flatMap(({ transaction }) => blockOf(document, transaction) ?? []);
}

/** All blocks of a kind within, however deep, in the order of the file; not those within another of the kind. */
export function within(block: Block, kind: RegExp): Block[] {
  return block.blocks.flatMap((one) => (kind.test(one.id) ? [one] : within(one, kind)));
}

/** The first segment of a name, with one of the qualifiers in its first element where they are given. */
export function lineOf(block: Block | undefined, id: string, ...qualifiers: readonly string[]): Line | undefined {
  return block?.lines.find((line) => line.id === id && (qualifiers.length === 0 || qualifiers.includes(line.get(1))));
}

export function linesOf(block: Block | undefined, id: string): readonly Line[] {
  return block?.lines.filter((line) => line.id === id) ?? [];
}

/** `Doe, Jane Q` or an organization's name, from NM1 or N1. */
export function partyOf(line: Line | undefined): string {
  if (!line) return '';
  const first = line.id === 'NM1' ? [line.get(4), line.get(5)].filter(Boolean).join(' ') : '';
  return nameOf([line.id === 'NM1' ? line.get(3) : line.get(2), first].filter(Boolean).join(', '));
}

/** A person with the number by which the payer knows them. */
export function memberOf(line: Line | undefined): string {
  const number = line?.get(9);
  return [partyOf(line), number && `member ${number}`].filter(Boolean).join(', ');
}

/** The meaning of a code in plain words, else the code. */
export function words(data: string, code: string): string {
  return meaningOf(data, code) ?? code;
}

/** `1 visit`, `3 visits`; '' without a number. */
export function measured(count: string, unit: string): string {
  const one = unit.replace(/s$/, '');
  const counts = /(visit|day|hour|week|month|year|unit|minute)$/.test(one);
  return count && `${count} ${counts ? `${one}${Number(count) === 1 ? '' : 's'}` : unit}`;
}

/** `2026-09-01`, or two days; what is no date stays as it is. */
export function dayOf(written: string): string {
  const [from = '', to = ''] = written.split('-').map((one) => expandDate(one) ?? one);
  return to && to !== from ? `${from} to ${to}` : from;
}

/** The days of a DTP or DTM segment. */
export function daysOf(line: Line | undefined): string {
  if (!line) return '';
  return line.id === 'DTM' ? dayOf(line.get(2) || line.get(6)) : dayOf(line.get(3));
}

/** The dates of a block, each with what it is the date of. */
export function datesOf(block: Block | undefined): (readonly [string, string])[] {
  return linesOf(block, 'DTP').map((line) => [capital(words('374', line.get(1))), daysOf(line)] as const);
}

/** The same element of all segments of a name. */
export function listOf(block: Block | undefined, id: string, element: number, between = ', '): string {
  return linesOf(block, id)
    .map((line) => line.get(element))
    .join(between);
}

/** An amount with two decimals; '' where there is none. */
export function amountOf(written: string): string {
  const cents = parseX12Money(written);
  return cents === undefined ? written : readableMoney(cents);
}

/** `.2` → `20%`. */
export function percentOf(written: string): string {
  const share = Number(written);
  return written === '' || !Number.isFinite(share) ? written : `${Math.round(share * 10_000) / 100}%`;
}

/** Telephone, address and the like of PER segments, each with its kind. */
export function contactsOf(block: Block | undefined): string {
  return linesOf(block, 'PER')
    .flatMap((line) => [3, 5, 7].flatMap((n) => (line.get(n + 1) ? [`${words('365', line.get(n))} ${line.get(n + 1)}`] : [])))
    .join(', ');
}

/** Facts without those that say nothing. */
export function facts(...all: readonly (readonly [label: string, value: string | undefined])[]): (readonly [string, string])[] {
  return all.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** Why a question was not answered (AAA), with what to do. */
export function refusalsOf(block: Block): string[] {
  return linesOf(block, 'AAA').map((line) => `${capital(words('901', line.get(3)))}: ${words('889', line.get(4))} (${line.get(3)})`);
}
