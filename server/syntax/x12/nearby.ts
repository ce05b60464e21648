// The loops around one segment of a large transaction: walked from the levels above it, without what lies between.
import { type Guide } from './guide';
import { guideOf } from './guides';
import { type Loops, resolveLoops } from './loops';
import { nameNumber } from './names';
import type { Transaction, X12Document } from './read';
import { isWordCode } from './separators';

/** Up to so many segments a transaction is walked as a whole. */
const SMALL = 3000;

const known = new WeakMap<Transaction, Map<number, Loops | undefined>>();

/**
 * The loops as far as a segment and its neighbours know them; undefined where no guide is known, or where the transaction is small
 * enough to be walked as a whole. Loops of one kind in one parent are counted only within the part that is walked.
 */
export function nearbyLoops(document: X12Document, transaction: Transaction, segment: number): Loops | undefined {
  const { first, end } = transaction;
  if (end - first <= SMALL || segment < first || segment >= end) return undefined;
  const guide = guideOf(document, transaction);
  const leads = guide && LEADS[guide.transaction];
  if (!guide || !leads) return undefined;
  const start = lastOf(document, first, segment + 1, leads);
  let parts = known.get(transaction);
  if (!parts) known.set(transaction, (parts = new Map()));
  if (!parts.has(start)) parts.set(start, walkFrom(document, transaction, guide, leads, start));
  return parts.get(start);
}

/** The first segment from one on and before another that begins something that such a transaction holds many of; `end` where there is none. */
export function nextLead({ segments: { names } }: X12Document, { transaction }: Guide, from: number, end: number): number {
  const [one, other = one] = LEAD_NUMBERS[transaction] ?? [];
  if (one === undefined) return end;
  let at = from;
  while (at < end && names[at] !== one && names[at] !== other) at += 1;
  return at;
}

/** The segments that begin what such transactions hold many of, from the outside in. */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  '837': ['HL'],
  '277': ['HL'],
  '276': ['HL'],
  '270': ['HL'],
  '271': ['HL'],
  '278': ['HL'],
  '835': ['LX', 'CLP'],
  '834': ['INS'],
  '820': ['ENT', 'RMR'],
  '999': ['AK2'],
};

const LEAD_NUMBERS: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  Object.entries(LEADS).map(([transaction, leads]) => [transaction, leads.map(nameNumber)]),
);

function walkFrom(
  document: X12Document,
  transaction: Transaction,
  guide: Guide,
  leads: readonly string[],
  start: number,
): Loops | undefined {
  const { first, end } = transaction;
  const stop = nextOf(document, start + 1, end, leads);
  if (start === first) return resolveLoops(document, transaction, guide, [[first, stop]]);
  const head = nextOf(document, first + 1, end, leads);
  const above = leads[0] === 'HL' ? levelsAbove(document, first, start) : leadsAbove(document, first, start, leads);
  return resolveLoops(document, transaction, guide, [[first, head], ...above.map((one) => [one, one + 1] as const), [start, stop]]);
}

/** The levels that a level names as those above it, outermost first. */
function levelsAbove({ segments, text }: X12Document, first: number, start: number): number[] {
  const above: number[] = [];
  let wanted = segments.text(start, 2);
  for (let i = start - 1; i > first && wanted !== ''; i -= 1) {
    if (!isNamed(text, segments.starts[i], 'HL') || segments.text(i, 1) !== wanted) continue;
    above.unshift(i);
    wanted = segments.text(i, 2);
  }
  return above;
}

/** The last segment of each outer kind before one. */
function leadsAbove(document: X12Document, first: number, start: number, leads: readonly string[]): number[] {
  const {
    text,
    segments: { starts },
  } = document;
  const depth = leads.findIndex((lead) => isNamed(text, starts[start], lead));
  const above: number[] = [];
  let before = start;
  for (let n = depth - 1; n >= 0; n -= 1) {
    const at = lastOf(document, first, before, [leads[n]]);
    if (at > first) above.unshift((before = at));
  }
  return above;
}

/** The last segment of some names from `first` to before `end`; `first` where there is none. */
function lastOf({ text, segments: { starts } }: X12Document, first: number, end: number, names: readonly string[]): number {
  for (let i = end - 1; i > first; i -= 1) for (const name of names) if (isNamed(text, starts[i], name)) return i;
  return first;
}

function nextOf({ text, segments: { starts } }: X12Document, from: number, end: number, names: readonly string[]): number {
  for (let i = from; i < end; i += 1) for (const name of names) if (isNamed(text, starts[i], name)) return i;
  return end;
}

function isNamed(text: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i += 1) {
    const code = text.charCodeAt(start + i),
      wanted = name.charCodeAt(i);
    // Names in small letters are names all the same.
    if (code !== wanted && code - 32 !== wanted) return false;
  }
  return !isWordCode(text.charCodeAt(start + name.length));
}
