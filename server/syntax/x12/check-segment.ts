// The elements of one segment against its guide: required, not used, length, type, codes, syntax notes.
import type { Span } from '../tree';
import { checkBinary, isBinary } from './check-binary';
import { decimals, fitsDateFormat, isDate, isDecimal, isInteger, isTime, numberLength } from './formats';
import { bit, type ElementUse, type SegmentUse, type SyntaxNote } from './guide';
import { oneOf, reference, replacement, type X12Problem } from './problem';
import {
  BLANK,
  DIGIT,
  endOf,
  isRepeated,
  MINUS,
  packed,
  partEnd,
  partKinds,
  partStart,
  POINT,
  REPETITION,
  type Scan,
  type Scanner,
  separatorBehind,
  startOf,
  STRANGE,
} from './scan';
import type { Separators } from './separators';

/** What a check knows of the place, and where it reports. */
export interface SegmentContext {
  readonly text: string;
  readonly separators: Separators;
  report(found: ElementFinding): void;
  /** Is a code in a list kept elsewhere, such as `states`? Undefined where that is not known. */
  known?(list: string, code: string): boolean | undefined;
}

export type ElementFinding = Pick<X12Problem, 'kind' | 'message' | 'span' | 'reference' | 'element' | 'codes'> &
  Partial<Pick<X12Problem, 'component' | 'repetition' | 'data' | 'severity' | 'snip' | 'fix'>>;

/** Checks a scanned segment. Segments without a use are only checked for characters. */
export function checkSegment(context: SegmentContext, use: SegmentUse | undefined, id: string, scan: Scan): void {
  if (isBinary(id)) {
    checkBinary(context, id, scan);
    return;
  }
  const { size } = scan;
  const end = endOf(scan, size);
  if (scan.marks & STRANGE) checkCharacters(context, id, scan);
  if (!use) return;
  const { elements, notes } = use;
  if (size > elements.length) tooManyElements(context, id, elements.length, scan);
  const last = Math.max(use.lastRequired, Math.min(size, elements.length));
  let filled = 0;
  /** What is missing behind the last element that holds something. */
  let absent: ElementUse[] | undefined;
  for (let n = 1; n <= last; n++) {
    const element = elements[n - 1];
    const from = n > size ? end : startOf(scan, n);
    const to = n > size ? end : endOf(scan, n);
    if (from >= to) {
      if (element.usage === 'R' && isDue(context, element, scan)) (absent ??= []).push(element);
      continue;
    }
    filled |= bit(n);
    if (absent) {
      for (const each of absent) missing(context, id, each, { start: startOf(scan, each.number), end: endOf(scan, each.number) });
      absent = undefined;
    }
    if (element.usage === 'N') {
      context.report({
        kind: 'unused-element',
        message: `${reference(id, n)} (${element.name}) is not used here`,
        span: { start: from, end: to },
        reference: reference(id, n),
        element: n,
        data: element.data,
        codes: { ik304: '8', ik403: 'I10' },
        snip: 2,
      });
      continue;
    }
    const part = scan.first[n],
      next = scan.first[n + 1];
    if (next > part + 1 && isRepeated(scan, n)) checkRepetitions(context, id, element, scan);
    else if (element.components) checkComposite(context, id, element, element.components, scan, part, next);
    else if (next > part + 1) tooManyComponents(context, id, element, undefined, { start: from, end: to });
    else checkValue(context, id, element, undefined, scan, part, n > 1 ? startOf(scan, n - 1) : from - 1, from - 1);
  }
  if (absent) missingAtEnd(context, id, absent, scan);
  for (let i = 0; i < notes.length; i++) if (!holds(notes[i], filled)) checkNote(context, id, notes[i], elements, scan, end);
  if (size > 0 && startOf(scan, size) >= end) trailing(context, id, scan, end);
}

/** Are all elements of a segment, which is all of the text, in order by a use? */
export function isInOrder(context: Omit<SegmentContext, 'report'>, use: SegmentUse, scanner: Pick<Scanner, 'read'>): boolean {
  return isScanInOrder(context, use, scanner.read(0, context.text.length));
}

/** The same of a scanned segment. */
export function isScanInOrder(context: Omit<SegmentContext, 'report'>, use: SegmentUse, scan: Scan): boolean {
  let errors = 0;
  const report = ({ severity }: ElementFinding): void => void (errors += (severity ?? 'error') === 'error' ? 1 : 0);
  checkSegment({ ...context, report }, use, use.id, scan);
  return errors === 0;
}

