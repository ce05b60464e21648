// Interchange, group and transaction: counts, control numbers, versions, what does not close.
import { checkContent, isHeadless } from './check-content';
import { checkReceipt } from './check-receipt';
import { checkSegment, type ElementFinding } from './check-segment';
import { findShift, isTrailerShifted } from './shifted';
import { checkInterchangeVersion, checkVersion } from './check-versions';
import type { Group, Interchange, Transaction, X12Document } from './read';
import { envelopeGuide } from './guides';
import type { SegmentUse } from './guide';
import { Scanner } from './scan';
import { isWordCode } from './separators';
import type { Span } from '../tree';
import { problem, reference, replacement, type ProblemParts, type X12Problem } from './problem';

/**
 * Checks everything that encloses the transactions; what is inside of them is left alone. Stops when there is `enough`.
 * `size` tells how many segments a transaction has, for a document that holds its first and last only.
 */
export function checkEnvelopes(
  document: X12Document,
  tell: (found: X12Problem) => void,
  enough: () => boolean,
  size = (transaction: Transaction): number => transaction.end - transaction.first,
): void {
  const { segments, interchanges } = document;
  const once = new Once(tell);
  const { report } = once;
  checkContent(document, (found) => {
    // What is wrong with the width of ISA its elements tell.
    if (
      found.kind !== 'invalid-interchange-header' ||
      segments.size(found.segment) !== WIDTHS.length ||
      widthsHold(document, found.segment)
    )
      report(found);
  });
  /** How often a number was used: what is used again and again is told once. */
  const interchangeNumbers = new Map<string, number>();
  for (const interchange of interchanges) {
    const tell = (parts: Omit<ProblemParts, 'segmentId'>): void => report(problem({ ...parts, segmentId: segments.id(parts.segment) }));
    if (enough()) return;
    checkHeadSegments(document, interchange, once, enough);
    if (interchange.isa !== undefined) {
      const key = `${interchange.sender}\n${interchange.receiver}\n${interchange.control}`;
      const times = (interchangeNumbers.get(key) ?? 0) + 1;
      if (times === 2) {
        tell({
          kind: 'duplicate-control-number',
          message: `Interchange control number ${interchange.control} is used twice in this file`,
          span: segments.element(interchange.isa, 13).span,
          segment: interchange.isa,
          reference: 'ISA13',
          element: 13,
          codes: { ta105: '025' },
        });
      }
      interchangeNumbers.set(key, times);
    }
    const real = interchange.groups.filter((group) => group.gs !== undefined);
    if (interchange.iea !== undefined && interchange.isa !== undefined) {
      if (!interchange.groups.some(isHeadless)) count(document, interchange.iea, 1, real.length, 'groups', { ta105: '021' }, report);
      if (once.isRead(interchange.isa, 13)) same(document, interchange.isa, 13, interchange.iea, 2, { ta105: '001' }, report);
    }
    unique(
      document,
      real.flatMap((group) => (group.gs === undefined ? [] : [[group.gs, 6, group.control] as const])),
      'Group',
      { ak905: '19' },
      report,
    );
    checkInterchangeVersion(document, interchange, report);
    const release = interchange.isa === undefined ? '' : segments.text(interchange.isa, 12);
    for (const group of interchange.groups) if (!enough()) checkGroup(document, group, release, once, enough, size);
  }
}

/** Lets through one error for each element of ISA, GS, GE and IEA, and one alone for a segment that is wrong as a whole. */
class Once {
  private readonly told = new Set<string>();
  /** Elements that are no numbers to be compared. */
  private readonly unread = new Set<string>();

  constructor(private readonly tell: (found: X12Problem) => void) {}

  readonly report = (found: X12Problem): void => {
    const { kind, segment, segmentId, element, severity } = found;
    if (severity === 'error' && OUTER.has(segmentId) && kind !== 'missing-trailer') {
      if (this.told.has(`${segment}`) || (element !== undefined && this.told.has(`${segment} ${element}`))) return;
      if (kind === 'invalid-interchange-header') this.told.add(`${segment}`);
      if (element !== undefined) this.told.add(`${segment} ${element}`);
    }
    this.tell(found);
  };

