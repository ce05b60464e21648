// Validation of a document: envelopes (SNIP type 1) and the guide's own demands (type 2), with exact places.
import { checkEnvelopes } from './check-envelopes';
import { checkSegment, type ElementFinding, type SegmentContext } from './check-segment';
import type { Child, Guide } from './guide';
import { guideOf } from './guides';
import { isPlace } from './places';
import { oneOf, problem, reference, replacement, type X12Problem } from './problem';
import { readX12, type Transaction, type X12Document } from './read';
import { endOf, hasPassed, notePassed, type Scan, scannerOf, startOf } from './scan';
import { inOneGo, type Steps } from '../steps';
import { createWalker, type Frame, isInSmallLetters, type WalkState } from './walk';
import { unjoinedProblem } from './wrapped';

export type { X12Problem } from './problem';

export interface ValidateOptions {
  /** At most so many problems are given; the rest is summed up in one. Default 10,000. */
  readonly limit?: number;
  /**
   * Judges codes of lists kept elsewhere (`pos`, `reason`, `remark_code`, `claim_status`, …): false for a code that does
   * not exist, undefined where it cannot be told. States, countries and currencies are judged without it.
   */
  known?(list: string, code: string): boolean | undefined;
}

/** Everything that is wrong by SNIP types 1 and 2, in the order of the text. Never fails. */
export function validate(document: X12Document, options: ValidateOptions = {}): X12Problem[] {
  return inOneGo(validateSteps(document, options));
}

/** The same in steps of a few milliseconds, so that an editor can do other things between them. */
export function* validateSteps(document: X12Document, options: ValidateOptions = {}): Steps<X12Problem[]> {
  const { limit = 10_000 } = options;
  const { joined } = document;
  if (joined) {
    const inJoined = yield* validateSteps(readX12(joined.text, undefined, true), options);
    return inTextOrder([joined.problem, ...inJoined.map((each) => unjoinedProblem(each, joined))]);
  }
  const found: X12Problem[] = [];
  const report = (each: X12Problem): void => {
    if (found.length <= limit) found.push(each);
  };
  checkEnvelopes(document, report, () => found.length > limit);
  for (const interchange of document.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        if (found.length > limit) continue;
        for (const each of yield* validateTransactionSteps(document, transaction, options)) report(each);
      }
    }
  }
  inTextOrder(found);
  return found.length > limit ? [...found.slice(0, limit), furtherProblems(document, found)] : found;
}

function inTextOrder(found: X12Problem[]): X12Problem[] {
  return found.sort((a, b) => a.span.start - b.span.start || a.segment - b.segment);
}

/** The same for the inside of one transaction: an editor checks again only what was edited. */
export function validateTransaction(
  document: X12Document,
  transaction: Transaction,
  { limit = 10_000, known }: ValidateOptions = {},
  guide: Guide | undefined = guideOf(document, transaction),
): X12Problem[] {
  return inOneGo(validateTransactionSteps(document, transaction, { limit, known }, guide));
}

/** So many segments are one step. */
const STEP = 500;

function* validateTransactionSteps(
  document: X12Document,
  transaction: Transaction,
  options: ValidateOptions,
  guide: Guide | undefined = guideOf(document, transaction),
): Steps<X12Problem[]> {
  const { limit = 10_000 } = options;
  const { first, end } = transaction;
  const found: X12Problem[] = [];
  const check = guideCheck(document, transaction, guide, found, options);
  let here = first;
  while (here < end && found.length <= limit) {
    const next = Math.min(here + STEP, end);
    check.take(here, next);
    here = next;
    yield;
  }
  check.finish(here);
  checkLevels(document, transaction, check.levels, found);
  return found;
}

/** A check of one transaction against its guide, segment by segment. */
export interface GuideCheck {
  /** Takes the segments from one number to before another. */
  take(from: number, to: number): void;
  /** Closes all loops. */
  finish(end: number): void;
  /** Where the walk stands, for another check that goes on from here; undefined where there is no guide. */
  state(): WalkState | undefined;
  /** Would a check that went on from there say the same? */
  isAt(state: WalkState): boolean;
  /** The levels (HL) that came by. */
  readonly levels: Level[];
  /** A segment came so late that something told of earlier ones, no longer in the list, is not so. */
  isLate(): boolean;
}

