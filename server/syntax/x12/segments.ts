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

/** Wraps the arrays that the reader filled. A class: functions made for each document would be compiled for each anew. */
export class SegmentTable implements Segments {
  readonly count: number;

  /** `clean`: what data are without the line breaks of a wrapped file. `numbers`: the names, where they are known. */
  constructor(
    private readonly data: string,
    readonly starts: Uint32Array,
    readonly ends: Uint32Array,
    readonly eras: readonly Era[],
    private readonly usual: Separators,
    private readonly clean?: (data: string) => string,
    private numbers?: Uint16Array,
  ) {
    this.count = starts.length;
  }

  get names(): Uint16Array {
    return (this.numbers ??= nameNumbers(this.data, this.starts, this.ends, this.eras));
  }

  id(segment: number): string {
    return this.text(segment, 0);
  }

  span(segment: number): Span {
    return { start: this.startOf(segment), end: this.endOf(segment) };
  }

  size(segment: number): number {
    return countMarks(this.data, this.startOf(segment), this.endOf(segment), this.separators(segment).element);
  }

  text(segment: number, n: number): string {
    const place = this.elementSpan(segment, n);
    const written = place ? this.data.slice(place.start, place.end) : '';
    return this.clean ? this.clean(written) : written;
  }

  element(segment: number, n: number): Piece {
    return this.piece(this.elementSpan(segment, n), this.endOf(segment));
  }

  component(segment: number, n: number, m: number, repetition = 1): Piece {
    const all = this.components(segment, n, repetition);
    return all[m - 1] ?? this.piece(undefined, all.at(-1)?.span.end ?? this.element(segment, n).span.end);
  }

  components(segment: number, n: number, repetition = 1): readonly Piece[] {
    const whole = this.repetitions(segment, n)[repetition - 1];
    if (!whole) return [];
    return this.parts(whole.span, this.isHeader(segment) ? '' : this.separators(segment).component);
  }

  repetitions(segment: number, n: number): readonly Piece[] {
    const whole = this.element(segment, n);
    return this.parts(whole.span, this.isHeader(segment) ? '' : this.separators(segment).repetition);
  }

  separators(segment: number): Separators {
    const { eras } = this;
    let found = this.usual;
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
  }

  at(offset: number): number {
    let found = -1;
    for (let low = 0, high = this.count - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) <= offset) {
        found = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return found;
  }

  locate(offset: number): Place | undefined {
    const { data } = this;
    const segment = this.at(offset);
    if (segment < 0 || offset > this.endOf(segment)) return undefined;
    const { element, component } = this.separators(segment);
    const n = countMarks(data, this.startOf(segment), offset, element);
    const again = this.repetitions(segment, n);
    const repetition = lastBefore(again, offset);
    const within = again[repetition - 1];
    const m = within ? countMarks(data, within.span.start, offset, this.isHeader(segment) ? '' : component) + 1 : 1;
    return { segment, element: n, repetition, component: m };
  }

  pieces(segment: number, places: readonly number[], n: number): readonly (readonly Piece[])[] {
    const { repetition, component } = this.separators(segment);
    const whole = this.isHeader(segment);
    return partsOf(this.data, { start: places[n] ?? 0, end: (places[n + 1] ?? 1) - 1 }, whole ? '' : repetition).map((piece) =>
      partsOf(this.data, piece.span, whole ? '' : component),
    );
  }

  split(segment: number, into: number[]): number {
    const mark = this.separators(segment).element.charCodeAt(0);
    const end = this.endOf(segment);
    let n = 0;
    into[0] = this.startOf(segment);
    for (let i = this.startOf(segment); i < end; i++) if (this.data.charCodeAt(i) === mark) into[++n] = i + 1;
    into[n + 1] = end + 1;
    return n;
  }

  private startOf(segment: number): number {
    return this.starts[segment] ?? this.data.length;
  }

  private endOf(segment: number): number {
    return this.ends[segment] ?? this.data.length;
  }

  private isHeader(segment: number): boolean {
    return this.data.startsWith('ISA', this.startOf(segment));
  }

  private elementSpan(segment: number, element: number): Span | undefined {
    return nthPart(this.data, this.startOf(segment), this.endOf(segment), this.separators(segment).element, element);
  }

  private piece(place: Span | undefined, otherwise: number): Piece {
    return place
      ? this.cleaned({ text: this.data.slice(place.start, place.end), span: place })
      : { text: '', span: { start: otherwise, end: otherwise } };
  }

  private parts(span: Span, mark: string): Piece[] {
    const found = partsOf(this.data, span, mark);
    return this.clean ? found.map((piece) => this.cleaned(piece)) : found;
  }

  private cleaned(raw: Piece): Piece {
    return this.clean ? { ...raw, text: this.clean(raw.text) } : raw;
  }
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

function partsOf(text: string, span: Span, mark: string): Piece[] {
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
