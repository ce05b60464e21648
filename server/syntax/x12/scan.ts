// Splits one segment at full speed, for walks over whole files: places of elements and which special characters occur.
import type { Separators } from './separators';

/** A component separator, a repetition separator, or a character outside of the printable set occurs. */
export const COMPONENT = 1;
export const REPETITION = 2;
export const STRANGE = 4;

/** A segment has no more elements than this; further ones are not looked at. */
const MOST = 1000;

/** The last segment that was scanned. */
export interface Scan {
  /** The name begins at places[0], element n at places[n] and ends before places[n + 1] - 1. */
  readonly places: Int32Array;
  /** The same marks for each element. */
  readonly elementMarks: Uint8Array;
  size: number;
  /** The sum of COMPONENT, REPETITION and STRANGE as they occur. */
  marks: number;
}

export interface Scanner {
  readonly scan: Scan;
  /** Scans the text from start to end. */
  read(start: number, end: number): Scan;
}

const ELEMENT = 8;

/** A scanner for segments with these delimiters. */
export function createScanner(text: string, separators: Separators): Scanner {
  const classes = new Uint8Array(128);
  for (let code = 0; code < 128; code++) classes[code] = code < 32 || code === 127 ? STRANGE : 0;
  const set = (mark: string, value: number): void => {
    const code = mark === '' ? 128 : mark.charCodeAt(0);
    if (code < 128) classes[code] = value;
  };
  set(separators.component, COMPONENT);
  set(separators.repetition, REPETITION);
  set(separators.element, ELEMENT);
  const wide = separators.element.charCodeAt(0) > 127 ? separators.element.charCodeAt(0) : -1;
  const places = new Int32Array(MOST + 2);
  const elementMarks = new Uint8Array(MOST + 2);
  const scan: Scan = { places, elementMarks, size: 0, marks: 0 };
  return {
    scan,
    read(start, end) {
      let size = 0;
      let marks = 0;
      places[0] = start;
      elementMarks[0] = 0;
      for (let i = start; i < end; i++) {
        const code = text.charCodeAt(i);
        const kind = code < 128 ? classes[code] ?? 0 : code === wide ? ELEMENT : STRANGE;
        if (kind === 0) continue;
        if (kind !== ELEMENT) {
          marks |= kind;
          elementMarks[size] = (elementMarks[size] ?? 0) | kind;
        } else if (size < MOST) {
          places[++size] = i + 1;
          elementMarks[size] = 0;
        }
      }
      places[size + 1] = end + 1;
      scan.size = size;
      scan.marks = marks;
      return scan;
    },
  };
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