/** A level of the hierarchy as it stands in the file. */
export interface Level {
  readonly segment: number;
  /** HL01, HL02 and HL04. */
  readonly number: string;
  readonly above: string;
  readonly more: string;
  readonly loop: string;
  /** How many levels enclose it. */
  readonly depth: number;
}

/** Checks a transaction, or what stands behind a `state` of an earlier check. Problems are added to `found` as they are met. */
export function guideCheck(
  document: X12Document,
  transaction: Transaction,
  guide: Guide | undefined,
  found: X12Problem[],
  { known }: ValidateOptions,
  state?: WalkState,
): GuideCheck {
  const { segments, text } = document;
  const { first } = transaction;
  const separators = segments.separators(first);
  const missed = new Map<Frame, Map<Child, X12Problem>>();
  let here = first;
  let frame: Frame | undefined;
  let late = false;
  /** Was somebody else asked about a code? Then the answer holds for this file alone. */
  let asked = false;
  const position = (segment: number): number => segment - first + 1;
  const loopOf = (within: Frame | undefined): string => (within?.parent ? within.loop.id : '');
  const whole = (segment: number, loop: string, parts: Pick<X12Problem, 'kind' | 'message' | 'codes'> & Partial<X12Problem>): void => {
    found.push(
      problem({
        span: segments.span(segment),
        segment,
        segmentId: segments.id(segment),
        position: position(segment),
        loop,
        snip: 2,
        ...parts,
      }),
    );
  };
  const context: SegmentContext = {
    text,
    separators,
    known(list, code) {
      const own = isPlace(list, code);
      if (own !== undefined) return own;
      asked = true;
      return known?.(list, code);
    },
    report(finding: ElementFinding) {
      found.push(problem({ ...finding, segment: here, segmentId: segments.id(here), position: position(here), loop: loopOf(frame) }));
    },
  };
  const { starts, ends } = segments;
  const scanner = scannerOf(document, separators);
  const levels: Level[] = [];
  if (!guide) {
    return {
      levels,
      isLate: () => false,
      state: () => undefined,
      isAt: () => false,
      finish: () => undefined,
      take(from, to) {
        for (here = from; here < to; here++) checkSegment(context, undefined, segments.id(here), scanner.read(starts[here], ends[here]));
      },
    };
  }
  const walker = createWalker(
    document,
    guide,
    first,
    {
      opened() {
        /* the walk itself keeps the loops */
      },
      closed(closing) {
        if (missed.size > 0) missed.delete(closing);
      },
      missing(child, within, after) {
        const { use, lead } = child;
        // Before those of its neighbours that stand behind it in the guide.
        const later = within.loop.children.filter((one) => one.slot === child.slot && one.index > child.index);
        let at = Math.max(after, first);
        while (at > first && segments.id(at) === lead.id && later.some((one) => one.lead.key?.codes.has(segments.component(at, 1, 1).text)))
          at--;
        // Where a lower level follows, its own number of the kind of level may be the wrong one.
        const blamed = use.kind === 'segment' && lead.id === 'HL' && at + 1 < transaction.end && segments.id(at + 1) === 'HL' ? at + 1 : at;
        const sample = `${lead.id}${lead.key ? `*${[...lead.key.codes][0] ?? ''}` : ''}`;
        const absent = problem({
          kind: use.kind === 'loop' ? 'missing-loop' : 'missing-segment',
          span: segments.span(blamed),
          segment: blamed,
          segmentId: lead.id,
          message: use.kind === 'loop' ? `Loop ${use.id}, ${use.name} (${sample}), is missing` : `${use.name} (${sample}) is missing`,
          position: position(at) + 1,
          loop: use.kind === 'loop' ? use.id : loopOf(within),
          codes: { ik304: '3' },
          snip: 2,
        });
        found.push(absent);
        const inFrame = missed.get(within) ?? new Map<Child, X12Problem>();
        missed.set(within, inFrame.set(child, absent));
      },
      late(child, within) {
        if (child.use.usage !== 'R') return;
        const absent = missed.get(within)?.get(child);
        const at = absent ? found.indexOf(absent) : -1;
        if (at < 0) late = true;
        else found.splice(at, 1);
      },
      tooMany({ use, lead }, within, segment) {
        const loop = use.kind === 'loop';
        whole(segment, loop ? use.id : loopOf(within), {
          kind: loop ? 'duplicate-loop' : 'duplicate-segment',
          codes: { ik304: loop ? '4' : '5' },
          message: `${loop ? `Loop ${use.id}, ${use.name},` : `${use.name} (${lead.id})`} may stand here ${times(use.max)} at most`,
        });
      },
      outOfOrder({ use, lead }, within, segment) {
        whole(segment, loopOf(within), {
          kind: 'misplaced-segment',
          codes: { ik304: '7' },
          message: `${use.name} (${lead.id}) stands too late: it belongs further up in ${placeOf(within)}`,
        });
        misplaced = true;
      },
      qualifier(_child, within, segment, expected) {
        const { id, key } = expected[0]?.lead ?? {};
        if (!id || !key) return;
        const codes = new Set(expected.flatMap((each) => [...(each.lead.key?.codes ?? [])]));
        const { span, text: value } =
          key.component > 0 ? segments.component(segment, key.element, key.component) : segments.element(segment, key.element);
        const name = reference(id, key.element, key.component || undefined);
        if (value === '') return;
        found.push(
          problem({
            kind: 'invalid-code',
            message: `${name} must be ${oneOf(codes)} here, not ${value.slice(0, 20)}`,
            span,
            segment,
            segmentId: id,
            position: position(segment),
            loop: loopOf(within),
            reference: name,
            element: key.element,
            component: key.component || undefined,
            codes: { ik304: '8', ik403: '7' },
            snip: 2,
          }),
        );
        quiet = expected.length > 1 ? Infinity : key.element;
      },
      unexpected(segment, within, known) {
        const id = segments.id(segment);
        whole(segment, loopOf(within), {
          kind: known ? 'misplaced-segment' : 'unknown-segment',
          codes: { ik304: known ? '2' : '1' },
          snip: known ? 2 : 1,
          message: known ? `${id} is not expected here, in ${placeOf(within)}` : `${guide.name}: a segment ${id.slice(0, 10)} is not known`,
        });
      },
    },
    state,
  );
  const tellRepeat = (id: string): void => {
    if (found.at(-1)?.segment === here && found.at(-1)?.kind.startsWith('duplicate-')) return;
    whole(here, loopOf(frame), {
      kind: 'duplicate-segment',
      severity: 'warning',
      codes: { ik304: '5' },
      message: `${id} repeats the segment before it word for word`,
    });
  };
  /** The element whose code was reported by the walk: its own check keeps still. Infinity where the use itself is a guess. */
  let quiet = 0;
  /** It stands where it does not belong: by which use its elements should be judged nobody knows. */
  let misplaced = false;
  const numberLines = guide.transaction === '837';
  let line = 0;
  return {
    levels,
    isLate: () => late,
    state: () => walker.state(),
    isAt: (kept) => walker.isAt(kept),
    take(from, to) {
      let before = from > first ? ends[from - 1] - starts[from - 1] : -1;
      for (here = from; here < to; here++) {
        const start = starts[here];
        const size = ends[here] - start;
        const glance = scanner.glance(start, start + size);
        const { name, code, place } = glance;
        quiet = 0;
        misplaced = false;
        const use = walker.step(here, glance);
        frame = walker.frame();
        const id = use?.id ?? segments.id(here);
        if (isInSmallLetters(name) && use) smallLetters(document, here, position(here), loopOf(frame), found);
        if (quiet > 0) {
          checkSegment({ ...context, report: unlessCodeOf(quiet, context.report) }, use, id, scanner.read(start, start + size));
        } else if (!misplaced && (!use || !hasPassed(place, use))) {
          const known = found.length;
          asked = false;
          checkSegment(context, use, id, scanner.read(start, start + size));
          if (use && found.length === known && !asked) notePassed(place, use);
        }
        if (size === before && use && isSame(text, starts[here - 1], start, size) && !MAY_REPEAT.has(id)) tellRepeat(id);
        before = size;
        if (id === 'HL') {
          line = 0;
          levels.push(levelOf(document, here, frame));
        } else if (numberLines && id === 'CLM') line = 0;
        else if (numberLines && id === 'LX' && use && code !== digitCode(++line)) {
          if (!isNumber(text, scanner.read(start, start + size), line)) checkLine(document, here, line, position(here), found);
        }
      }
    },
    finish(end) {
      frame = undefined;
      walker.finish(end);
    },
  };
}

