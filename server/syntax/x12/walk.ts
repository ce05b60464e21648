// Follows a guide segment by segment: which loop a segment belongs to, what is missing, too many or misplaced.
import { REMEMBERED, type Child, type Guide, type LoopUse, type SegmentUse } from './guide';
import { isScanInOrder } from './check-segment';
import { baseShapes } from './guides';
import type { X12Document } from './read';
import type { Separators } from './separators';
import { endOf, type Glance, pack, packed, partEnd, partStart, type Scan, type Scanner, scannerOf, startOf } from './scan';

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

/** A frame as the walk keeps it: when its loop is over it is used again for the next one of its kind. */
interface OpenFrame extends Frame {
  readonly parent: OpenFrame | undefined;
  number: number;
  first: number;
  /** The frames of loops within, by the number of the child. */
  readonly within: (OpenFrame | undefined)[];
  /** The numbers of the children that came, and how many these are. */
  readonly came: number[];
  kinds: number;
}

/** A loop that seems to have begun without its first segment, and the child of it that stands there. */
interface Headless {
  /** The loop in which it is. */
  readonly frame: OpenFrame;
  readonly loop: Child;
  readonly child: Child;
}

/** Children of a loop that may still come. */
interface Ahead {
  readonly frame: OpenFrame;
  readonly ahead: readonly Child[];
}

/** What the walk tells. A frame that is closed says nothing any more. */
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
  /** `meant`: what the segment of unknown name seems to be, and is taken for. */
  unexpected(segment: number, frame: Frame, known: boolean, meant?: SegmentUse): void;
}

/** The open loops, outermost first, apart from any text. Of loops without limit it is only known whether there is one. */
export type WalkState = readonly Omit<Frame, 'parent' | 'first'>[];

/** What a state says of how often a child of a loop came. */
const keptCount = (loop: LoopUse, child: number, count: number): number =>
  count > 1 && loop.children[child].use.max === Infinity ? 1 : count;

function standsAt(top: OpenFrame, state: WalkState): boolean {
  let n = state.length;
  for (let frame: OpenFrame | undefined = top; frame; frame = frame.parent) {
    if (n === 0 || !isFrameAt(frame, state[(n -= 1)])) return false;
  }
  return n === 0;
}

function isFrameAt({ loop, child, stray, headed, slot, counts }: OpenFrame, kept: WalkState[number]): boolean {
  if (kept.loop !== loop || kept.child !== child || kept.stray !== stray || kept.headed !== headed || kept.slot !== slot) return false;
  for (let i = 0; i < counts.length; i++) if (keptCount(loop, i, counts[i]) !== kept.counts[i]) return false;
  return true;
}

/** A walk through one transaction. A class: functions made for each transaction would be compiled for each anew. */
export class Walker {
  private top: OpenFrame;
  /** The name of the segment at hand. */
  private id = 0;
  /** The code by which uses of one segment are told apart, its first component, as a number: -1 where it is long. */
  private code = 0;
  private current: number;
  private readonly text: string;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly separators: Separators;
  private readonly scanner: Scanner;

  /** Starts with the transaction's ST, or whatever stands first, or where another walk stood. */
  constructor(
    private readonly document: X12Document,
    private readonly guide: Guide,
    first: number,
    private readonly sink: WalkSink,
    state?: WalkState,
  ) {
    const { text, segments } = document;
    this.text = text;
    this.starts = segments.starts;
    this.ends = segments.ends;
    this.separators = segments.separators(first);
    this.scanner = scannerOf(document, this.separators);
    this.current = first;
    this.top = newFrame(guide.root, undefined, undefined, 1, first, false);
    if (!state) {
      sink.opened(this.top);
      return;
    }
    let parent: OpenFrame | undefined;
    for (const frame of state) parent = { ...frame, counts: frame.counts.slice(), first, parent, within: [], came: [], kinds: 0 };
    this.top = parent ?? this.top;
  }

  /** The innermost open loop. */
  frame(): Frame {
    return this.top;
  }

  /** Would a walk that stood there go on in the same way? */
  isAt(state: WalkState): boolean {
    return standsAt(this.top, state);
  }