/** Is a required element required here, where it depends on another one? */
function isDue({ text }: SegmentContext, { when }: ElementUse, scan: Scan): boolean {
  return !when || (when.element <= scan.size && when.codes.includes(text.slice(startOf(scan, when.element), endOf(scan, when.element))));
}

/** Does a note surely hold, judged by which elements are filled? */
function holds({ kind, mask, elements }: SyntaxNote, filled: number): boolean {
  const both = filled & mask;
  switch (kind) {
    case 'P':
      return both === mask || both === 0;
    case 'R':
      return both !== 0;
    case 'E':
      return (both & (both - 1)) === 0;
    case 'C':
      return both === mask || (filled & bit(elements[0] ?? 0)) === 0;
    case 'L':
      return (both & (both - 1)) !== 0 || (filled & bit(elements[0] ?? 0)) === 0;
  }
}

const TAB = 9;
/** What an editor shows in place of a byte that it cannot read. */
const UNREAD = 0xfffd;

function checkCharacters(context: SegmentContext, id: string, scan: Scan): void {
  const { text, separators } = context;
  const allowed = new Set(Object.values(separators));
  for (let n = 0; n <= scan.size; n++) {
    for (let i = startOf(scan, n); i < endOf(scan, n); i++) {
      const code = text.charCodeAt(i);
      if ((code >= 32 && code <= 126) || allowed.has(text[i] ?? '')) continue;
      const lineEnd = code === 10 || code === 13;
      context.report({
        kind: 'invalid-character',
        message: lineEnd
          ? `A line break inside of ${id}: is the terminator ${separators.segment} missing?`
          : code === UNREAD
            ? 'This letter could not be read: the file is in another encoding, and saved as it is the letter is lost. Reopen it as Windows 1252'
            : `${code === TAB ? 'A tab' : `The character ${code < 32 ? `number ${code}` : (text[i] ?? '')}`} is outside of the X12 character set`,
        span: { start: i, end: i + 1 },
        reference: reference(id, n),
        element: n,
        codes: { ik304: '8', ik403: '6' },
      });
      break;
    }
  }
}

function checkRepetitions(context: SegmentContext, id: string, element: ElementUse, scan: Scan): void {
  const n = element.number;
  const stop = scan.first[n + 1];
  let number = 0;
  const said = new Set<string>();
  for (let part = scan.first[n]; part < stop; ) {
    let next = part + 1;
    while (next < stop && separatorBehind(scan, next - 1) !== REPETITION) next++;
    const start = partStart(scan, part),
      end = partEnd(scan, next - 1);
    number++;
    if (number === element.repeat + 1) {
      context.report({
        kind: 'duplicate-element',
        span: { start, end: endOf(scan, n) },
        reference: reference(id, n),
        element: n,
        message:
          element.repeat === 1
            ? `${reference(id, n)} (${element.name}) takes one value`
            : `${reference(id, n)} (${element.name}) takes ${element.repeat} values at most`,
        repetition: number,
        data: element.data,
        codes: { ik304: '8', ik403: '12' },
      });
      return;
    }
    const value = context.text.slice(start, end);
    if (value !== '' && said.has(value)) {
      context.report({
        kind: 'duplicate-element',
        span: { start, end },
        reference: reference(id, n),
        element: n,
        severity: 'warning',
        message: `${reference(id, n)} (${element.name}) says ${short(value)} twice`,
        repetition: number,
        data: element.data,
        codes: { ik304: '8', ik403: '7' },
      });
    }
    said.add(value);
    if (element.components) checkComposite(context, id, element, element.components, scan, part, next);
    else if (start === end) missing(context, id, element, { start, end });
    else if (next > part + 1) tooManyComponents(context, id, element, undefined, { start, end });
    else checkValue(context, id, element, undefined, scan, part, n > 1 ? startOf(scan, n - 1) : startOf(scan, n) - 1, startOf(scan, n) - 1);
    part = next;
  }
}