  /** The same of what is written in an element. */
  readonly written = (found: X12Problem): void => {
    this.report(found);
    if (found.severity === 'error') this.unread.add(`${found.segment} ${found.element ?? ''}`);
  };

  /** The same of a segment whose elements stand one place off. */
  readonly shifted = (found: X12Problem): void => {
    this.report(found);
    this.told.add(`${found.segment}`);
  };

  /** Can an element be compared with another one? */
  isRead(segment: number, element: number): boolean {
    return !this.told.has(`${segment}`) && !this.unread.has(`${segment} ${element}`);
  }
}

const OUTER: ReadonlySet<string> = new Set(['ISA', 'GS', 'GE', 'IEA']);

function checkGroup(
  document: X12Document,
  group: Group,
  release: string,
  once: Once,
  enough: () => boolean,
  size: (transaction: Transaction) => number,
): void {
  const { segments } = document;
  const { report } = once;
  const real = group.transactions;
  if (group.ge !== undefined && group.gs !== undefined) {
    count(document, group.ge, 1, real.length, 'transactions', { ak905: '5' }, report);
    if (once.isRead(group.gs, 6)) same(document, group.gs, 6, group.ge, 2, { ak905: '4' }, report);
  }
  unique(
    document,
    real.flatMap((each) => (each.st === undefined ? [] : [[each.st, 2, each.control] as const])),
    'Transaction',
    { ik502: '23' },
    report,
  );
  for (const transaction of group.transactions) {
    if (enough()) return;
    checkVersion(document, group, transaction, release, report);
    if (transaction.se === undefined || transaction.st === undefined || isTrailerShifted(document, transaction.se)) continue;
    count(document, transaction.se, 1, size(transaction), 'segments', { ik502: '4' }, report, transaction);
    same(document, transaction.st, 2, transaction.se, 2, { ik502: '3' }, report, transaction);
  }
  if (group.gs !== undefined && real.length === 0) {
    report(
      problem({
        kind: 'missing-transaction',
        message: 'The group holds no transaction',
        span: segments.span(group.gs),
        segment: group.gs,
        segmentId: 'GS',
        codes: { ak905: '5' },
      }),
    );
  }
}

/** ISA, TA1, GS, GE and IEA against their own small guide. */
function checkHeadSegments(document: X12Document, interchange: Interchange, once: Once, enough: () => boolean): void {
  const { report, written } = once;
  const uses = new Map<string, SegmentUse>();
  for (const child of envelopeGuide().root.children) {
    uses.set(child.lead.id, child.lead);
    if (child.use.kind === 'loop') for (const inner of child.use.children) uses.set(inner.lead.id, inner.lead);
  }
  const { segments, text } = document;
  const inside = interchange.groups.flatMap((group) => group.transactions);
  const declared = segments.separators(interchange.isa ?? interchange.first);
  const whole = { ...declared, component: '', repetition: '' };
  const headScanner = new Scanner(text, whole);
  const scanner = new Scanner(text, interchange.separators);
  let next = 0;
  for (let i = interchange.first; i < interchange.end && !enough(); i++) {
    const transaction = inside[next];
    if (transaction && i === transaction.first) {
      i = transaction.end - 1;
      next++;
      continue;
    }
    const id = segments.id(i);
    const use = uses.get(id);
    const found: ElementFinding[] = [];
    const context = {
      text,
      separators: id === 'ISA' ? whole : interchange.separators,
      report: (one: ElementFinding) => void found.push(one),
    };
    const start = segments.starts[i] ?? 0,
      end = segments.ends[i] ?? 0;
    checkSegment(context, use, id, (id === 'ISA' ? headScanner : scanner).read(start, end));
    const shift =
      use && id !== 'ISA'
        ? findShift(
            context,
            use,
            id,
            start,
            end,
            found.map((one) => headProblem(one, i, id)),
          )
        : undefined;
    // A character that cannot be read makes an element too long, too.
    if (shift) once.shifted(headProblem(shift, i, id));
    for (const one of found) if (!shift && one.kind === 'invalid-character') written(headProblem(one, i, id));
    if (id === 'ISA') checkWidths(document, i, written);
    for (const one of found) if (!shift && (id !== 'ISA' || !WIDTH_KINDS.has(one.kind))) written(headProblem(one, i, id));
    if (id === 'TA1') checkReceipt(document, i, interchange.isa, report);
    if (id === 'ISA') checkDelimiters(document, interchange, i, report);
  }
}

