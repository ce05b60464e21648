// One segment at a time of an X12 document, as values of the model: text, amount or date with its exact place.
import type { X12Document } from '../syntax/x12/read';
import { expandDate } from './dates';
import { parseX12Money } from './money';
import type { DateRange } from '../syntax/superbill/values';
import type { Source, Value } from './value';

/** The segment that `go` was last sent to. Elements and components count from 1. */
export interface X12Row {
  /** Number of the segment in the document. */
  segment(): number;
  /** Moves to a segment and gives its name. */
  go(segment: number): string;
  /** Data of an element, '' where absent. */
  text(element: number): string;
  /** The place of an element with its text, also where it is empty or absent (then at the segment's end). */
  at(element: number): Value<string>;
  /** The element, undefined where empty. */
  value(element: number): Value<string> | undefined;
  /** The components of an element; an absent element has one empty component. */
  parts(element: number): Value<string>[];
  /** Cents; undefined where absent or no amount. */
  money(element: number): Value<number> | undefined;
  /** A day (`D8`, `DT`) or several (`RD8`), by the format in another element. */
  dates(format: number, element: number): Value<DateRange> | undefined;
  /** A day written as eight digits. */
  day(element: number): Value<string> | undefined;
}

/** The days of a file are few: each is worked out once. */
const MOST_DAYS = 20_000;

/** No segment has so many elements; further ones are not looked at. */
const MOST_ELEMENTS = 1000;

/** Reads segments one after another. `first` is any segment of the interchange to which they all belong: its delimiters hold. */
export function x12Row(document: X12Document, source: Source, first: number): X12Row {
  const { text, segments } = document;
  const { starts, ends } = segments;
  const separators = segments.separators(first);
  const mark = separators.element.charCodeAt(0),
    component = separators.component.charCodeAt(0);
  const places = new Int32Array(MOST_ELEMENTS + 2);
  const days = new Map<string, string | undefined>();
  let size = 0;
  let current = 0;

  const isoDay = (written: string): string | undefined => {
    const known = days.get(written);
    if (known !== undefined || days.has(written)) return known;
    if (days.size > MOST_DAYS) days.clear();
    const found = expandDate(written);
    days.set(written, found);
    return found;
  };
  const get = (n: number): string => (n > size ? '' : text.slice(places[n], places[n + 1] - 1));
  const at = (n: number): Value<string> => {
    if (n > size) {
      const end = places[size + 1] - 1;
      return { value: '', span: { start: end, end }, source };
    }
    const start = places[n],
      end = places[n + 1] - 1;
    return { value: text.slice(start, end), span: { start, end }, source };
  };
  return {
    segment: () => current,
    go(segment) {
      current = segment;
      const start = starts[segment] ?? 0,
        end = ends[segment] ?? 0;
      let n = 0;
      places[0] = start;
      for (let i = start; i < end; i += 1) if (text.charCodeAt(i) === mark && n < MOST_ELEMENTS) places[(n += 1)] = i + 1;
      places[n + 1] = end + 1;
      size = n;
      return text.slice(start, places[1] - 1);
    },
    text: get,
    at,
    value(n) {
      if (n > size || places[n + 1] - 1 <= (places[n])) return undefined;
      return at(n);
    },
    parts(n) {
      if (n > size) return [at(n)];
      const found: Value<string>[] = [];
      const end = places[n + 1] - 1;
      let from = places[n];
      for (let i = from; i <= end; i += 1) {
        if (i < end && text.charCodeAt(i) !== component) continue;
        found.push({ value: text.slice(from, i), span: { start: from, end: i }, source });
        from = i + 1;
      }
      return found;
    },
    money(n) {
      const written = get(n);
      const cents = written === '' ? undefined : readAmount(written);
      return cents === undefined ? undefined : { value: cents, span: at(n).span, source };
    },
    dates(format, n) {
      const written = get(n);
      if (written === '') return undefined;
      const ranged = get(format) === 'RD8';
      // A time of day behind the date (DT) is no matter here.
      const from = isoDay(written.slice(0, 8)),
        to = ranged ? isoDay(written.slice(9)) : from;
      return from === undefined || to === undefined ? undefined : { value: { from, to }, span: at(n).span, source };
    },
    day(n) {
      const found = isoDay(get(n).slice(0, 8));
      return found === undefined ? undefined : { value: found, span: at(n).span, source };
    },
  };
}

/** Whole amounts, which are most of them, without the detour of an expression. */
function readAmount(written: string): number | undefined {
  let whole = 0;
  for (let i = 0; i < written.length; i += 1) {
    const digit = written.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9 || i > 9) return parseX12Money(written);
    whole = whole * 10 + digit;
  }
  return whole * 100;
}
