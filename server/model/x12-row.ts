// One segment at a time of an X12 document, as values of the model: text, amount or date with its exact place.
import type { X12Document } from '../syntax/x12/read';
import { nameText } from '../syntax/x12/names';
import {
  endOf,
  isRepeated,
  partEnd,
  partStart,
  partText,
  type Scan,
  type Scanner,
  scannerOf,
  shortText,
  startOf,
} from '../syntax/x12/scan';
import type { Separators } from '../syntax/x12/separators';
import type { Span } from '../syntax/tree';
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
  /** Does the element hold something? */
  has(element: number): boolean;
  /** Data of an element, '' where absent. */
  text(element: number): string;
  /** The first element: of most segments nobody asks for more, and they are not split for it. */
  first(): string;
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

/** The days of files are few: each is worked out once. */
const days = new Map<string, string | undefined>();
const MOST_DAYS = 20_000;

function isoDay(written: string): string | undefined {
  const known = days.get(written);
  if (known !== undefined || days.has(written)) return known;
  if (days.size > MOST_DAYS) days.clear();
  const found = expandDate(written);
  days.set(written, found);
  return found;
}

/** Reads segments one after another. `first` is any segment of the interchange to which they all belong: its delimiters hold. */
export function x12Row(document: X12Document, source: Source, first: number): X12Row {
  return new Row(document, source, document.segments.separators(first));
}

/** A class, since rules make one for each of the claims of a large file. */
class Row implements X12Row {
  private readonly all: string;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly scanner: Scanner;
  private readonly names: Uint16Array;
  private readonly element: number;
  private readonly component: number;
  private current = 0;
  private last: Scan | undefined = undefined;
  /** The number of the last reading, -1 before it. */
  private reading = -1;

  constructor(
    document: X12Document,
    private readonly source: Source,
    separators: Separators,
  ) {
    this.all = document.text;
    this.starts = document.segments.starts;
    this.ends = document.segments.ends;
    this.scanner = scannerOf(document, separators);
    this.names = document.segments.names;
    this.element = separators.element.charCodeAt(0);
    this.component = separators.component.charCodeAt(0);
  }

  /** The segment's parts: read again where others have read meanwhile. */
  private scan(): Scan {
    if (this.last !== undefined && this.last.reading === this.reading) return this.last;
    return this.read();
  }

  private read(): Scan {
    const scan = this.scanner.read(this.starts[this.current] ?? 0, this.ends[this.current] ?? 0);
    this.last = scan;
    this.reading = scan.reading;
    return scan;
  }

  segment(): number {
    return this.current;
  }

  /** Looks at the name alone: most segments are passed by. */
  go(segment: number): string {
    this.current = segment;
    this.reading = -1;
    const number = this.names[segment];
    return number > 0 ? nameText(number) : this.text(0);
  }

  has(n: number): boolean {
    const scan = this.scan();
    return n <= scan.size && endOf(scan, n) > startOf(scan, n);
  }

  text(n: number): string {
    return this.get(this.scan(), n);
  }

  first(): string {
    const { all: text, element } = this;
    const end = this.ends[this.current] ?? 0;
    let from = this.starts[this.current] ?? 0;
    while (from < end && text.charCodeAt(from) !== element) from += 1;
    from += 1;
    let to = from;
    while (to < end && text.charCodeAt(to) !== element) to += 1;
    return to <= from ? '' : shortText(text, from, to);
  }

  private get(scan: Scan, n: number): string {
    if (n > scan.size) return '';
    const part = scan.first[n];
    if (scan.first[n + 1] === part + 1) return partText(this.all, scan, part);
    return this.all.slice(startOf(scan, n), endOf(scan, n));
  }

  at(n: number): Value<string> {
    return this.valueAt(this.scan(), n);
  }

  private valueAt(scan: Scan, n: number): Value<string> {
    if (n > scan.size) {
      const end = endOf(scan, scan.size);
      return { value: '', span: { start: end, end }, source: this.source };
    }
    const start = startOf(scan, n),
      end = endOf(scan, n);
    return { value: this.get(scan, n), span: { start, end }, source: this.source };
  }

  value(n: number): Value<string> | undefined {
    const scan = this.scan();
    return n > scan.size || endOf(scan, n) <= startOf(scan, n) ? undefined : this.valueAt(scan, n);
  }

  parts(n: number): Value<string>[] {
    const scan = this.scan();
    if (n > scan.size) return [this.at(n)];
    const { source, all: text } = this;
    if (!isRepeated(scan, n)) {
      const from = scan.first[n],
        count = scan.first[n + 1] - from;
      // As long as it has to be: an array that grows sets aside many times as much.
      const all = new Array<Value<string>>(count);
      for (let i = 0; i < count; i += 1) {
        const part = from + i;
        all[i] = { value: partText(text, scan, part), span: { start: partStart(scan, part), end: partEnd(scan, part) }, source };
      }
      return all;
    }
    const found: Value<string>[] = [];
    const end = endOf(scan, n);
    let from = startOf(scan, n);
    for (let i = from; i <= end; i += 1) {
      if (i < end && text.charCodeAt(i) !== this.component) continue;
      found.push({ value: text.slice(from, i), span: { start: from, end: i }, source });
      from = i + 1;
    }
    return found;
  }

  money(n: number): Value<number> | undefined {
    const written = this.text(n);
    const cents = written === '' ? undefined : readAmount(written);
    return cents === undefined ? undefined : { value: cents, span: this.spanOf(n), source: this.source };
  }

  dates(format: number, n: number): Value<DateRange> | undefined {
    const written = this.text(n);
    if (written === '') return undefined;
    const ranged = this.text(format) === 'RD8';
    // A time of day behind the date (DT) is no matter here.
    const from = isoDay(written.length === 8 ? written : written.slice(0, 8)),
      to = ranged ? isoDay(written.slice(9)) : from;
    return from === undefined || to === undefined ? undefined : { value: { from, to }, span: this.spanOf(n), source: this.source };
  }

  day(n: number): Value<string> | undefined {
    const written = this.text(n);
    const found = isoDay(written.length === 8 ? written : written.slice(0, 8));
    return found === undefined ? undefined : { value: found, span: this.spanOf(n), source: this.source };
  }

  /** The place of an element that is there. */
  private spanOf(n: number): Span {
    const scan = this.scan();
    return { start: startOf(scan, n), end: endOf(scan, n) };
  }
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