/** The parts from `first` to before `stop` are the components. */
function checkComposite(
  context: SegmentContext,
  id: string,
  element: ElementUse,
  components: readonly ElementUse[],
  scan: Scan,
  first: number,
  stop: number,
): void {
  const to = partEnd(scan, stop - 1);
  let lastFilled = to;
  for (let part = first; part < stop; part++) {
    const m = part - first + 1;
    const start = partStart(scan, part),
      end = partEnd(scan, part);
    if (m > components.length) {
      tooManyComponents(context, id, element, m, { start, end: to });
      return;
    }
    const component = components[m - 1];
    if (start === end) {
      if (component.usage === 'R') missing(context, id, element, { start, end }, component);
      continue;
    }
    if (component.usage === 'N') {
      context.report({
        kind: 'unused-element',
        message: `${reference(id, element.number, m)} (${component.name}) is not used here`,
        span: { start, end },
        reference: reference(id, element.number, m),
        element: element.number,
        component: m,
        data: component.data,
        codes: { ik304: '8', ik403: 'I10' },
        snip: 2,
      });
    } else checkValue(context, id, component, element, scan, part, part > first ? partStart(scan, part - 1) : start, start - 1);
    lastFilled = end;
  }
  let lacks = 0;
  for (let absent = stop - first; absent < components.length; absent++) if (components[absent].usage === 'R') lacks++;
  if (lacks > 0) missingComponents(context, id, element, components.slice(stop - first), to);
  if (stop - first > 1 && partStart(scan, stop - 1) === to && lastFilled < to) {
    context.report({
      kind: 'unused-separator',
      message: `${reference(id, element.number)} ends with an empty component`,
      severity: 'warning',
      span: { start: lastFilled, end: to },
      reference: reference(id, element.number),
      element: element.number,
      codes: {},
      fix: replacement('Remove the separators at the end', { start: lastFilled, end: to }, '', true),
    });
  }
}

/** One value: length, type, codes. `before` is the element or component in front of it, which may name a date's format. */
function checkValue(
  context: SegmentContext,
  id: string,
  use: ElementUse,
  composite: ElementUse | undefined,
  scan: Scan,
  part: number,
  beforeStart: number,
  beforeEnd: number,
): void {
  const { text } = context;
  const { type } = use;
  const from = partStart(scan, part),
    to = partEnd(scan, part);
  const kinds = partKinds(scan, part);
  if (use.codes) {
    if (use.packed ? isAmong(use.packed, packed(scan, part)) : use.codes.has(text.slice(from, to))) return;
    const value = text.slice(from, to);
    if (use.codes.has(value.trimEnd())) blanksAround(context, id, use, composite, from, to);
    else report(context, id, use, composite, from, to, 'invalid-code', `must be ${oneOf(use.codes)}, not ${short(value)}`, '7', 2);
    return;
  }
  const numeric = type === 'R' || type === 'N0';
  // What is too long or too short is no code, no date and no time.
  const length = numeric && (kinds & (POINT | MINUS)) !== 0 ? numberLength(text, from, to) : to - from;
  if (length < use.min) {
    report(context, id, use, composite, from, to, 'invalid-length', `needs ${use.min} characters at least, here ${length}`, '4');
    if (!numeric) return;
  } else if (length > use.max) {
    report(context, id, use, composite, from, to, 'invalid-length', `takes ${use.max} characters at most, here ${length}`, '5');
    if (!numeric) return;
  }
  if (use.list && context.known?.(use.list, text.slice(from, to)) === false) {
    report(context, id, use, composite, from, to, 'unknown-code', `is not a known code: ${short(text.slice(from, to))}`, '7', 5);
  } else if (numeric) {
    // Digits alone are any number.
    if (kinds === DIGIT) return;
    if (use.unsigned && (kinds & MINUS) !== 0 && isDecimal(text, from, to)) {
      report(context, id, use, composite, from, to, 'invalid-number', 'cannot be below zero', '6', 2);
    } else if (type === 'N0') {
      if (!isInteger(text, from, to)) report(context, id, use, composite, from, to, 'invalid-number', 'must be a whole number', '6');
    } else if (!isDecimal(text, from, to)) {
      report(context, id, use, composite, from, to, 'invalid-number', 'must be a number, such as 145 or 12.5', '6');
    } else if (use.data === '782' && decimals(text, from, to) > 2) {
      report(context, id, use, composite, from, to, 'invalid-number', 'is an amount of money: two decimals at most', '6', 2);
    }
  } else if (type === 'DT') {
    if (isDate(text, from, to)) return;
    report(
      context,
      id,
      use,
      composite,
      from,
      to,
      'invalid-date',
      `must be a date that exists, written ${use.max === 6 ? 'YYMMDD' : 'CCYYMMDD'}`,
      '8',
    );
  } else if (type === 'TM') {
    if (!isTime(text, from, to)) report(context, id, use, composite, from, to, 'invalid-time', 'must be a time of day, written HHMM', '9');
  } else if (use.dated) {
    const format = text.slice(beforeStart, beforeEnd);
    if (!fitsDateFormat(format, text, from, to)) {
      report(context, id, use, composite, from, to, 'invalid-date', `must be ${FORMATS[format] ?? `written as ${format} says`}`, '8');
    }
  } else if (use.pattern && !use.pattern.test(text.slice(from, to))) {
    report(context, id, use, composite, from, to, 'invalid-pattern', 'is not written as it must be', 'I12', 2);
  } else if ((kinds & BLANK) !== 0 && (text.charCodeAt(from) === 32 || text.charCodeAt(to - 1) === 32)) {
    blanksAround(context, id, use, composite, from, to);
  }
}