/** The delimiters that stand in ISA against those that the segments behind it use. */
function checkDelimiters(document: X12Document, { separators }: Interchange, isa: number, report: (found: X12Problem) => void): void {
  checkRepetitionSeparator(document, isa, report);
  const { text, segments } = document;
  const { start, end } = segments.span(isa);
  // Delimiters that cannot be such were told by the reader.
  if (document.problems.some(({ kind, span }) => kind === 'invalid-delimiters' && span.start === start)) return;
  const tell = (message: string, span: Span, element: number | undefined, code: string, title: string, by: string): void =>
    report(
      problem({
        kind: 'invalid-delimiters',
        message,
        span,
        segment: isa,
        segmentId: 'ISA',
        ...(element !== undefined && { reference: reference('ISA', element), element }),
        codes: { ta105: code },
        fix: replacement(title, span, by, true),
      }),
    );
  const own = segments.separators(isa).element,
    behind = text.slice(end, end + 1);
  if (own !== separators.element) {
    const message = `The elements of ISA are separated by ${own}, those of the other segments by ${separators.element}: one sign must do for all`;
    tell(
      message,
      { start, end },
      undefined,
      '026',
      `Change to ${separators.element}`,
      text.slice(start, end).replaceAll(own, separators.element),
    );
  }
  if (behind !== separators.segment && /[^\sA-Za-z0-9]/.test(behind)) {
    const message = `ISA ends with ${behind}, the other segments with ${separators.segment}: one terminator must do for all`;
    tell(message, { start: end, end: end + 1 }, undefined, '004', `Change to ${separators.segment}`, separators.segment);
  }
  const component = segments.element(isa, 16),
    repetition = segments.element(isa, 11);
  if (component.text.length === 1 && component.text !== separators.component) {
    const message = `ISA16 says that ${component.text} separates components, but in this file ${separators.component} does: a receiver splits them by ISA16`;
    tell(message, component.span, 16, '027', `Set ISA16 to ${separators.component}`, separators.component);
  }
  if (separators.repetition !== '' && /^[^\sA-Za-z0-9]$/.test(repetition.text) && repetition.text !== separators.repetition) {
    const message = `ISA11 says that ${repetition.text} separates repetitions, but in this file ${separators.repetition} does: a receiver splits them by ISA11`;
    tell(message, repetition.span, 11, '026', `Set ISA11 to ${separators.repetition}`, separators.repetition);
  }
}

function headProblem(found: ElementFinding, segment: number, segmentId: string): X12Problem {
  const codes = segmentId === 'ISA' ? { ta105: TA105[found.element ?? 0] ?? '024' } : segmentId === 'GS' ? { ta105: '024' } : found.codes;
  return problem({ ...found, segment, segmentId, snip: 1, codes });
}

/** From 00402 on ISA11 is the repetition separator. Before, `U` stood there, and many programs write it still. */
function checkRepetitionSeparator(document: X12Document, isa: number, report: (found: X12Problem) => void): void {
  const { text, span } = document.segments.element(isa, 11);
  const version = document.segments.text(isa, 12);
  if (text.length !== 1 || !isWordCode(text.charCodeAt(0)) || !/^\d{5}$/.test(version) || version < '00402') return;
  report(
    problem({
      kind: 'invalid-delimiters',
      message: `ISA11 must be the repetition separator, a sign that stands in no data, such as ^, not ${text}`,
      span,
      segment: isa,
      segmentId: 'ISA',
      reference: 'ISA11',
      element: 11,
      codes: { ta105: '026' },
      severity: text === 'U' ? 'warning' : 'error',
    }),
  );
}

/** ISA has fixed widths of its own: these are checked apart. */
const WIDTH_KINDS: ReadonlySet<string> = new Set(['invalid-length', 'missing-element', 'unused-blank']);

