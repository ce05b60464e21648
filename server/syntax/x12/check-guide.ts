// Checks one transaction against its guide, segment by segment: what is missing, too many or misplaced, and what stands in each segment.
import type { Span } from '../tree';
import { type Level, levelOf } from './check-levels';
import { checkSegment, type ElementFinding, isInOrder, type SegmentContext } from './check-segment';
import type { Child, Guide, SegmentUse } from './guide';
import { isPlace } from './places';
import { oneOf, problem, reference, replacement, type X12Problem } from './problem';
import type { Transaction, X12Document } from './read';
import { endOf, hasPassed, notePassed, type Scan, Scanner, scannerOf, startOf } from './scan';
import type { Piece, Segments } from './segments';
import type { Separators } from './separators';
import { findShift, isTrailerShifted } from './shifted';
import { type Frame, isInSmallLetters, Walker, type WalkSink, type WalkState } from './walk';

/** Judges codes of lists kept elsewhere: false for a code that does not exist, undefined where it cannot be told. */
export type KnownCode = (list: string, code: string) => boolean | undefined;

/**
 * A check of a transaction, or of what stands behind a `state` of an earlier check. Problems are added to `found` as they are met.
 * A class: functions made for each transaction would be compiled for each anew.
 */
export class GuideCheck implements WalkSink, SegmentContext {
  /** The levels (HL) that came by. */
  readonly levels: Level[] = [];
  readonly text: string;
  readonly separators: Separators;
  private readonly segments: Segments;
  private readonly first: number;
  private readonly end: number;
  private readonly scanner: Scanner;
  private readonly walker: Walker | undefined;
  private readonly numbersLines: boolean;
  /** What was told to be missing: it may turn up late. */
  private readonly missed = new Map<Frame, Map<Child, X12Problem>>();
  private here: number;
  private frame: Frame | undefined = undefined;
  private tooLate = false;
  /** The first segment that was taken. */
  private begun = Infinity;
  /** Was somebody else asked about a code? Then the answer holds for this file alone. */
  private asked = false;
  /** The element whose code was reported by the walk: its own check keeps still. Infinity where the use itself is a guess. */
  private quiet = 0;
  /** The segment stands where it does not belong: by which use its elements should be judged nobody knows. */
  private isMisplaced = false;
  /** Its end is missing, and that is told: what else is missing there may have stood with it. */
  private isCutOff = false;
  /** The use of the segment before this one. */
  private useBefore: SegmentUse | undefined = undefined;
  /** The number of the last service line of the claim. */
  private line = 0;

  /** Without a guide only characters are judged. */
  constructor(
    private readonly document: X12Document,
    private readonly transaction: Transaction,
    private readonly guide: Guide | undefined,
    private readonly found: X12Problem[],
    private readonly knownCode?: KnownCode,
    state?: WalkState,
  ) {
    const { segments, text } = document;
    this.text = text;
    this.segments = segments;
    this.first = transaction.first;
    this.end = transaction.end;
    this.here = transaction.first;
    this.separators = segments.separators(transaction.first);
    this.scanner = scannerOf(document, this.separators);
    this.numbersLines = guide?.transaction === '837';
    this.walker = guide && new Walker(document, guide, transaction.first, this, state);
  }

  /** Where the walk stands, for another check that goes on from here; undefined where there is no guide. */
  state(): WalkState | undefined {
    return this.walker?.state();
  }

  /** Would a check that went on from there say the same? */
  isAt(state: WalkState): boolean {
    return this.walker?.isAt(state) ?? false;
  }

  /** A segment came so late that something told of earlier ones, no longer in the list, is not so. */
  isLate(): boolean {
    return this.tooLate;
  }

  /** Closes all loops. */
  finish(end: number): void {
    const { st, se } = this.transaction;
    this.frame = undefined;
    this.isCutOff = st !== undefined && se === undefined;
    this.walker?.finish(end);
  }

