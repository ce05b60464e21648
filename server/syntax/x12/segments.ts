// The segments of a document: starts and ends in typed arrays, elements split only when asked for.
import type { Span } from '../tree';
import { nameNumbers } from './names';
import type { Separators } from './separators';

/** A stretch of data with its place. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** What a cursor stands on. Numbers count from 1; element 0 is the segment's name. */
export interface Place {
  readonly segment: number;
  readonly element: number;
  readonly repetition: number;
  readonly component: number;
}

/** The segments in file order, numbered from 0. Elements, repetitions and components are numbered from 1. */
export interface Segments {
  readonly count: number;
  /** The segment's name, such as `NM1`. */
  id(segment: number): string;
  /** From the name to the last character of data, terminator excluded. */
  span(segment: number): Span;
  /** How many elements stand in it (empty ones count, the name does not). */
  size(segment: number): number;
  /** The data of an element, '' where absent. */
  text(segment: number, element: number): string;
  /** An element; where absent, an empty text with an empty span at the segment's end. */
  element(segment: number, element: number): Piece;
  /** A component of an element's first (or another) repetition; where absent, empty, at the element's end. */
  component(segment: number, element: number, component: number, repetition?: number): Piece;
  /** All components of an element's first (or another) repetition. */
  components(segment: number, element: number, repetition?: number): readonly Piece[];
  /** All repetitions of an element: at least one. */
  repetitions(segment: number, element: number): readonly Piece[];
  /** The delimiters in force at a segment. */
  separators(segment: number): Separators;
  /** The segment that holds the offset, or the last one before it; -1 before the first. */
  at(offset: number): number;
  /** Segment, element, repetition and component under an offset; undefined outside of data. */
  locate(offset: number): Place | undefined;
  /** For loops over everything: start and end offsets, without making objects. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The segments' names as numbers (names.ts): counted when first asked for. */
  readonly names: Uint16Array;
  /** Which delimiters are in force from which segment on. */
  readonly eras: readonly Era[];
  /** The repetitions of an element, each with its components, of a segment that was split: as they stand in the text. Quick for long segments. */
  pieces(segment: number, places: readonly number[], element: number): readonly (readonly Piece[])[];
  /**
   * For loops over everything: writes where the name and each element begin into `into` and one more
   * entry, the segment's end + 1; element n runs from into[n] to into[n + 1] - 1. Gives the number of elements.
   */
  split(segment: number, into: number[]): number;
}

/** From a segment number on, these delimiters are in force. */
export interface Era {
  readonly from: number;
  readonly separators: Separators;
}

