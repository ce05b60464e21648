// The container of a compiled edition: a header, a checksum and numbered sections of bytes, used in place.

const MAGIC = 0x53434453;
/** Raised whenever the content of a section changes its meaning; older files are then compiled again. */
export const FORMAT = 1;
const HEADER = 16;
const MOST_SECTIONS = 64;

/** Joins sections into one file. Each begins at a multiple of 8, so that typed arrays can look into it. */
export function packSections(sections: readonly Uint8Array[]): Uint8Array {
  let end = align(HEADER + sections.length * 8);
  const places = sections.map((section) => {
    const start = end;
    end = align(end + section.length);
    return start;
  });
  const bytes = new Uint8Array(end);
  const header = new Uint32Array(bytes.buffer, 0, end / 4);
  header.set([MAGIC, FORMAT, 0, sections.length]);
  sections.forEach((section, index) => {
    header[4 + index * 2] = places[index];
    header[5 + index * 2] = section.length;
    bytes.set(section, places[index]);
  });
  header[2] = checksum(header);
  return bytes;
}

/** How much of a file is looked at: all of it; only its first piece, which is at hand; or all but the checksum, which the program made itself. */
export type Trust = 'checked' | 'head' | 'own';

/** Where the sections of a file lie, by its first bytes; undefined if it is none of ours. */
export function readPlaces(
  read: (at: number, length: number) => Uint8Array,
): { readonly start: number; readonly length: number }[] | undefined {
  const head = asUint32(read(0, HEADER).slice());
  if (head.length < HEADER / 4 || head[0] !== MAGIC || head[1] !== FORMAT || head[3] > MOST_SECTIONS) return undefined;
  const places = asUint32(read(HEADER, head[3] * 8).slice());
  return Array.from({ length: places.length >> 1 }, (_, index) => ({ start: places[index * 2], length: places[index * 2 + 1] }));
}

/** The sections of a file, or the reason why it is not one. */
export function unpackSections(file: Uint8Array, trust: Trust = 'checked'): Uint8Array[] | string {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  if (bytes.length < HEADER) return 'the file is cut off';
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  if (words[0] !== MAGIC) return 'this is not a compiled code set';
  if (words[1] !== FORMAT) return 'it was compiled by another version of Superbill';
  const count = words[3];
  if (count > MOST_SECTIONS || HEADER + count * 8 > bytes.length) return 'the file is cut off';
  if (trust === 'checked' && words[2] !== checksum(words)) return 'the file is damaged: its checksum differs';
  const sections: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const start = words[4 + index * 2];
    const length = words[5 + index * 2];
    if (start + length > bytes.length) {
      if (trust === 'head') break;
      return 'the file is cut off';
    }
    sections.push(bytes.subarray(start, start + length));
  }
  return sections;
}

/** A 32-bit check over all words but the one that holds it. It finds damage, not intent. */
function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) {
    if (index !== 2) sum = Math.imul(sum ^ words[index], 0x01000193) ^ (sum >>> 15);
  }
  return sum >>> 0;
}

function align(size: number): number {
  return (size + 7) & ~7;
}

/** Strings one after the other in UTF-8, with the place where each begins. */
export function packStrings(strings: readonly string[]): [offsets: Uint8Array, pool: Uint8Array] {
  const encoder = new TextEncoder();
  const pieces = strings.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(strings.length + 1);
  pieces.forEach((piece, index) => {
    offsets[index + 1] = offsets[index] + piece.length;
  });
  const pool = new Uint8Array(offsets[strings.length]);
  pieces.forEach((piece, index) => pool.set(piece, offsets[index]));
  return [rawBytes(offsets), pool];
}

/** The bytes behind a typed array. */
export function rawBytes(array: Uint32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** A section seen as 32-bit numbers. */
export function asUint32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** A section seen as 16-bit numbers. */
export function asUint16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}