  /** Takes the segments from one number to before another. */
  take(from: number, to: number): void {
    const { text, segments, scanner, walker, found } = this;
    this.begun = Math.min(this.begun, from);
    const { starts, ends } = segments;
    if (!walker) {
      for (let at = from; at < to; at++) {
        this.here = at;
        checkSegment(this, undefined, segments.id(at), scanner.read(starts[at], ends[at]));
      }
      return;
    }
    let before = from > this.first ? ends[from - 1] - starts[from - 1] : -1;
    for (let at = from; at < to; at++) {
      this.here = at;
      const start = starts[at];
      const size = ends[at] - start;
      const glance = scanner.glance(start, start + size);
      const { name, code, place } = glance;
      this.quiet = 0;
      this.isMisplaced = false;
      const earlier = found.length;
      let isShifted = false;
      const use = walker.step(at, glance);
      const frame = walker.frame();
      this.frame = frame;
      const id = use?.id ?? segments.id(at);
      if (isInSmallLetters(name) && use) this.smallLetters();
      if (this.quiet > 0) {
        checkSegment(this.besidesQuiet(), use, id, scanner.read(start, start + size));
        isShifted = use !== undefined && this.tellShift(use, id, start, start + size, earlier);
      } else if (!this.isMisplaced && (!use || !hasPassed(place, use))) {
        const known = found.length;
        this.asked = false;
        checkSegment(this, use, id, scanner.read(start, start + size));
        if (use && found.length === known && !this.asked) notePassed(place, use);
        else if (use && found.length > known) isShifted = this.tellShift(use, id, start, start + size, known);
      }
      if (size === before && use && isSame(text, starts[at - 1], start, size) && !MAY_REPEAT.has(id)) this.tellRepeat(id);
      before = size;
      this.useBefore = use;
      if (id === 'HL') {
        this.line = 0;
        const level = levelOf(this.document, at, frame);
        this.levels.push(isShifted ? { ...level, isRead: false } : level);
      } else if (this.numbersLines && (id === 'CLM' || id === 'LX')) this.countLine(id, use !== undefined, code, start, start + size);
    }
  }

  opened(): void {
    // The walk itself keeps the loops.
  }

  closed(frame: Frame): void {
    if (this.missed.size > 0) this.missed.delete(frame);
  }

  missing(child: Child, within: Frame, after: number): void {
    const { use, lead } = child;
    // Before those of its neighbours that stand behind it in the guide.
    const later = within.loop.children.filter((one) => one.slot === child.slot && one.index > child.index);
    let at = Math.max(after, this.first);
    while (
      at > this.first &&
      this.segments.id(at) === lead.id &&
      later.some((one) => one.lead.key?.codes.has(this.segments.component(at, 1, 1).text))
    )
      at--;
    if (this.isMisspelt(child, at) || this.isOfEnvelope(lead.id) || this.isCutOff) return;
    // Where a lower level follows, its own number of the kind of level may be the wrong one.
    const blamed = use.kind === 'segment' && lead.id === 'HL' && at + 1 < this.end && this.segments.id(at + 1) === 'HL' ? at + 1 : at;
    const sample = `${lead.id}${lead.key ? `*${[...lead.key.codes][0] ?? ''}` : ''}`;
    const absent = problem({
      kind: use.kind === 'loop' ? 'missing-loop' : 'missing-segment',
      span: this.segments.span(blamed),
      segment: blamed,
      segmentId: lead.id,
      message: use.kind === 'loop' ? `Loop ${use.id}, ${use.name} (${sample}), is missing` : `${use.name} (${sample}) is missing`,
      position: this.position(at) + 1,
      loop: use.kind === 'loop' ? use.id : loopOf(within),
      codes: { ik304: '3' },
      snip: 2,
    });
    this.found.push(absent);
    const inFrame = this.missed.get(within) ?? new Map<Child, X12Problem>();
    this.missed.set(within, inFrame.set(child, absent));
  }

  /** The reader has told of a transaction without head or end. */
  private isOfEnvelope(id: string): boolean {
    const { st, se } = this.transaction;
    return id === 'SE' ? st !== undefined && se === undefined : id === 'ST' && st === undefined && se !== undefined;
  }

