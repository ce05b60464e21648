// Splits one segment at full speed, for walks over whole files, and remembers those that came last: most of a batch say the same.
import { addCharacters, nextFirst, nextSecond, type Sums } from '../sums';
import type { X12Document } from './read';
import type { Segments } from './segments';
import type { Separators } from './separators';

/** Separators within an element. */
export const COMPONENT = 1;
export const REPETITION = 2;
/** Kinds of characters in a part: outside of the printable set, … */
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

/** Characters that are turned into bytes at a time, at first: many a scanner reads a few segments only; and in the end. */
const FIRST_WINDOW = 1024,
  WINDOW = 65_536;

/**
 * The last segment that was scanned. A part is what stands between two separators of any kind: an element without
 * components is one part. Element n has the parts `first[n]` to `first[n + 1] - 1`, the segment's name is element 0.
 */
export interface Scan {
  /** Number of an element's first part. */
  readonly first: Int32Array;
  /** Part k begins at starts[k] and ends before starts[k + 1] - 1. */
  readonly starts: Int32Array;
  /** The kinds of a part's characters, and of the separator behind it. */
  readonly kinds: Uint8Array;
  size: number;
  /** All kinds of characters in the segment. */
  marks: number;
  /** Goes up with each reading: who finds another number than before has to read again. */
  reading: number;
}

/** The last segment that was glanced at: as much as tells where it belongs. */
export interface Glance {
  /** Its name as a number, and so the first component of its first element (0 where there is none). */
  name: number;
  code: number;
  /** Where it is remembered; -1 where it is not. */
  place: number;
}

// One scan for all, so that files of thousands of transactions do not make thousands of tables.
const first = new Int32Array(MOST + 2),
  starts = new Int32Array(MOST + 2),
  kinds = new Uint8Array(MOST + 2);
const scan: Scan = { first, starts, kinds, size: 0, marks: 0, reading: 0 };
const glance: Glance = { name: 0, code: 0, place: -1 };
/** What can be read beyond the last byte, at most. */
const BEYOND = 4;
let bytes = new Uint8Array(WINDOW + BEYOND);
let view = new DataView(bytes.buffer);
/** The scanner whose text the bytes are, by number, and from where to where. */
let owner = 0,
  made = 0;
/** Does each byte stand for one character only? */
let isExact = true;
let base = 0,
  limit = 0,
  lastStart = -1,
  lastEnd = -1;

/** Where an element begins in the text, and where it ends. */
export const startOf = (of: Scan, element: number): number => of.starts[of.first[element]];
export const endOf = (of: Scan, element: number): number => of.starts[of.first[element + 1]] - 1;
/** Where a part begins in the text, and where it ends. */
export const partStart = (of: Scan, part: number): number => of.starts[part];
export const partEnd = (of: Scan, part: number): number => of.starts[part + 1] - 1;
/** The kinds of characters in a part. */
export const partKinds = (of: Scan, part: number): number => of.kinds[part] & ~SEPARATORS;
/** COMPONENT or REPETITION where one stands behind a part. */
export const separatorBehind = (of: Scan, part: number): number => of.kinds[part] & SEPARATORS;
const SEPARATORS = COMPONENT | REPETITION;

/** Is there a repetition separator in an element? */
export function isRepeated(of: Scan, element: number): boolean {
  const last = of.first[element + 1] - 1;
  for (let part = of.first[element]; part < last; part++) if ((of.kinds[part] & REPETITION) !== 0) return true;
  return false;
}

/** Splits segments of a text. A class: functions made for each document would be compiled for each anew. */
export class Scanner {
  private readonly classes: Uint16Array;
  private readonly wide: ReadonlyMap<number, number>;
  private readonly delimiters: number;
  private readonly own = (made += 1);
  private window = FIRST_WINDOW;

  constructor(
    private readonly text: string,
    separators: Separators,
  ) {
    const { classes, wide, number } = classesOf(separators);
    this.classes = classes;
    this.wide = wide;
    this.delimiters = number;
  }

  /** Scans the text from start to end. What any scanner has read is gone with the next reading of any. */
  read(start: number, end: number): Scan {
    if (owner !== this.own || start < base || end > limit) this.load(start, end);
    if (start !== lastStart || end !== lastEnd) {
      lastStart = start;
      lastEnd = end;
      scanBytes(bytes, this.classes, base, start, end);
    }
    return scan;
  }

  /** Tells little of it, but quickly: most segments of a file say the same as one before. */
  glance(start: number, end: number): Glance {
    if (owner !== this.own || start < base || end > limit) this.load(start, end);
    const length = end - start;
    if (length < SHORTEST || length > LONGEST) {
      glance.place = -1;
      this.read(start, end);
      tell();
    } else if (!recall(start - base, length, this.delimiters)) {
      this.read(start, end);
      tell();
      remember(start - base, length, this.delimiters);
    }
    return glance;
  }