/** What TA1 answers when an element of ISA is wrong. */
const TA105: Readonly<Record<number, string>> = {
  1: '010',
  2: '011',
  3: '012',
  4: '013',
  5: '005',
  6: '006',
  7: '007',
  8: '008',
  9: '014',
  10: '015',
  12: '017',
  13: '018',
  14: '019',
  15: '020',
  16: '027',
};

const WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** Are all elements of ISA as wide as they must be? */
function widthsHold({ segments }: X12Document, isa: number): boolean {
  return WIDTHS.every((width, index) => segments.text(isa, index + 1).length === width);
}

function checkWidths(document: X12Document, isa: number, report: (found: X12Problem) => void): void {
  const { segments } = document;
  WIDTHS.forEach((width, index) => {
    const { text, span } = segments.element(isa, index + 1);
    if (text.length === width || index >= segments.size(isa)) return;
    const padded = index === 12 ? text.padStart(width, '0') : text.padEnd(width);
    report(
      problem({
        kind: 'invalid-length',
        message: `${reference('ISA', index + 1)} is ${width} characters wide, here ${text.length}`,
        span,
        segment: isa,
        segmentId: 'ISA',
        reference: reference('ISA', index + 1),
        element: index + 1,
        codes: { ta105: TA105[index + 1] ?? '024' },
        fix: padded.length === width ? replacement(`Fill up to ${width} characters`, span, padded, true) : undefined,
      }),
    );
  });
}

type Codes = X12Problem['codes'];

function count(
  document: X12Document,
  segment: number,
  element: number,
  truth: number,
  what: string,
  codes: Codes,
  report: (found: X12Problem) => void,
  transaction?: Transaction,
): void {
  const { segments } = document;
  const { text, span } = segments.element(segment, element);
  if (/^\d+$/.test(text) && Number(text) === truth) return;
  const id = segments.id(segment);
  const name = reference(id, element);
  report(
    problem({
      kind: 'mismatched-count',
      message: `${name} says ${text.trim() || 'nothing'}, there are ${truth} ${what}`,
      span,
      segment,
      segmentId: id,
      reference: name,
      element,
      codes,
      position: transaction ? segment - transaction.first + 1 : undefined,
      fix: replacement(`Set ${name} to ${truth}`, span, String(truth), true),
    }),
  );
}

function same(
  document: X12Document,
  head: number,
  headElement: number,
  trailer: number,
  element: number,
  codes: Codes,
  report: (found: X12Problem) => void,
  transaction?: Transaction,
): void {
  const { segments } = document;
  const truth = segments.text(head, headElement);
  const { text, span } = segments.element(trailer, element);
  const isNumber = segments.id(head) !== 'ST';
  // A head without its number is told for itself.
  if (truth === '' || text === truth || (isNumber && !/^\d+$/.test(truth))) return;
  if (isNumber && /^\d+$/.test(text) && Number(text) === Number(truth)) return;
  const id = segments.id(trailer);
  const name = reference(id, element);
  const headName = reference(segments.id(head), headElement);
  report(
    problem({
      kind: 'mismatched-control-number',
      span,
      message: `${name} is ${text.trim() || 'empty'}, ${headName} is ${truth || 'empty'}: they must be the same`,
      segment: trailer,
      segmentId: id,
      reference: name,
      element,
      codes,
      position: transaction ? trailer - transaction.first + 1 : undefined,
      fix: replacement(`Set ${name} to ${truth}`, span, truth, true),
    }),
  );
}

function unique(
  document: X12Document,
  numbers: readonly (readonly [segment: number, element: number, control: string])[],
  what: string,
  codes: Codes,
  report: (found: X12Problem) => void,
): void {
  const seen = new Set<string>();
  for (const [segment, element, control] of numbers) {
    if (seen.has(control)) {
      const id = document.segments.id(segment);
      report(
        problem({
          kind: 'duplicate-control-number',
          message: `${what} control number ${control} is used twice`,
          span: document.segments.element(segment, element).span,
          segment,
          segmentId: id,
          reference: reference(id, element),
          element,
          codes,
          position: id === 'ST' ? 1 : undefined,
        }),
      );
    }
    seen.add(control);
  }
}