  /** Is what is missing there under a name that nobody knows? Then that is the one fault, and is told as such. */
  private isMisspelt({ use, lead }: Child, segment: number): boolean {
    if (segment <= this.first || segment >= this.end) return false;
    const { text: name, span } = this.segments.element(segment, 0);
    if (!isLike(name, lead.id)) return false;
    const at = this.found.findLastIndex((each) => each.kind === 'unknown-segment' && each.segment === segment);
    if (at < 0) {
      // It was told in a stretch before, or is a known one.
      if (segment < this.begun) this.tooLate = true;
      return false;
    }
    this.found[at] = { ...this.found[at], ...misnamed({ text: name, span }, { id: lead.id, name: use.name }) };
    return true;
  }

  late(child: Child, within: Frame): void {
    if (child.use.usage !== 'R') return;
    const absent = this.missed.get(within)?.get(child);
    const at = absent ? this.found.indexOf(absent) : -1;
    if (at < 0) this.tooLate = true;
    else this.found.splice(at, 1);
  }

  tooMany({ use, lead }: Child, within: Frame, segment: number): void {
    const loop = use.kind === 'loop';
    this.whole(segment, loop ? use.id : loopOf(within), {
      kind: loop ? 'duplicate-loop' : 'duplicate-segment',
      codes: { ik304: loop ? '4' : '5' },
      message: `${loop ? `Loop ${use.id}, ${use.name},` : `${use.name} (${lead.id})`} may stand here ${times(use.max)} at most`,
    });
  }

  outOfOrder({ use, lead }: Child, within: Frame, segment: number): void {
    this.whole(segment, loopOf(within), {
      kind: 'misplaced-segment',
      codes: { ik304: '7' },
      message: `${use.name} (${lead.id}) stands too late: it belongs further up in ${placeOf(within)}`,
    });
    this.isMisplaced = true;
  }

  qualifier(_child: Child, within: Frame, segment: number, expected: readonly Child[]): void {
    const { id, key } = expected[0]?.lead ?? {};
    if (!id || !key) return;
    const codes = new Set(expected.flatMap((each) => [...(each.lead.key?.codes ?? [])]));
    const { span, text: value } =
      key.component > 0 ? this.segments.component(segment, key.element, key.component) : this.segments.element(segment, key.element);
    const name = reference(id, key.element, key.component || undefined);
    if (value === '') return;
    const element = expected[0].lead.elements[key.element - 1];
    this.found.push(
      problem({
        kind: 'invalid-code',
        message: `${name} must be ${oneOf(codes)} here, not ${value.slice(0, 20)}`,
        span,
        segment,
        segmentId: id,
        position: this.position(segment),
        loop: loopOf(within),
        reference: name,
        element: key.element,
        component: key.component || undefined,
        data: (element?.components?.[key.component - 1] ?? element)?.data,
        codes: { ik304: '8', ik403: '7' },
        snip: 2,
      }),
    );
    this.quiet = expected.length > 1 ? Infinity : key.element;
  }

  unexpected(segment: number, within: Frame, known: boolean, meant?: SegmentUse): void {
    if (!known && !meant && this.goesOnFrom(segment)) return;
    const id = this.segments.id(segment);
    const { message, fix } = meant ? misnamed(this.segments.element(segment, 0), meant) : { message: undefined, fix: undefined };
    const unknown = id === '' ? 'The name of this segment is missing' : `${this.guide?.name}: a segment ${id.slice(0, 10)} is not known`;
    this.whole(segment, loopOf(within), {
      kind: known ? 'misplaced-segment' : 'unknown-segment',
      codes: { ik304: known ? '2' : '1' },
      snip: known ? 2 : 1,
      message: known ? `${id} is not expected here, in ${placeOf(within)}` : (message ?? unknown),
      ...(fix && { fix }),
    });
  }