function unlessCodeOf(element: number, report: (finding: ElementFinding) => void): (finding: ElementFinding) => void {
  return (finding) => {
    if (finding.kind !== 'invalid-code' || (element !== Infinity && finding.element !== element)) report(finding);
  };
}

function levelOf({ segments }: X12Document, segment: number, { loop, parent }: Frame): Level {
  let depth = 0;
  for (let frame = parent; frame; frame = frame.parent) if (frame.headed && frame.loop.lead.id === 'HL') depth++;
  const more = segments.text(segment, 4),
    allowed = loop.lead.elements[3]?.codes;
  return {
    segment,
    number: segments.text(segment, 1),
    above: segments.text(segment, 2),
    // What the guide does not allow is told as such.
    more: !allowed || allowed.has(more) ? more : '',
    loop: loop.id,
    depth,
  };
}

/**
 * HL01 counts from 1, HL02 names the level above, HL04 tells whether there are levels below. `from`: the segments that the numbers
 * of each level's segment count from, where it is not the first.
 */
export function checkLevels(
  document: X12Document,
  { first }: Transaction,
  levels: readonly Level[],
  found: X12Problem[],
  from?: readonly number[],
): void {
  const { segments } = document;
  const open: { readonly index: number; readonly level: Level; children: number }[] = [];
  const tell = (index: number, element: number, message: string, truth: string): void => {
    const { loop } = levels[index];
    const segment = levels[index].segment + (from?.[index] ?? 0);
    const { span } = segments.element(segment, element);
    found.push(
      problem({
        kind: 'mismatched-level',
        message: `${reference('HL', element)} ${message}`,
        span,
        segment,
        segmentId: 'HL',
        position: segment - first + 1,
        loop,
        reference: reference('HL', element),
        element,
        codes: { ik304: '8', ik403: '7' },
        snip: 1,
        fix: replacement(`Set ${reference('HL', element)} to ${truth}`, span, truth, false),
      }),
    );
  };
  const close = ({ index, level, children }: (typeof open)[number]): void => {
    const truth = children > 0 ? '1' : '0';
    if ((level.more !== '0' && level.more !== '1') || level.more === truth) return;
    tell(index, 4, level.more === '1' ? 'says 1, but no level stands below' : 'says 0, but a level stands below', truth);
  };
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i];
    const truth = String(i + 1);
    if (level.number !== truth) tell(i, 1, `is ${level.number || 'empty'}, but this is level number ${truth}`, truth);
    while (open.length > level.depth) close(open.pop() as (typeof open)[number]);
    const above = open.at(-1);
    if (above) {
      above.children++;
      if (level.above !== above.level.number) {
        tell(i, 2, `is ${level.above || 'empty'}, but the level above is ${above.level.number}`, above.level.number);
      }
    }
    open.push({ index: i, level, children: 0 });
  }
  for (const one of open) close(one);
}

