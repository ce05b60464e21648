// The loops around one segment of a large transaction: walked from the levels above it, without what lies between.
import { type Guide } from './guide';
import { guideOf } from './guides';
import { type Loops, resolveLoops } from './loops';
import { nameNumber } from './names';
import type { Transaction, X12Document } from './read';

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
  const leads = guide && leadsOf(guide);
  if (!guide || !leads) return undefined;
  const start = lastOf(document, first, segment + 1, leads);
  let parts = known.get(transaction);
  if (!parts) known.set(transaction, (parts = new Map()));
  if (!parts.has(start)) parts.set(start, walkFrom(document, transaction, guide, leads, start));
  return parts.get(start);
}

/** The first segment from one on and before another that begins something that such a transaction holds many of; `end` where there is none. */
export function nextLead(document: X12Document, guide: Guide, from: number, end: number): number {
  const leads = leadsOf(guide);
  return leads ? nextOf(document, from, end, leads) : end;
}

/** The numbers of names that begin what such transactions hold many of, from the outside in: one or two. */
type Leads = readonly [outer: number, inner?: number];

const HL = nameNumber('HL');
const LEADS: Readonly<Record<string, Leads>> = {
  '837': [HL],
  '277': [HL],
  '276': [HL],
  '270': [HL],
  '271': [HL],
  '278': [HL],
  '835': [nameNumber('LX'), nameNumber('CLP')],
  '834': [nameNumber('INS')],
  '820': [nameNumber('ENT'), nameNumber('RMR')],
  '999': [nameNumber('AK2')],
};

const leadsOf = ({ transaction }: Guide): Leads | undefined => LEADS[transaction];

function walkFrom(document: X12Document, transaction: Transaction, guide: Guide, leads: Leads, start: number): Loops | undefined {
  const { first, end } = transaction;
  const stop = nextOf(document, start + 1, end, leads);
  if (start === first) return resolveLoops(document, transaction, guide, [[first, stop]]);
  const head = nextOf(document, first + 1, end, leads);
  const above = leads[0] === HL ? levelsAbove(document, first, start) : leadsAbove(document, first, start, leads);
  return resolveLoops(document, transaction, guide, [[first, head], ...above.map((one) => [one, one + 1] as const), [start, stop]]);
}

/** The levels that a level names as those above it, outermost first. */
function levelsAbove({ segments, text }: X12Document, first: number, start: number): number[] {
  const above: number[] = [];
  const { names, starts } = segments;
  let wanted = segments.text(start, 2);
  for (let i = start - 1; i > first && wanted !== ''; i -= 1) {
    if (names[i] !== HL || !text.startsWith(wanted, starts[i] + 3) || segments.text(i, 1) !== wanted) continue;
    above.unshift(i);
    wanted = segments.text(i, 2);
  }
  return above;
}

/** The last segment of each outer kind before one. */
function leadsAbove(document: X12Document, first: number, start: number, [outer]: Leads): number[] {
  if (document.segments.names[start] === outer) return [];
  const at = lastOf(document, first, start, [outer]);
  return at > first ? [at] : [];
}

/** The last segment of some names from `first` to before `end`; `first` where there is none. */
function lastOf({ segments: { names } }: X12Document, first: number, end: number, [one, other = one]: Leads): number {
  let at = end - 1;
  while (at > first && names[at] !== one && names[at] !== other) at -= 1;
  return at;
}

/** The first segment of some names from one on; `end` where there is none. */
function nextOf({ segments: { names } }: X12Document, from: number, end: number, [one, other = one]: Leads): number {
  let at = from;
  while (at < end && names[at] !== one && names[at] !== other) at += 1;
  return at;
}