  /** Is a segment of unknown name the rest of the one before it, cut off by a terminator within its data? That is told in place of both. */
  private goesOnFrom(segment: number): boolean {
    const { text, separators, segments, useBefore: use, found } = this;
    const { starts, ends } = segments;
    const before = segment - 1;
    if (before <= this.first || text.slice(ends[before], starts[segment]) !== separators.segment) return false;
    // The one before was checked in a stretch before.
    if (before < this.begun) this.tooLate = true;
    if (!use) return false;
    const joined = `${text.slice(starts[before], ends[before])}${separators.element}${text.slice(starts[segment], ends[segment])}`;
    if (!isInOrder({ text: joined, separators, known: (list, code) => this.known(list, code) }, use, new Scanner(joined, separators)))
      return false;
    const others = found.filter((each) => each.segment !== before || each.element === undefined);
    found.length = 0;
    found.push(...others);
    const span = { start: ends[before], end: starts[segment] };
    const element = segments.size(before) + 1;
    this.whole(before, loopOf(this.frame), {
      kind: 'invalid-character',
      message: `A terminator ${separators.segment} stands within ${use.id}: is it a ${separators.element} before ${reference(use.id, element)}?`,
      span,
      element,
      reference: reference(use.id, element),
      codes: { ik304: '8', ik403: '6' },
      snip: 1,
      fix: replacement(`Change to ${separators.element}`, span, separators.element, false),
    });
    return true;
  }

  known(list: string, code: string): boolean | undefined {
    const own = isPlace(list, code);
    if (own !== undefined) return own;
    this.asked = true;
    return this.knownCode?.(list, code);
  }

  report(finding: ElementFinding): void {
    const { here } = this;
    const { st, se } = this.transaction;
    if (finding.kind === 'missing-element' && this.isOfLevel(finding.element)) return;
    // Count and number of the end are compared with what they should be, which says more.
    const isCompared = here === se && st !== undefined && (finding.element ?? 0) <= 2 && finding.kind !== 'invalid-character';
    if (isCompared && !isTrailerShifted(this.document, here) && this.segments.text(st, 2) !== '') return;
    this.add(finding);
  }

  private add(finding: ElementFinding, unread?: Span): void {
    const { here } = this;
    const place = { segment: here, segmentId: this.segments.id(here), position: this.position(here), loop: loopOf(this.frame) };
    this.found.push(problem({ ...finding, ...place, ...(unread && { unread }) }));
  }

  /** HL01, and HL02 where there is a level above: without them the levels say what should stand there. */
  private isOfLevel(element: number | undefined): boolean {
    if (!this.frame || (element !== 1 && element !== 2) || this.segments.id(this.here) !== 'HL') return false;
    return element === 1 || levelOf(this.document, this.here, this.frame).depth > 0;
  }

  /** Elements that stand one place off are told once. `known`: how many findings there were before this segment's own. */
  private tellShift(use: SegmentUse, id: string, start: number, end: number, known: number): boolean {
    const { text, separators, found, here } = this;
    const asking: SegmentContext = { text, separators, report: () => undefined, known: (list, code) => this.known(list, code) };
    const isOwn = ({ segment, element }: X12Problem): boolean => segment === here && element !== undefined;
    const added = found.slice(known);
    const shift = findShift(asking, use, id, start, end, added.filter(isOwn));
    if (!shift) return false;
    found.length = known;
    for (const each of added) if (!isOwn(each)) found.push(each);
    this.add(shift, { start, end });
    return true;
  }

  /** Says nothing of the code that the walk has told of. */
  private besidesQuiet(): SegmentContext {
    const { text, separators, quiet } = this;
    return {
      text,
      separators,
      known: (list, code) => this.known(list, code),
      report: (finding) => {
        if (finding.kind !== 'invalid-code' || (quiet !== Infinity && finding.element !== quiet)) this.report(finding);
      },
    };
  }

  private position(segment: number): number {
    return segment - this.first + 1;
  }

  private whole(segment: number, loop: string, parts: Pick<X12Problem, 'kind' | 'message' | 'codes'> & Partial<X12Problem>): void {
    const { segments } = this;
    this.found.push(
      problem({
        span: segments.span(segment),
        segment,
        segmentId: segments.id(segment),
        position: this.position(segment),
        loop,
        snip: 2,
        ...parts,
      }),
    );
  }