  /** Where the walk stands, for another one that goes on from here. */
  state(): WalkState {
    const frames: Omit<Frame, 'parent' | 'first'>[] = [];
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      const { loop, child, stray, headed, slot, counts } = frame;
      const few = counts.map((count, n) => keptCount(loop, n, count));
      frames.unshift({ loop, child, number: 1, stray, headed, slot, counts: few });
    }
    return frames;
  }

  /** Closes all loops. */
  finish(end: number): void {
    this.closeTo(baseOf(this.top), end);
    this.pass(this.top, Infinity, end - 1);
    this.sink.closed(this.top, end);
  }

  /** Takes the next segment, glanced at. Gives the guide's use of it, undefined where it has none. */
  step(segment: number, glance: Glance): SegmentUse | undefined {
    this.current = segment;
    this.id = glance.name - smallBits(glance.name);
    this.code = glance.code;
    if (this.id === LEVEL) this.look(segment);
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      const fits = this.fitting(frame);
      const child = fits.length > 0 ? this.choose(frame, fits, frame.slot) : undefined;
      if (!child) continue;
      const meant = this.id === LEVEL ? this.levelMeant(child.use, segment) : undefined;
      return meant ? this.takeOther(meant, segment) : this.take(frame, child, segment);
    }
    const scan = this.scanOf(segment);
    return this.recover(segment, this.text.slice(startOf(scan, 0), endOf(scan, 0)).toUpperCase());
  }

  private scanOf(segment: number): Scan {
    return this.scanner.read(this.starts[segment], this.ends[segment]);
  }

  /** Children of a frame that fit the segment. */
  private fitting(frame: Frame): readonly Child[] {
    const { id, code } = this;
    const { memory } = frame.loop;
    const at = ((Math.imul(id, 0x2545f491) ^ Math.imul(code, 0x1b873593)) >>> 16) & (REMEMBERED - 1);
    if (memory.ids[at] === id && memory.codes[at] === code) return memory.fits[at];
    const found = frame.loop.byPackedId.get(id);
    // Long codes are all -1: such answers hold only where codes do not matter or all good ones are short.
    const byText = found?.byPackedCode ? undefined : found?.byCode;
    const fits = (byText ? byText.get(this.codeText()) : found?.byPackedCode ? found.byPackedCode.get(code) : found?.all) ?? NONE;
    if (byText && code < 0) return fits;
    memory.ids[at] = id;
    memory.codes[at] = code;
    memory.fits[at] = fits;
    return fits;
  }

  /**
   * A level of another kind than it says: what it says cannot go on as the next segment does, another kind does, and stands where HL02 puts
   * it, right below the level before or further out.
   */
  private levelMeant(said: Child['use'] | undefined, segment: number): Ahead | undefined {
    const { segments } = this.document;
    if (segment + 1 >= segments.count || (said && (said.kind !== 'loop' || this.goesOn(said, segment)))) return undefined;
    const above = segments.text(segment, 2);
    const isBelow = above !== '' && Number(above) === Number(segments.text(segment, 1)) - 1;
    let inner: OpenFrame | undefined;
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      const isLevel = frame.loop.lead.id === 'HL';
      if (isLevel) inner ??= frame;
      if (isLevel ? isBelow !== (frame === inner) : above !== '') continue;
      const { slot } = frame;
      const ahead = frame.loop.children.filter(
        ({ use, lead, slot: own }) =>
          lead.id === 'HL' && own >= slot && use.kind === 'loop' && use.id !== said?.id && this.goesOn(use, segment),
      );
      if (ahead.length > 0) return { frame, ahead };
    }
    return undefined;
  }

  /** Does the segment behind one that begins a loop go on in the loop, so that nothing required was left out? */
  private goesOn(loop: LoopUse, segment: number): boolean {
    const { id, code, current } = this;
    this.look(segment + 1);
    const next = this.fitting(newFrame(loop, undefined, undefined, 1, 0, false)).find(({ slot }) => slot > 0);
    this.id = id;
    this.code = code;
    this.current = current;
    return next !== undefined && !loop.required.some(({ slot }) => slot > 0 && slot < next.slot);
  }

  /** Turns to a segment. */
  private look(segment: number): void {
    this.current = segment;
    const scan = this.scanOf(segment);
    const name = packed(scan, 0);
    this.id = name - smallBits(name);
    const n = keyElement(this.id);
    this.code = n > scan.size ? 0 : packed(scan, scan.first[n]);
  }

  private codeText(): string {
    const scan = this.scanOf(this.current);
    const n = keyElement(this.id);
    return n > scan.size ? '' : this.text.slice(partStart(scan, scan.first[n]), partEnd(scan, scan.first[n]));
  }

  private pass(frame: OpenFrame, slot: number, after: number): void {
    const {
      counts,
      loop: { required },
    } = frame;
    for (let i = 0; i < required.length; i++) {
      const child = required[i];
      if (child.slot >= frame.slot && child.slot < slot && counts[child.index] === 0) this.sink.missing(child, frame, after);
    }
    if (slot > frame.slot) frame.slot = slot;
  }

  private closeTo(frame: OpenFrame, segment: number): void {
    while (this.top !== frame && this.top.parent) {
      this.pass(this.top, Infinity, segment - 1);
      this.sink.closed(this.top, segment);
      this.top = this.top.parent;
    }
  }

  private take(frame: OpenFrame, child: Child, segment: number): SegmentUse {
    if (this.top !== frame) this.closeTo(frame, segment);
    if (child.slot > frame.slot) this.pass(frame, child.slot, segment - 1);
    return this.enter(frame, child, segment, false);
  }

  private enter(frame: OpenFrame, child: Child, segment: number, stray: boolean): SegmentUse {
    const { use } = child;
    const count = frame.counts[child.index] + 1;
    frame.counts[child.index] = count;
    if (count === 1) frame.came[frame.kinds++] = child.index;
    if (count > use.max) this.sink.tooMany(child, frame, segment);
    if (use.kind === 'segment') return use;
    const top = stray ? newFrame(use, this.top, child, count, segment, true) : nextFrame(frame, use, child, count, segment);
    this.top = top;
    top.counts[0] = 1;
    top.slot = 1;
    this.sink.opened(top);
    return child.lead;
  }

  /** Children of one slot that fit equally: the one with room whose other codes fit too. */
  private choose(frame: Frame, fits: readonly Child[], from: number): Child | undefined {
    if (fits.length === 1) return fits[0].slot < from ? undefined : fits[0];
    let best: Child | undefined;
    let bestScore = -1;
    for (const child of fits) {
      if (child.slot < from) continue;
      if (best && child.slot !== best.slot) break;
      const room = (frame.counts[child.index] ?? 0) < child.use.max;
      const score = (room ? 100 : 0) + this.fit(child.lead);
      if (score > bestScore) [best, bestScore] = [child, score];
    }
    return best;
  }

  private fit(use: SegmentUse): number {
    const scan = this.scanOf(this.current);
    let score = 0;
    for (const { number, codes } of use.elements) {
      if (number <= scan.size && codes?.has(this.text.slice(startOf(scan, number), endOf(scan, number)))) score++;
    }
    return score;
  }

  /** The segment fits nowhere ahead. Looks behind, then for a loop whose beginning is missing, then for another qualifier. */
  private recover(segment: number, name: string): SegmentUse | undefined {
    const level = this.id === LEVEL ? this.levelMeant(undefined, segment) : undefined;
    if (level) return this.takeOther(level, segment);
    let behind: { frame: OpenFrame; child: Child } | undefined;
    for (let frame: OpenFrame | undefined = this.top; frame && !behind; frame = frame.parent) {
      const child = this.choose(frame, this.fitting(frame), frame === baseOf(this.top) ? 0 : 1);
      if (child) behind = { frame, child };
    }
    const room = behind && (behind.frame.counts[behind.child.index] ?? 0) < behind.child.use.max;
    if (!behind || !room) {
      const headless = this.headlessLoop();
      const lacking = headless !== undefined && lacksMore(headless);
      const goesOn = headless !== undefined && !lacking && this.goesOnHere(headless, segment + 1);
      const isHere = lacking || goesOn;
      const meant = headless && ((isHere ? this.aheadHere(name) : undefined) ?? this.awaited(name, headless.frame, lacking));
      if (meant) return this.takeOther(meant, segment);
      // What goes on as if it were not there is a stray segment, not the beginning of a loop.
      if (headless && !goesOn) return this.takeHeadless(headless.frame, headless.loop, headless.child, segment);
    }
    if (behind) {
      this.sink.outOfOrder(behind.child, behind.frame, segment);
      if (behind.frame.counts[behind.child.index] === 0) this.sink.late(behind.child, behind.frame);
      if (!room) behind.frame.counts[behind.child.index] = behind.child.use.max - 1;
      return this.enter(behind.frame, behind.child, segment, true);
    }
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      const ahead = aheadIn(frame, name);
      if (ahead.length > 0) return this.takeOther({ frame, ahead }, segment);
    }
    const isKnown = this.guide.segments.has(name);
    const misnamed = isKnown || baseShapes().segments.has(name) ? undefined : this.misnamed(segment);
    this.sink.unexpected(segment, this.top, isKnown, misnamed?.child.lead);
    return misnamed && this.take(misnamed.frame, misnamed.child, segment);
  }

  /** What is required next, or a loop that goes on behind it: all of its elements are in order in a segment of unknown name. */
  private misnamed(segment: number): { frame: OpenFrame; child: Child } | undefined {
    // Where all goes on as if it were not there, it is a stray segment.
    if (this.nextFits(segment)) return undefined;
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      const { slot, counts } = frame;
      const child = frame.loop.required.find((one) => one.slot >= slot && counts[one.index] === 0);
      if (!child) continue;
      if (this.isInOrder(child.lead, segment)) return { frame, child };
      break;
    }
    if (segment + 1 >= this.document.segments.count) return undefined;
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      const { slot } = frame;
      const child = frame.loop.children.find(
        ({ use, lead, slot: own }) => own >= slot && use.kind === 'loop' && this.goesOn(use, segment) && this.isInOrder(lead, segment),
      );
      if (child) return { frame, child };
    }
    return undefined;
  }

  /** Does the segment behind one fit where the walk stands, so that nothing required is left out? */
  private nextFits(segment: number): boolean {
    if (segment + 1 >= this.document.segments.count) return false;
    const { id, code, current } = this;
    this.look(segment + 1);
    let fits = false;
    for (let frame: OpenFrame | undefined = this.top; frame && !fits; frame = frame.parent) {
      const { slot, counts } = frame;
      const next = this.fitting(frame).find((child) => child.slot >= slot);
      fits = next !== undefined;
      if (frame.loop.required.some((one) => one.slot >= slot && one.slot < (next?.slot ?? Infinity) && counts[one.index] === 0)) {
        fits = false;
        break;
      }
    }
    this.id = id;
    this.code = code;
    this.current = current;
    return fits;
  }

  /** Are a segment's elements in order by a use, whatever its name? */
  private isInOrder(use: SegmentUse, segment: number): boolean {
    const scan = this.scanOf(segment);
    return scan.size > 0 && isScanInOrder({ text: this.text, separators: this.separators }, use, scan);
  }

  /** Takes the segment with another qualifier. */
  private takeOther({ frame, ahead }: Ahead, segment: number): SegmentUse {
    const { counts } = frame;
    const first =
      ahead.find((child) => child.use.usage === 'R' && counts[child.index] === 0) ??
      ahead.find((child) => (counts[child.index] ?? 0) < child.use.max) ??
      ahead[0];
    this.sink.qualifier(first, frame, segment, ahead);
    counts[first.index] = Math.min(counts[first.index] ?? 0, first.use.max - 1);
    return this.take(frame, first, segment);
  }

  /** Such segments in the innermost loop. */
  private aheadHere(name: string): Ahead | undefined {
    const ahead = aheadIn(this.top, name);
    return ahead.length > 0 ? { frame: this.top, ahead } : undefined;
  }

  /** Such a segment that is required and has not come yet, no further out than `outer`; else, if one is `enough`, any. */
  private awaited(name: string, outer: OpenFrame, enough: boolean): Ahead | undefined {
    let any: Ahead | undefined;
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame === outer ? undefined : frame.parent) {
      const { counts } = frame;
      const ahead = aheadIn(frame, name);
      if (ahead.some((child) => child.use.usage === 'R' && counts[child.index] === 0)) return { frame, ahead };
      if (enough && ahead.length > 0) any ??= { frame, ahead };
    }
    return any;
  }

  /**
   * Does the next segment go on before the loop that seems to have begun, or begin it, and not go on in it? Then the loop has not
   * begun.
   */
  private goesOnHere({ frame, loop }: Headless, next: number): boolean {
    if (loop.use.kind !== 'loop' || next >= this.document.segments.count) return false;
    const { id, code, current } = this;
    this.look(next);
    let here = this.fitting(frame).some(({ slot }) => slot >= frame.slot && slot < loop.slot);
    here ||= this.expects(this.top);
    for (let open = this.top.parent; open && open !== frame && !here; open = open.parent) here = this.expects(open);
    const begins = this.id !== LEVEL && this.fitting(frame).includes(loop);
    const inside = this.fitting(newFrame(loop.use, undefined, undefined, 1, 0, false)).some((child) => child.slot > 0);
    this.id = id;
    this.code = code;
    this.current = current;
    return (here || begins) && !inside;
  }

  /** Is the segment one of a loop's own, or the beginning of a loop within that is required and has not come? */
  private expects(frame: OpenFrame): boolean {
    return this.fitting(frame).some(
      ({ use, slot, index }) => slot >= frame.slot && (use.kind === 'segment' || (use.usage === 'R' && frame.counts[index] === 0)),
    );
  }

  /** A loop ahead that holds such a segment, though not as its first: the first one must be missing. */
  private headlessLoop(): Headless | undefined {
    for (let frame: OpenFrame | undefined = this.top; frame; frame = frame.parent) {
      let found: Headless | undefined;
      for (const loop of frame.loop.children) {
        if (loop.use.kind !== 'loop' || loop.slot < frame.slot) continue;
        const inside = newFrame(loop.use, undefined, undefined, 1, 0, false);
        const child = this.fitting(inside).find((each) => each.slot > 0);
        if (!child) continue;
        if (loop.use.usage === 'R' && (frame.counts[loop.index] === 0 || loop.use.max > 1)) return { frame, loop, child };
        found ??= { frame, loop, child };
      }
      if (found && found.loop.use.max > (found.frame.counts[found.loop.index] ?? 0)) return found;
    }
    return undefined;
  }

  private takeHeadless(frame: OpenFrame, loop: Child, child: Child, segment: number): SegmentUse {
    this.take(frame, loop, segment);
    const head = loop.use.kind === 'loop' ? loop.use.children[0] : undefined;
    this.top.headed = false;
    if (head) this.sink.missing(head, this.top, segment - 1);
    return this.take(this.top, child, segment);
  }
}