/** Blanks alone are no value; blanks around a value do no harm, but do not belong there. */
function blanksAround(
  context: SegmentContext,
  id: string,
  use: ElementUse,
  composite: ElementUse | undefined,
  from: number,
  to: number,
): void {
  const trimmed = context.text.slice(from, to).trim();
  if (trimmed === '') {
    report(context, id, use, composite, from, to, 'missing-element', 'holds blanks only', '1');
    return;
  }
  const element = composite?.number ?? use.number;
  const component = composite ? use.number : undefined;
  const name = reference(id, element, component);
  const span = { start: from, end: to };
  context.report({
    kind: 'unused-blank',
    message: `${name} (${use.name}) has blanks around it`,
    severity: 'warning',
    span,
    reference: name,
    element,
    component,
    data: use.data,
    codes: {},
    fix: replacement('Remove the blanks', span, trimmed, true),
  });
}

function isAmong(codes: Int32Array, code: number): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] === code) return true;
  return false;
}

const FORMATS: Readonly<Record<string, string>> = {
  D8: 'a date that exists, written CCYYMMDD',
  RD8: 'two dates, written CCYYMMDD-CCYYMMDD',
  D6: 'a date that exists, written YYMMDD',
  TM: 'a time of day, written HHMM',
  DT: 'date and time, written CCYYMMDDHHMM',
};

function report(
  context: SegmentContext,
  id: string,
  use: ElementUse,
  composite: ElementUse | undefined,
  from: number,
  to: number,
  kind: string,
  what: string,
  code: string,
  snip: X12Problem['snip'] = 1,
): void {
  const element = composite?.number ?? use.number;
  const component = composite ? use.number : undefined;
  const name = reference(id, element, component);
  context.report({
    kind,
    message: `${name} (${use.name}) ${what}`,
    span: { start: from, end: to },
    reference: name,
    element,
    component,
    data: use.data,
    codes: { ik304: '8', ik403: code },
    snip,
  });
}

function missing(
  context: SegmentContext,
  id: string,
  element: ElementUse,
  span: Span,
  component?: ElementUse,
  message = `${reference(id, element.number, component?.number)} (${(component ?? element).name}) is missing`,
): void {
  const name = reference(id, element.number, component?.number);
  context.report({
    kind: 'missing-element',
    message,
    span,
    reference: name,
    element: element.number,
    component: component?.number,
    data: (component ?? element).data,
    codes: { ik304: '8', ik403: '1' },
    snip: 2,
  });
}

/** A segment that ends too early is one fault, however much of it is missing. */
function missingAtEnd(context: SegmentContext, id: string, absent: readonly ElementUse[], scan: Scan): void {
  const [first] = absent,
    end = endOf(scan, scan.size);
  const at = first.number > scan.size ? end : startOf(scan, first.number);
  if (absent.length === 1) {
    missing(context, id, first, { start: at, end: at });
    return;
  }
  missing(
    context,
    id,
    first,
    { start: at, end: at },
    undefined,
    endsEarly(
      id,
      absent.map(({ number, name }) => `${reference(id, number)} (${name})`),
    ),
  );
}

function missingComponents(context: SegmentContext, id: string, element: ElementUse, behind: readonly ElementUse[], end: number): void {
  const absent = behind.filter(({ usage }) => usage === 'R');
  const names = absent.map(({ number, name }) => `${reference(id, element.number, number)} (${name})`);
  const message = names.length > 1 ? endsEarly(reference(id, element.number), names) : undefined;
  missing(context, id, element, { start: end, end }, absent[0], message);
}

