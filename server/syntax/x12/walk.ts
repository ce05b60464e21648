// Follows a guide segment by segment: which loop a segment belongs to, what is missing, too many or misplaced.
import { REMEMBERED, type Child, type Guide, type LoopUse, type SegmentUse } from './guide';
import type { X12Document } from './read';
import { pack, packed, type Scan } from './scan';

/** A loop that is open while segments pass by. */
export interface Frame {
  readonly loop: LoopUse;
  readonly parent: Frame | undefined;
  /** The loop's place in the parent's guide; undefined for the transaction itself. */
  readonly child: Child | undefined;
  /** Counts loops of the same kind in the same parent, from 1. */
  readonly number: number;
  readonly first: number;
  /** Opened out of order: the loops below go on as if it had not been there. */
  readonly stray: boolean;
  /** Opened by its own first segment, which is not so where that one is missing. */
  headed: boolean;
  slot: number;
  readonly counts: number[];
}

/** What the walk tells. */
export interface WalkSink {
  opened(frame: Frame): void;
  closed(frame: Frame, end: number): void;
  /** A required child is not there; it should follow segment `after`. */
  missing(child: Child, frame: Frame, after: number): void;
  /** A child reported missing turned up late. */
  late(child: Child, frame: Frame): void;
  tooMany(child: Child, frame: Frame, segment: number): void;
  outOfOrder(child: Child, frame: Frame, segment: number): void;
  /** The segment is known here, its qualifier is not; it is taken for `child`. */
  qualifier(child: Child, frame: Frame, segment: number, expected: readonly Child[]): void;
  unexpected(segment: number, frame: Frame, known: boolean): void;
}

export interface Walker {
  /** Takes the next segment, scanned. Gives the guide's use of it, undefined where it has none. */
  step(segment: number, scan: Scan): SegmentUse | undefined;
  /** The innermost open loop. */
  frame(): Frame;
  /** Closes all loops. */
  finish(end: number): void;
  /** Where the walk stands, for another one that goes on from here. */
  state(): WalkState;
}

/** The open loops, outermost first, apart from any text. Of loops without limit it is only known whether there is one. */
export type WalkState = readonly Omit<Frame, 'parent' | 'first'>[];

/** Would two walks go on in the same way? */
export function isSameState(one: WalkState, other: WalkState): boolean {
  return one === other || (one.length === other.length && one.every((frame, i) => {
    const { loop, child, stray, headed, slot, counts } = other[i];
    return frame.loop === loop && frame.child === child && frame.stray === stray && frame.headed === headed && frame.slot === slot
      && counts.every((count, n) => count === frame.counts[n]);
  }));
}