  /** Adds a stretch of the text to sums: the same as its characters would. */
  addTo(sums: Sums, start: number, end: number): void {
    if (owner !== this.own || start < base || end > limit) this.load(start, end);
    if (isExact) addBytes(sums, start - base, end - base);
    else addCharacters(sums, this.text, start, end);
  }

  private load(start: number, end: number): void {
    owner = this.own;
    base = start;
    limit = Math.min(this.text.length, Math.max(end, start + this.window));
    this.window = Math.min(WINDOW, this.window * 2);
    if (bytes.length < limit - base + BEYOND) {
      bytes = new Uint8Array(limit - base + BEYOND);
      view = new DataView(bytes.buffer);
    }
    isExact = toBytes(this.text.slice(base, limit), bytes, this.wide);
    lastStart = -1;
    scan.reading++;
  }
}

function tell(): void {
  glance.name = packed(scan, 0);
  glance.code = scan.size > 0 ? packed(scan, first[1]) : 0;
}

/** So many segments are remembered, a power of two, those of so many characters. */
const REMEMBERED = 2048,
  SHORTEST = 4,
  LONGEST = 64;
/** Of each: delimiters (a number; 0 where nothing is remembered), length, name, code, and the characters, four in a word. */
const ROW = 4 + LONGEST / 4;
const rows = new Int32Array(REMEMBERED * ROW);
const passed = new Array<object | undefined>(REMEMBERED).fill(undefined);

/** Notes that a segment that is remembered is in order by some measure. */
export function notePassed(place: number, measure: object): void {
  if (place >= 0) passed[place] = measure;
}

/** Is a segment known to be in order by this measure? */
export function hasPassed(place: number, measure: object): boolean {
  return place >= 0 && passed[place] === measure;
}

/** Finds the segment among those remembered. If it is not there, this is the place for it. */
function recall(from: number, length: number, delimiters: number): boolean {
  const of = view,
    all = rows,
    end = from + length - 4;
  let sum = length;
  for (let i = from; i < end; i += 4) sum = Math.imul(sum ^ of.getInt32(i, true), 0x2545f491);
  // The last four characters, whichever of them were seen already.
  const tail = of.getInt32(end, true);
  sum = Math.imul(sum ^ tail, 0x1b873593);
  glance.place = (sum ^ (sum >>> 15)) & (REMEMBERED - 1);
  const row = glance.place * ROW;
  if (all[row] !== delimiters || all[row + 1] !== length) return false;
  let word = row + 4;
  for (let i = from; i < end; i += 4) if (all[word++] !== of.getInt32(i, true)) return false;
  if (all[word] !== tail) return false;
  glance.name = all[row + 2];
  glance.code = all[row + 3];
  return true;
}

function remember(from: number, length: number, delimiters: number): void {
  const of = view,
    all = rows,
    end = from + length - 4;
  const row = glance.place * ROW;
  passed[glance.place] = undefined;
  all[row] = 0;
  // Characters that are no bytes look all alike.
  if ((scan.marks & STRANGE) !== 0) {
    glance.place = -1;
    return;
  }
  all[row] = delimiters;
  all[row + 1] = length;
  all[row + 2] = glance.name;
  all[row + 3] = glance.code;
  let word = row + 4;
  for (let i = from; i < end; i += 4) all[word++] = of.getInt32(i, true);
  all[word] = of.getInt32(end, true);
}

/** The scanners of a document, by their delimiters, and the one that was asked for last. */
interface Scanners {
  readonly byKey: Map<string, Scanner>;
  separators: Separators;
  last: Scanner;
}

const scanners = new WeakMap<Segments, Scanners>();

/** The scanner of a document for some delimiters: one for all its interchanges that have the same. */
export function scannerOf({ text, segments }: Pick<X12Document, 'text' | 'segments'>, separators: Separators): Scanner {
  const own = scanners.get(segments);
  if (own?.separators === separators) return own.last;
  const key = keyOf(separators);
  const scanner = own?.byKey.get(key) ?? new Scanner(text, separators);
  if (own) {
    own.byKey.set(key, scanner);
    own.separators = separators;
    own.last = scanner;
  } else scanners.set(segments, { byKey: new Map([[key, scanner]]), separators, last: scanner });
  return scanner;
}

const keyOf = ({ component, repetition, element }: Separators): string => `${component}\n${repetition}\n${element}`;

function scanBytes(all: Uint8Array, classes: Uint16Array, from: number, start: number, end: number): void {
  let size = 0,
    part = 0,
    marks = 0,
    kind = 0;
  starts[0] = start;
  for (let i = start - from, stop = end - from; i < stop; i++) {
    const own = classes[all[i]];
    if (own < CUT) {
      kind |= own;
      continue;
    }
    if (part >= MOST) {
      kind |= own & ~(CUT | SEPARATORS);
      continue;
    }
    kinds[part] = kind | own;
    marks |= kind;
    kind = 0;
    part++;
    starts[part] = from + i + 1;
    if (own === CUT) {
      size++;
      first[size] = part;
    }
  }
  kinds[part] = kind;
  starts[part + 1] = end + 1;
  first[size + 1] = part + 1;
  scan.size = size;
  scan.marks = marks | kind;
  scan.reading++;
}