function endsEarly(what: string, absent: readonly string[]): string {
  const names = absent.slice(0, MOST_NAMED);
  const more = absent.length - names.length;
  if (more > 0) names.push(more === 1 ? 'another one' : `${more} others`);
  const last = names.pop();
  return `${what} ends too early: ${names.join(', ')} and ${last} are missing`;
}

/** So many of the elements that are missing are named. */
const MOST_NAMED = 4;

function tooManyElements(context: SegmentContext, id: string, most: number, scan: Scan): void {
  const { size } = scan;
  const start = startOf(scan, most + 1),
    end = endOf(scan, size);
  if (end - start < size - most) return;
  context.report({
    kind: 'unknown-element',
    message: `${id} has ${most} elements at most, here ${size}`,
    span: { start, end },
    reference: reference(id, most + 1),
    element: most + 1,
    codes: { ik304: '8', ik403: '3' },
  });
}

function tooManyComponents(context: SegmentContext, id: string, element: ElementUse, component: number | undefined, span: Span): void {
  const name = reference(id, element.number);
  context.report({
    kind: 'unknown-element',
    span,
    reference: name,
    element: element.number,
    component,
    data: element.data,
    codes: { ik304: '8', ik403: '13' },
    message: element.components
      ? `${name} (${element.name}) has ${element.components.length} components at most`
      : `${name} (${element.name}) is one value: a component separator cannot stand in it`,
  });
}

function trailing(context: SegmentContext, id: string, scan: Scan, end: number): void {
  let n = scan.size;
  while (n > 0 && endOf(scan, n) <= startOf(scan, n)) n--;
  const span = { start: endOf(scan, n), end };
  context.report({
    kind: 'unused-separator',
    message: `${id} ends with empty elements`,
    severity: 'warning',
    span,
    reference: id,
    element: undefined,
    codes: {},
    fix: replacement('Remove the separators at the end', span, '', true),
  });
}

function checkNote(
  context: SegmentContext,
  id: string,
  { kind, elements, text }: SyntaxNote,
  uses: readonly ElementUse[],
  scan: Scan,
  end: number,
): void {
  const first = elements[0] ?? 0;
  const filled = (n: number): boolean => n <= scan.size && endOf(scan, n) > startOf(scan, n);
  if ((kind === 'C' || kind === 'L') && !filled(first)) return;
  let count = 0;
  for (const n of elements) if (filled(n)) count++;
  if (
    kind === 'P'
      ? count === 0 || count === elements.length
      : kind === 'R'
        ? count > 0
        : kind === 'E'
          ? count < 2
          : kind === 'C'
            ? count === elements.length
            : count > 1
  )
    return;
  const at = elements.find((n) => filled(n) === (kind === 'E') && (kind !== 'E' || n !== first)) ?? first;
  const use = uses[at - 1];
  if (kind !== 'E' && elements.some((n) => !filled(n) && uses[n - 1]?.usage === 'R')) return;
  if (kind === 'R' && elements.every((n) => uses[n - 1]?.usage === 'N')) return;
  const named = (n: number): string => [reference(id, n), uses[n - 1]?.name && `(${uses[n - 1]?.name})`].filter(Boolean).join(' ');
  const names = (numbers: readonly number[]): string => numbers.map(named).join(', ');
  const message = {
    P: `${names(elements)} go together: ${names(elements.filter((n) => !filled(n)))} is missing`,
    R: `One of ${names(elements)} must be given`,
    E: `Only one of ${names(elements)} may be given`,
    C: `${names(elements.slice(1).filter((n) => !filled(n)))} must be given with ${names([first])}`,
    L: `With ${names([first])} one of ${names(elements.slice(1))} must be given`,
  }[kind];
  const isThere = at <= scan.size;
  context.report({
    kind: kind === 'E' ? 'unused-element' : 'missing-element',
    message,
    span: { start: isThere ? startOf(scan, at) : end, end: isThere ? endOf(scan, at) : end },
    reference: reference(id, at),
    element: at,
    data: use?.data,
    codes: { ik304: '8', ik403: kind === 'E' ? '10' : '2' },
    snip: text === '' ? 2 : 1,
  });
}

const short = (value: string): string => (value.length > 20 ? `${value.slice(0, 20)}…` : value);