/** Wraps the arrays that the reader filled. `clean`: what data are without the line breaks of a wrapped file. `names`: where they are known. */
export function segmentTable(
  text: string,
  starts: Uint32Array,
  ends: Uint32Array,
  eras: readonly Era[],
  usual: Separators,
  clean?: (data: string) => string,
  names?: Uint16Array,
): Segments {
  const count = starts.length;
  let numbers = names;
  const separators = (segment: number): Separators => {
    let found = usual;
    for (let low = 0, high = eras.length - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const era = eras[middle];
      if (!era || era.from > segment) high = middle - 1;
      else {
        found = era.separators;
        low = middle + 1;
      }
    }
    return found;
  };
  const startOf = (segment: number): number => starts[segment] ?? text.length;
  const endOf = (segment: number): number => ends[segment] ?? text.length;
  const isHeader = (segment: number): boolean => text.startsWith('ISA', startOf(segment));

  const cleaned = (raw: Piece): Piece => (clean ? { ...raw, text: clean(raw.text) } : raw);
  const span = (segment: number): Span => ({ start: startOf(segment), end: endOf(segment) });
  const elementSpan = (segment: number, element: number): Span | undefined =>
    nthPart(text, startOf(segment), endOf(segment), separators(segment).element, element);
  const piece = (place: Span | undefined, otherwise: number): Piece =>
    place ? cleaned({ text: text.slice(place.start, place.end), span: place }) : { text: '', span: { start: otherwise, end: otherwise } };

  const element = (segment: number, n: number): Piece => piece(elementSpan(segment, n), endOf(segment));
  const repetitions = (segment: number, n: number): readonly Piece[] => {
    const whole = element(segment, n);
    const mark = isHeader(segment) ? '' : separators(segment).repetition;
    const found = parts(text, whole.span, mark);
    return clean ? found.map(cleaned) : found;
  };
  const components = (segment: number, n: number, repetition = 1): readonly Piece[] => {
    const whole = repetitions(segment, n)[repetition - 1];
    if (!whole) return [];
    const found = parts(text, whole.span, isHeader(segment) ? '' : separators(segment).component);
    return clean ? found.map(cleaned) : found;
  };
  const at = (offset: number): number => {
    let found = -1;
    for (let low = 0, high = count - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= offset) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  };
  return {
    count,
    starts,
    ends,
    eras,
    span,
    element,
    repetitions,
    components,
    separators,
    at,
    get names() {
      return (numbers ??= nameNumbers(text, starts, ends, eras));
    },
    id(segment) {
      return piece(elementSpan(segment, 0), endOf(segment)).text;
    },
    size(segment) {
      return countMarks(text, startOf(segment), endOf(segment), separators(segment).element);
    },
    text(segment, n) {
      const place = elementSpan(segment, n);
      const data = place ? text.slice(place.start, place.end) : '';
      return clean ? clean(data) : data;
    },
    component(segment, n, m, repetition = 1) {
      const all = components(segment, n, repetition);
      return all[m - 1] ?? piece(undefined, all.at(-1)?.span.end ?? element(segment, n).span.end);
    },
    locate(offset) {
      const segment = at(offset);
      if (segment < 0 || offset > endOf(segment)) return undefined;
      const n = countMarks(text, startOf(segment), offset, separators(segment).element);
      const again = repetitions(segment, n);
      const repetition = lastBefore(again, offset);
      const within = again[repetition - 1];
      const m = within ? countMarks(text, within.span.start, offset, isHeader(segment) ? '' : separators(segment).component) + 1 : 1;
      return { segment, element: n, repetition, component: m };
    },
    pieces(segment, places, n) {
      const { repetition, component } = separators(segment);
      const whole = isHeader(segment);
      return parts(text, { start: places[n] ?? 0, end: (places[n + 1] ?? 1) - 1 }, whole ? '' : repetition).map((piece) =>
        parts(text, piece.span, whole ? '' : component),
      );
    },
    split(segment, into) {
      const mark = separators(segment).element.charCodeAt(0);
      const end = endOf(segment);
      let n = 0;
      into[0] = startOf(segment);
      for (let i = startOf(segment); i < end; i++) if (text.charCodeAt(i) === mark) into[++n] = i + 1;
      into[n + 1] = end + 1;
      return n;
    },
  };
}

/** The n-th stretch between marks, counted from 0; undefined past the last. */
function nthPart(text: string, start: number, end: number, mark: string, n: number): Span | undefined {
  const code = mark.charCodeAt(0);
  let from = start;
  let left = n;
  for (let i = start; i < end; i++) {
    if (text.charCodeAt(i) !== code) continue;
    if (left === 0) return { start: from, end: i };
    left--;
    from = i + 1;
  }
  return left === 0 ? { start: from, end } : undefined;
}

function parts(text: string, span: Span, mark: string): Piece[] {
  const found: Piece[] = [];
  let from = span.start;
  const code = mark === '' ? -1 : mark.charCodeAt(0);
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end && text.charCodeAt(i) !== code) continue;
    found.push({ text: text.slice(from, i), span: { start: from, end: i } });
    from = i + 1;
  }
  return found;
}

function countMarks(text: string, start: number, end: number, mark: string): number {
  const code = mark === '' ? -1 : mark.charCodeAt(0);
  let n = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === code) n++;
  return n;
}

function lastBefore(pieces: readonly Piece[], offset: number): number {
  let found = 1;
  pieces.forEach((each, index) => {
    if (each.span.start <= offset) found = index + 1;
  });
  return found;
}