/** A delimiter that is no byte is given this one, and whoever else has it is told apart by nothing: such files are none. */
const WIDE = 254;

/** What the bytes of a text mean: the same for all texts with these delimiters, which have a number. */
interface Classes {
  readonly classes: Uint16Array;
  /** The bytes of delimiters that are none. */
  readonly wide: ReadonlyMap<number, number>;
  readonly number: number;
}

const known = new Map<string, Classes>();
const MOST_KNOWN = 100;
let numbers = 0;

function classesOf(separators: Separators): Classes {
  const key = keyOf(separators);
  let found = known.get(key);
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (found = makeClasses(separators)));
  }
  return found;
}

function makeClasses(separators: Separators): Classes {
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
  return { classes, wide, number: (numbers += 1) };
}

const encoder = new TextEncoder();

/** A byte for each character; those that are none become 255. Are there none of these? */
function toBytes(text: string, bytes: Uint8Array, wide: ReadonlyMap<number, number>): boolean {
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === text.length && written === read) return true;
  let exact = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= WIDE) exact = false;
    bytes[i] = code < WIDE ? code : (wide.get(code) ?? 255);
  }
  return exact;
}

/** What `addCharacters` does, many times as quick. */
function addBytes(sums: Sums, start: number, end: number): void {
  const of = view;
  let { first, second } = sums,
    i = start;
  for (const stop = end - 3; i < stop; i += 4) {
    const word = of.getInt32(i, true);
    first = nextFirst(first, word);
    second = nextSecond(second, word);
  }
  for (; i < end; i++) {
    first = nextFirst(first, bytes[i]);
    second = nextSecond(second, bytes[i]);
  }
  sums.first = first;
  sums.second = second;
}

/** Up to four characters as one number, -1 for anything longer or outside of ASCII. Codes are compared this way. */
export function pack(text: string, start: number, end: number): number {
  if (end - start > 4) return -1;
  let value = 0;
  for (let i = end - 1; i >= start; i--) {
    const code = text.charCodeAt(i);
    if (code > 127) return -1;
    value = (value << 8) | code;
  }
  return value;
}

/** The same of a part of the last scan. */
export function packed(of: Scan, part: number): number {
  const start = of.starts[part],
    length = of.starts[part + 1] - 1 - start;
  return length > 4 || (of.kinds[part] & STRANGE) !== 0 ? -1 : word(start, length);
}

/** Four characters as one number, or what there is of them. */
function word(start: number, length: number): number {
  const all = view.getInt32(start - base, true);
  return length === 1 ? all & 0xff : length === 2 ? all & 0xffff : length === 3 ? all & 0xffffff : length <= 0 ? 0 : all;
}

/** Remembered texts of up to eight characters: most data of a file are such, and come again and again. A power of two. */
const TEXTS = 8192;
const texts = new Array<string>(TEXTS).fill('');
/** Of each its first four characters, its last four if it has more, and the length. */
const textRows = new Int32Array(TEXTS * 3);

/** The text of a part of the last scan. */
export function partText(text: string, of: Scan, part: number): string {
  const start = of.starts[part];
  const length = of.starts[part + 1] - 1 - start;
  if (length === 0) return '';
  if (length > 8 || (of.kinds[part] & STRANGE) !== 0) return text.slice(start, start + length);
  const rows = textRows;
  const head = word(start, length),
    tail = length > 4 ? word(start + length - 4, 4) : 0;
  const slot = (Math.imul(tail, 0x2545f491) ^ Math.imul(head, 0x1b873593) ^ length) >>> 19;
  const row = slot * 3;
  if (rows[row] === head && rows[row + 1] === tail && rows[row + 2] === length) return texts[slot];
  rows[row] = head;
  rows[row + 1] = tail;
  rows[row + 2] = length;
  const own = text.slice(start, start + length);
  return (texts[slot] = length <= 3 ? asKey(own) : own);
}

/** Texts of up to three letters, each made once. A power of two. */
const SHORT_TEXTS = 4096;
const shortTexts = new Array<string>(SHORT_TEXTS).fill('');
const shortRows = new Int32Array(SHORT_TEXTS);

/** A stretch of a text, not empty: mostly a code of two or three letters. */
export function shortText(text: string, start: number, end: number): string {
  const letters = end - start > 3 ? -1 : pack(text, start, end);
  if (letters < 0) return text.slice(start, end);
  const slot = (Math.imul(letters, 0x2545f491) >>> 20) & (SHORT_TEXTS - 1);
  if (shortRows[slot] === letters) return shortTexts[slot];
  shortRows[slot] = letters;
  return (shortTexts[slot] = asKey(text.slice(start, end)));
}

/** The text as names of properties are kept: two such texts are compared without looking at their letters. */
export function asKey(text: string): string {
  return Object.keys({ [text]: 0 })[0];
}
