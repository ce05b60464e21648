// Splits one segment at full speed, for walks over whole files: where its parts begin, what kinds of characters they hold, and the short ones as numbers.
import type { X12Document } from './read';
import type { Separators } from './separators';

/** Kinds of characters in a part: a component separator, a repetition separator, one outside of the printable set, … */
export const COMPONENT = 1;
export const REPETITION = 2;
export const STRANGE = 4;
export const BLANK = 8;
export const DIGIT = 16;
export const POINT = 32;
export const MINUS = 64;
const OTHER = 128;
/** Ends a part. */
const CUT = 256;

/** A segment has no more parts than this; further separators count as data. */
const MOST = 2000;

/** Characters that are turned into bytes at a time. */
const WINDOW = 65_536;

/**
 * The last segment that was scanned. A part is what stands between two separators of any kind: an element without
 * components is one part. Element n has the parts `first[n]` to `first[n + 1] - 1`, the segment's name is element 0.
 */
export interface Scan {
  /** The name begins at places[0], element n at places[n] and ends before places[n + 1] - 1. */
  readonly places: Int32Array;
  /** Number of an element's first part. */
  readonly first: Int32Array;
  /** All kinds of characters in each element. */
  readonly elementKinds: Uint8Array;
  /** Part k begins at starts[k] and ends before starts[k + 1] - 1. */
  readonly starts: Int32Array;
  /** COMPONENT or REPETITION where one stands before the part, and the kinds of its characters. */
  readonly before: Uint8Array;
  readonly kinds: Uint8Array;
  /** The last four characters of each part as one number (and what is left of those before): see `packed`. */
  readonly low: Int32Array;
  size: number;
  parts: number;
  /** All kinds of characters in the segment. */
  marks: number;
}

export interface Scanner {
  /** Scans the text from start to end. What any scanner has read is gone with the next reading of any. */
  read(start: number, end: number): Scan;
}

// One scan for all, so that files of thousands of transactions do not make thousands of tables.
const places = new Int32Array(MOST + 2), first = new Int32Array(MOST + 2), elementKinds = new Uint8Array(MOST + 2);
const starts = new Int32Array(MOST + 2), before = new Uint8Array(MOST + 2), kinds = new Uint8Array(MOST + 2), low = new Int32Array(MOST + 2);
const scan: Scan = { places, first, elementKinds, starts, before, kinds, low, size: 0, parts: 0, marks: 0 };
let bytes = new Uint8Array(WINDOW);
/** The scanner whose text the bytes are, by number, and from where to where. */
let owner = 0, made = 0;
let base = 0, limit = 0, lastStart = -1, lastEnd = -1;

/** A scanner for segments with these delimiters. */
export function createScanner(text: string, separators: Separators): Scanner {
  const { classes, wide } = classesOf(separators);
  const own = (made += 1);
  return {
    read(start, end) {
      if (owner !== own || start < base || end > limit) {
        owner = own;
        base = start;
        limit = Math.min(text.length, Math.max(end, start + WINDOW));
        if (bytes.length < limit - base) bytes = new Uint8Array(limit - base);
        toBytes(text.slice(base, limit), bytes, wide);
      } else if (start === lastStart && end === lastEnd) return scan;
      lastStart = start;
      lastEnd = end;
      scanBytes(bytes, classes, base, start, end);
      return scan;
    },
  };
}

const scanners = new WeakMap<X12Document, Map<Separators, Scanner>>();

/** The scanner of a document for some delimiters. */
export function scannerOf(document: X12Document, separators: Separators): Scanner {
  let own = scanners.get(document);
  if (!own) scanners.set(document, (own = new Map()));
  let scanner = own.get(separators);
  if (!scanner) own.set(separators, (scanner = createScanner(document.text, separators)));
  return scanner;
}

