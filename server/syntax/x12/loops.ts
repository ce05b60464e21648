// Which loop of its guide each segment of a transaction belongs to.
import { inOneGo, type Steps } from '../steps';
import type { Guide, LoopUse, SegmentUse } from './guide';
import { guideOf } from './guides';
import type { Transaction, X12Document } from './read';
import { scannerOf } from './scan';
import { Walker } from './walk';

/** One occurrence of a loop: a certain claim, a certain service line. */
export interface LoopInstance {
  /** Such as `2300`; `ST` for the transaction itself. */
  readonly id: string;
  readonly name: string;
  readonly use: LoopUse;
  readonly parent: LoopInstance | undefined;
  /** Counts loops of the same kind in the same parent, from 1. */
  readonly number: number;
  /** From the outermost loop inwards, such as `2000A/2000B/2300/2400`; '' for the transaction. */
  readonly path: string;
  /** Segment numbers, `end` exclusive; what lies between belongs to it or to loops within. */
  readonly first: number;
  readonly end: number;
}

/** A loop of which it is not known yet how far it goes. */
interface OpenInstance extends LoopInstance {
  readonly parent: OpenInstance | undefined;
  end: number;
}

/** A transaction as its guide sees it. */
export interface Loops {
  readonly guide: Guide;
  /** In the order of the file; the first is the transaction itself. */
  readonly instances: readonly LoopInstance[];
  /** The loop that a segment stands in. */
  of(segment: number): LoopInstance | undefined;
  /** What the guide says of a segment; undefined where it has no place in the guide. */
  use(segment: number): SegmentUse | undefined;
}

/** Walks a transaction once, or only some ranges of its segments. Undefined where no guide is known for it. */
export function resolveLoops(
  document: X12Document,
  transaction: Transaction,
  guide = guideOf(document, transaction),
  ranges?: readonly (readonly [number, number])[],
): Loops | undefined {
  return inOneGo(resolveLoopsSteps(document, transaction, guide, ranges));
}

/** So many segments are one step. */
const STEP = 500;

/** The same in steps of a few milliseconds. */
export function* resolveLoopsSteps(
  document: X12Document,
  transaction: Transaction,
  guide = guideOf(document, transaction),
  ranges: readonly (readonly [number, number])[] = [[transaction.first, transaction.end]],
): Steps<Loops | undefined> {
  if (!guide) return undefined;
  const { first } = transaction;
  // What was walked last is what is asked for.
  const [from, end] = ranges[ranges.length - 1];
  const { segments } = document;
  const instances: LoopInstance[] = [];
  const where: LoopInstance[] = [];
  const uses: (SegmentUse | undefined)[] = [];
  const nothing = (): void => undefined;
  /** The innermost loop that is open. */
  let open: OpenInstance | undefined;
  const walker = new Walker(document, guide, first, {
    opened({ loop, number, first: start }) {
      const path = !open ? '' : open.path === '' ? loop.id : `${open.path}/${loop.id}`;
      open = { id: loop.id, name: loop.name, use: loop, parent: open, number, path, first: start, end };
      instances.push(open);
    },
    closed(_frame, at) {
      if (open) open.end = at;
      open = open?.parent;
    },
    missing: nothing,
    late: nothing,
    tooMany: nothing,
    outOfOrder: nothing,
    qualifier: nothing,
    unexpected: nothing,
  });
  const scanner = scannerOf(document, segments.separators(first));
  for (const [start, stop] of ranges) {
    for (let i = start; i < stop; i++) {
      if (i % STEP === STEP - 1) yield;
      const use = walker.step(i, scanner.glance(segments.starts[i], segments.ends[i]));
      if (i < from || !open) continue;
      uses.push(use);
      where.push(open);
    }
  }
  walker.finish(end);
  return { guide, instances, of: (segment) => where[segment - from], use: (segment) => uses[segment - from] };
}