/** Starts a walk through one transaction: with its ST, or whatever stands first, or where another walk stood. */
export function createWalker(document: X12Document, guide: Guide, first: number, sink: WalkSink, state?: WalkState): Walker {
  const { text } = document;
  let top: Frame = openFrame(guide.root, undefined, undefined, 1, first, false);
  if (state) {
    let parent: Frame | undefined;
    for (const frame of state) parent = { ...frame, counts: frame.counts.slice(), first, parent };
    top = parent ?? top;
  } else sink.opened(top);

  function openFrame(
    loop: LoopUse, parent: Frame | undefined, child: Child | undefined, number: number, at: number, stray: boolean,
  ): Frame {
    return { loop, parent, child, number, first: at, stray, headed: true, slot: 0, counts: loop.zeros.slice() };
  }

  /** Children of a frame that fit the segment. */
  let id = 0;
  /** The code by which uses of one segment are told apart, its first component: as a number, and its place. */
  let code = 0;
  let codeStart = 0;
  let codeEnd = 0;
  const fitting = (frame: Frame): readonly Child[] => {
    const { memory } = frame.loop;
    const at = (id ^ (id >> 7) ^ (code * 31) ^ (code >> 9)) & (REMEMBERED - 1);
    if (memory.ids[at] === id && memory.codes[at] === code && code >= 0) return memory.fits[at];
    const fits = lookUp(frame);
    if (code < 0) return fits;
    memory.ids[at] = id;
    memory.codes[at] = code;
    memory.fits[at] = fits;
    return fits;
  };
  const lookUp = (frame: Frame): readonly Child[] => {
    const found = frame.loop.byPackedId.get(id);
    if (!found) return NONE;
    if (found.byPackedCode) return found.byPackedCode.get(code) ?? NONE;
    return found.byCode ? found.byCode.get(text.slice(codeStart, codeEnd)) ?? NONE : found.all;
  };

  const pass = (frame: Frame, slot: number, after: number): void => {
    for (const child of frame.loop.required) {
      if (child.slot >= frame.slot && child.slot < slot && frame.counts[child.index] === 0) sink.missing(child, frame, after);
    }
    frame.slot = Math.max(frame.slot, slot);
  };

  const closeTo = (frame: Frame, segment: number): void => {
    while (top !== frame && top.parent) {
      pass(top, Infinity, segment - 1);
      sink.closed(top, segment);
      top = top.parent;
    }
  };

  const take = (frame: Frame, child: Child, segment: number): SegmentUse => {
    closeTo(frame, segment);
    if (child.slot > frame.slot) pass(frame, child.slot, segment - 1);
    return enter(frame, child, segment, false);
  };

  const enter = (frame: Frame, child: Child, segment: number, stray: boolean): SegmentUse => {
    const count = (frame.counts[child.index] ?? 0) + 1;
    frame.counts[child.index] = count;
    if (count > child.use.max) sink.tooMany(child, frame, segment);
    if (child.use.kind === 'segment') return child.use;
    top = openFrame(child.use, stray ? top : frame, child, count, segment, stray);
    top.counts[0] = 1;
    top.slot = 1;
    sink.opened(top);
    return child.lead;
  };

  /** Children of one slot that fit equally: the one with room whose other codes fit too. */
  const choose = (frame: Frame, fits: readonly Child[], from: number, scan: Scan): Child | undefined => {
    let best: Child | undefined;
    let bestScore = -1;
    for (const child of fits) {
      if (child.slot < from) continue;
      if (fits.length === 1) return child;
      if (best && child.slot !== best.slot) break;
      const room = (frame.counts[child.index] ?? 0) < child.use.max;
      const score = (room ? 100 : 0) + fit(child.lead, scan);
      if (score > bestScore) [best, bestScore] = [child, score];
    }
    return best;
  };

  const fit = (use: SegmentUse, { places, size }: Scan): number => {
    let score = 0;
    for (const { number, codes } of use.elements) {
      if (number <= size && codes?.has(text.slice(places[number], places[number + 1] - 1))) score++;
    }
    return score;
  };

  return {
    frame: () => top,
    state() {
      const frames: Omit<Frame, 'parent' | 'first'>[] = [];
      for (let frame: Frame | undefined = top; frame; frame = frame.parent) {
        const { loop, child, stray, headed, slot, counts } = frame;
        const few = counts.map((count, n) => (count > 1 && loop.children[n].use.max === Infinity ? 1 : count));
        frames.unshift({ loop, child, number: 1, stray, headed, slot, counts: few });
      }
      return frames;
    },
    finish(end) {
      closeTo(baseOf(top), end);
      pass(top, Infinity, end - 1);
      sink.closed(top, end);
    },
    step(segment, scan) {
      const { places, starts } = scan;
      id = packed(scan, 0);
      id -= smallBits(id);
      const n = id === LEVEL ? 3 : 1;
      if (n > scan.size) code = codeStart = codeEnd = 0;
      else {
        const part = scan.first[n];
        code = packed(scan, part);
        codeStart = starts[part];
        codeEnd = starts[part + 1] - 1;
      }
      for (let frame: Frame | undefined = top; frame; frame = frame.parent) {
        const fits = fitting(frame);
        const child = fits.length > 0 ? choose(frame, fits, frame.slot, scan) : undefined;
        if (child) return take(frame, child, segment);
      }
      return recover(segment, text.slice(places[0], places[1] - 1).toUpperCase(), scan);
    },
  };

  /** The segment fits nowhere ahead. Looks behind, then for a loop whose beginning is missing, then for another qualifier. */
  function recover(segment: number, name: string, scan: Scan): SegmentUse | undefined {
    let behind: { frame: Frame; child: Child } | undefined;
    for (let frame: Frame | undefined = top; frame && !behind; frame = frame.parent) {
      const child = choose(frame, fitting(frame), frame === baseOf(top) ? 0 : 1, scan);
      if (child) behind = { frame, child };
    }
    const room = behind && (behind.frame.counts[behind.child.index] ?? 0) < behind.child.use.max;
    if (!behind || !room) {
      const headless = headlessLoop();
      if (headless) return takeHeadless(headless.frame, headless.loop, headless.child, segment);
    }
    if (behind) {
      sink.outOfOrder(behind.child, behind.frame, segment);
      if (behind.frame.counts[behind.child.index] === 0) sink.late(behind.child, behind.frame);
      if (!room) behind.frame.counts[behind.child.index] = behind.child.use.max - 1;
      return enter(behind.frame, behind.child, segment, true);
    }
    for (let frame: Frame | undefined = top; frame; frame = frame.parent) {
      const ahead = (frame.loop.byId.get(name)?.all ?? []).filter((child) => child.slot >= (frame?.slot ?? 0));
      const counts = frame.counts;
      const first = ahead.find((child) => child.use.usage === 'R' && counts[child.index] === 0)
        ?? ahead.find((child) => (counts[child.index] ?? 0) < child.use.max) ?? ahead[0];
      if (!first) continue;
      sink.qualifier(first, frame, segment, ahead);
      counts[first.index] = Math.min(counts[first.index] ?? 0, first.use.max - 1);
      return take(frame, first, segment);
    }
    sink.unexpected(segment, top, guide.segments.has(name));
    return undefined;
  }

  /** A loop ahead that holds such a segment, though not as its first: the first one must be missing. */
  function headlessLoop(): { frame: Frame; loop: Child; child: Child } | undefined {
    for (let frame: Frame | undefined = top; frame; frame = frame.parent) {
      let found: { frame: Frame; loop: Child; child: Child } | undefined;
      for (const loop of frame.loop.children) {
        if (loop.use.kind !== 'loop' || loop.slot < frame.slot) continue;
        const inside = openFrame(loop.use, undefined, undefined, 1, 0, false);
        const child = fitting(inside).find((each) => each.slot > 0);
        if (!child) continue;
        if (loop.use.usage === 'R' && (frame.counts[loop.index] === 0 || loop.use.max > 1)) return { frame, loop, child };
        found ??= { frame, loop, child };
      }
      if (found && found.loop.use.max > (found.frame.counts[found.loop.index] ?? 0)) return found;
    }
    return undefined;
  }

  function takeHeadless(frame: Frame, loop: Child, child: Child, segment: number): SegmentUse {
    take(frame, loop, segment);
    const head = loop.use.kind === 'loop' ? loop.use.children[0] : undefined;
    top.headed = false;
    if (head) sink.missing(head, top, segment - 1);
    return take(top, child, segment);
  }
}

const NONE: readonly Child[] = [];

/** Of each of three letters the bit that all letters have, and the one that small ones have besides. */
const LETTERS = pack('@@@', 0, 3), SMALL = pack('   ', 0, 3);

/** The bits that make letters of a packed name small ones. Names have three letters at most. */
const smallBits = (name: number): number => (name < 0 || name > LONGEST ? 0 : name & SMALL & ((name & LETTERS) >> 1));
const LONGEST = pack('\x7f\x7f\x7f', 0, 3);

/** Is a packed name written in small letters? */
export function isInSmallLetters(name: number): boolean {
  return smallBits(name) !== 0;
}
const LEVEL = pack('HL', 0, 2);

function baseOf(frame: Frame): Frame {
  let base = frame;
  while (base.parent) base = base.parent;
  return base;
}