/** Would the loop lack not only its first segment, but another one before this, too? */
const lacksMore = ({ loop: { use }, child: { slot } }: Headless): boolean =>
  use.kind === 'loop' && use.required.some((one) => one.slot > 0 && one.slot < slot);

/** Children that begin with the name and may still come. */
const aheadIn = ({ loop, slot }: Frame, name: string): readonly Child[] =>
  (loop.byId.get(name)?.all ?? []).filter((child) => child.slot >= slot);

const NONE: readonly Child[] = [];

/** Of each of three letters the bit that all letters have, and the one that small ones have besides. */
const LETTERS = pack('@@@', 0, 3),
  SMALL = pack('   ', 0, 3);

/** The bits that make letters of a packed name small ones. Names have three letters at most. */
const smallBits = (name: number): number => (name < 0 || name > LONGEST ? 0 : name & SMALL & ((name & LETTERS) >> 1));
const LONGEST = pack('\x7f\x7f\x7f', 0, 3);

/** Is a packed name written in small letters? */
export function isInSmallLetters(name: number): boolean {
  return smallBits(name) !== 0;
}
const LEVEL = pack('HL', 0, 2);

/** The element whose code tells uses of a segment apart. */
const keyElement = (name: number): number => (name === LEVEL ? 3 : 1);

function newFrame(
  loop: LoopUse,
  parent: OpenFrame | undefined,
  child: Child | undefined,
  number: number,
  first: number,
  stray: boolean,
): OpenFrame {
  return { loop, parent, child, number, first, stray, headed: true, slot: 0, counts: loop.zeros.slice(), within: [], came: [], kinds: 0 };
}

/** The frame of a loop in another one: that of the loop before it, if there was one. */
function nextFrame(parent: OpenFrame, loop: LoopUse, child: Child, number: number, first: number): OpenFrame {
  const frame = parent.within[child.index];
  if (!frame) return (parent.within[child.index] = newFrame(loop, parent, child, number, first, false));
  const { counts, came } = frame;
  for (let i = 0; i < frame.kinds; i++) counts[came[i]] = 0;
  frame.kinds = 0;
  frame.number = number;
  frame.first = first;
  frame.headed = true;
  return frame;
}

function baseOf(frame: OpenFrame): OpenFrame {
  let base = frame;
  while (base.parent) base = base.parent;
  return base;
}