  private tellRepeat(id: string): void {
    const last = this.found.at(-1);
    if (last?.segment === this.here && last.kind.startsWith('duplicate-')) return;
    this.whole(this.here, loopOf(this.frame), {
      kind: 'duplicate-segment',
      severity: 'warning',
      codes: { ik304: '5' },
      message: `${id} repeats the segment before it word for word`,
    });
  }

  private smallLetters(): void {
    const { here } = this;
    const { text, span } = this.segments.element(here, 0);
    const name = text.toUpperCase();
    this.whole(here, loopOf(this.frame), {
      kind: 'invalid-segment-name',
      message: `The name of the segment is written in capitals: ${name}`,
      span,
      segmentId: name,
      snip: 1,
      codes: { ik304: '1' },
      fix: replacement(`Change to ${name}`, span, name, true),
    });
  }

  /** Service lines count from 1 in each claim. */
  private countLine(id: string, isUsed: boolean, code: number, start: number, end: number): void {
    if (id === 'CLM') this.line = 0;
    if (id === 'CLM' || !isUsed || code === digitCode(++this.line)) return;
    if (!isNumber(this.text, this.scanner.read(start, end), this.line)) this.tellLine(this.line);
  }

  private tellLine(truth: number): void {
    const { text, span } = this.segments.element(this.here, 1);
    if (text === String(truth) || !/^\d+$/.test(text)) return;
    this.whole(this.here, '2400', {
      kind: 'mismatched-count',
      message: `LX01 is ${text}, but this is line ${truth} of the claim`,
      span,
      reference: 'LX01',
      element: 1,
      codes: { ik304: '8', ik403: '7' },
      fix: replacement(`Set LX01 to ${truth}`, span, String(truth), false),
    });
  }
}

/** A segment of unknown name that seems to be another one. */
function misnamed(
  { text: name, span }: Piece,
  { id, name: meaning }: Pick<SegmentUse, 'id' | 'name'>,
): Pick<X12Problem, 'message' | 'fix'> {
  return {
    message: `${name === '' ? 'The name of this segment is missing' : `A segment ${name.slice(0, 10)} is not known`}: is it ${id}, ${meaning}?`,
    ...(/^\w*$/.test(name) && { fix: replacement(`Name it ${id}`, span, id, false) }),
  };
}

/** The loop's name; the transaction itself has none. */
function loopOf(within: Frame | undefined): string {
  return within?.parent ? within.loop.id : '';
}

/** The code of an element that is this number, where it has one digit; -2, which is no code, for others. */
const digitCode = (number: number): number => (number < 10 ? 48 + number : -2);

/** Is the first element exactly this number? */
function isNumber(text: string, scan: Scan, number: number): boolean {
  if (scan.size === 0) return false;
  let value = 0;
  const start = startOf(scan, 1),
    end = endOf(scan, 1);
  for (let i = start; i < end; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value === number && text.charCodeAt(start) !== 48;
}

/** Two services may be alike; adjustments have a rule of their own. */
const MAY_REPEAT: ReadonlySet<string> = new Set(['SVC', 'CAS']);

/** Do two stretches of one size say the same? */
function isSame(text: string, one: number, other: number, size: number): boolean {
  // The end is where segments of one kind differ first.
  for (let i = size - 1; i >= 0; i--) if (text.charCodeAt(one + i) !== text.charCodeAt(other + i)) return false;
  return size > 0;
}

const times = (max: number): string => (max === 1 ? 'once' : `${max} times`);
const placeOf = (frame: Frame): string => (frame.parent ? `loop ${frame.loop.id}, ${frame.loop.name}` : 'the transaction');

/** Is a name one that was meant to be the other: a letter too many, too few or wrong, none at all, or other delimiters behind it? */
function isLike(name: string, id: string): boolean {
  if (name === id) return false;
  if (name === '' || (name.startsWith(id) && /[^A-Za-z0-9]/.test(name.charAt(id.length)))) return true;
  let same = 0;
  while (same < id.length && name[same] === id[same]) same++;
  const rests = [name.slice(same), id.slice(same)] as const;
  return rests[0].slice(1) === rests[1].slice(1) || rests[0].slice(1) === rests[1] || rests[0] === rests[1].slice(1);
}