function scanBytes(all: Uint8Array, classes: Uint16Array, from: number, start: number, end: number): void {
  let size = 0, part = 0, marks = 0, elementKind = 0, kind = 0, last = 0;
  places[0] = start;
  starts[0] = start;
  first[0] = 0;
  before[0] = 0;
  for (let i = start - from, stop = end - from; i < stop; i++) {
    const code = all[i];
    const own = classes[code];
    if (own < CUT || part >= MOST) {
      kind |= own;
      last = (last << 7) | code;
      continue;
    }
    kinds[part] = kind;
    low[part] = last;
    elementKind |= kind;
    kind = last = 0;
    part++;
    starts[part] = from + i + 1;
    before[part] = own;
    if (own === CUT) {
      elementKinds[size] = elementKind;
      marks |= elementKind;
      elementKind = 0;
      size++;
      places[size] = from + i + 1;
      first[size] = part;
    } else elementKind |= own;
  }
  kinds[part] = kind;
  low[part] = last;
  elementKinds[size] = elementKind | kind;
  starts[part + 1] = end + 1;
  places[size + 1] = end + 1;
  first[size + 1] = part + 1;
  scan.size = size;
  scan.parts = part + 1;
  scan.marks = marks | elementKind | kind;
}

/** A delimiter that is no byte is given this one, and whoever else has it is told apart by nothing: such files are none. */
const WIDE = 254;

function classesOf(separators: Separators): { classes: Uint16Array; wide: ReadonlyMap<number, number> } {
  const classes = new Uint16Array(256).fill(OTHER);
  for (let code = 0; code < 256; code++) {
    if (code < 32 || code > 126) classes[code] = STRANGE;
    else if (code >= 48 && code <= 57) classes[code] = DIGIT;
  }
  classes[32] = BLANK;
  classes[45] = MINUS;
  classes[46] = POINT;
  const wide = new Map<number, number>();
  const set = (mark: string, value: number): void => {
    if (mark === '') return;
    const code = mark.charCodeAt(0);
    if (code < WIDE) classes[code] = value;
    else {
      wide.set(code, WIDE - wide.size);
      classes[WIDE - wide.size + 1] = value;
    }
  };
  set(separators.component, CUT | COMPONENT);
  set(separators.repetition, CUT | REPETITION);
  set(separators.element, CUT);
  return { classes, wide };
}

const encoder = new TextEncoder();

/** A byte for each character; those that are none become 255. */
function toBytes(text: string, bytes: Uint8Array, wide: ReadonlyMap<number, number>): void {
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === text.length && written === read) return;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code < WIDE ? code : wide.get(code) ?? 255;
  }
}

/** Up to four characters as one number, -1 for anything longer or outside of ASCII. Codes are compared this way. */
export function pack(text: string, start: number, end: number): number {
  if (end - start > 4) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return -1;
    value = (value << 7) | code;
  }
  return value;
}

/** The same of a part of the last scan. */
export function packed({ starts: at, kinds: of, low: last }: Scan, part: number): number {
  return at[part + 1] - 1 - at[part] > 4 || (of[part] & STRANGE) !== 0 ? -1 : last[part];
}

function packBytes(from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = (value << 7) | bytes[i];
  return value;
}

/** Remembered texts of up to eight characters: most data of a file are such, and come again and again. A power of two. */
const REMEMBERED = 8192;
const texts = new Array<string>(REMEMBERED).fill('');
const tails = new Int32Array(REMEMBERED);
const heads = new Int32Array(REMEMBERED);
const lengths = new Uint8Array(REMEMBERED);

/** The text of a part of the last scan. */
export function partText(text: string, { starts: at, kinds: of, low: last }: Scan, part: number): string {
  const start = at[part];
  const length = at[part + 1] - 1 - start;
  if (length > 8 || (of[part] & STRANGE) !== 0) return text.slice(start, start + length);
  const from = start - base;
  const tail = last[part];
  const head = length > 4 ? packBytes(from, from + length - 4) : 0;
  const slot = (Math.imul(tail, 0x2545f491) ^ Math.imul(head, 0x1b873593) ^ length) >>> 19;
  if (tails[slot] === tail && heads[slot] === head && lengths[slot] === length) return texts[slot];
  tails[slot] = tail;
  heads[slot] = head;
  lengths[slot] = length;
  const own = text.slice(start, start + length);
  return (texts[slot] = length <= 3 ? asKey(own) : own);
}

/** The text as names of properties are kept: two such texts are compared without looking at their letters. */
function asKey(text: string): string {
  return Object.keys({ [text]: 0 })[0];
}