function smallLetters({ segments }: X12Document, segment: number, position: number, loop: string, found: X12Problem[]): void {
  const { text, span } = segments.element(segment, 0);
  const name = text.toUpperCase();
  found.push(
    problem({
      kind: 'invalid-segment-name',
      message: `The name of the segment is written in capitals: ${name}`,
      span,
      segment,
      segmentId: name,
      position,
      loop,
      codes: { ik304: '1' },
      fix: replacement(`Change to ${name}`, span, name, true),
    }),
  );
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

/** Service lines count from 1 in each claim. */
function checkLine(document: X12Document, segment: number, truth: number, position: number, found: X12Problem[]): void {
  const { text, span } = document.segments.element(segment, 1);
  if (text === String(truth) || !/^\d+$/.test(text)) return;
  found.push(
    problem({
      kind: 'mismatched-count',
      message: `LX01 is ${text}, but this is line ${truth} of the claim`,
      span,
      segment,
      segmentId: 'LX',
      position,
      loop: '2400',
      reference: 'LX01',
      element: 1,
      codes: { ik304: '8', ik403: '7' },
      snip: 2,
      fix: replacement(`Set LX01 to ${truth}`, span, String(truth), false),
    }),
  );
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

function furtherProblems(document: X12Document, found: readonly X12Problem[]): X12Problem {
  const last = found.at(-1);
  return problem({
    kind: 'further-problems',
    message: 'There are more problems than are shown: correct these first',
    severity: 'information',
    span: last?.span ?? { start: 0, end: 0 },
    segment: last?.segment ?? 0,
    segmentId: document.segments.count > 0 ? document.segments.id(0) : '',
    codes: {},
  });
}
