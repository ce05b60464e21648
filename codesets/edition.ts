// One compiled edition, opened: look-ups that read the bytes where they lie.
import type { CodeEntry, Manifest } from './code-set';
import { type Trust, asUint16, asUint32, readPlaces, unpackSections } from './bytes';
import { SECTION } from './compile';
import { type Block, printedCode, readBlocks } from './rows';

/** An open edition. Rows are numbered in code order; -1 stands for none. */
export interface Edition {
  readonly manifest: Manifest;
  readonly count: number;
  /** Where a code (its look-up form) stands, or -1. */
  rowOf(key: string): number;
  /** The first row whose code is not before the key; `count` if all are. */
  firstFrom(key: string): number;
  /** One past the last row whose code begins with the key. */
  endOf(key: string): number;
  keyAt(row: number): string;
  titleAt(row: number): string;
  billableAt(row: number): boolean;
  entryAt(row: number): CodeEntry;
  /** Chapters and blocks, in the order of the file. */
  blocks(): readonly Block[];
  /** The raw sections, for the search. */
  readonly sections: readonly Uint8Array[];
}

const decoder = new TextDecoder();

/** The manifest at the head of a compiled file, of which the first 4 KB are enough; or why it cannot be read. */
export function readManifest(head: Uint8Array): Manifest | string {
  const sections = unpackSections(head, 'head');
  if (typeof sections === 'string') return sections;
  return manifestOf(sections[SECTION.manifest]);
}

/** Reads so many bytes of a compiled file from a place on. */
export type ReadAt = (at: number, length: number) => Uint8Array;

/** Whether a compiled file holds a code, by its look-up form: told by a few bytes here and there, without opening it. */
export function holdsCode(read: ReadAt, key: string): boolean {
  const places = readPlaces(read);
  const [codes, flags] = [places?.[SECTION.codes], places?.[SECTION.flags]];
  if (!codes || !flags || flags.length === 0) return false;
  const width = Math.floor(codes.length / flags.length);
  let low = 0;
  let high = flags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareKeys(read(codes.start + middle * width, width), 0, width, key);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Below, at or above zero as the code at a place is before, equal to or behind the key. */
function compareKeys(codes: Uint8Array, start: number, width: number, key: string): number {
  for (let at = 0; at < width; at++) {
    const theirs = at < key.length ? key.charCodeAt(at) : 0;
    if (codes[start + at] !== theirs) return codes[start + at] - theirs;
  }
  return key.length > width ? -1 : 0;
}

function manifestOf(section: Uint8Array | undefined): Manifest | string {
  if (!section) return 'the file is cut off';
  try {
    return JSON.parse(decoder.decode(section)) as Manifest;
  } catch {
    return 'its description cannot be read';
  }
}

/** Opens a compiled file, or says why it cannot be used. */
export function openEdition(bytes: Uint8Array, trust: Trust = 'checked'): Edition | string {
  const sections = unpackSections(bytes, trust);
  if (typeof sections === 'string') return sections;
  const manifest = manifestOf(sections[SECTION.manifest]);
  if (typeof manifest === 'string') return manifest;

  const codes = sections[SECTION.codes];
  const width = codes[codes.length - 1] || 1;
  const count = sections[SECTION.flags].length;
  const flags = sections[SECTION.flags];
  const dates = asUint32(sections[SECTION.dates]);
  const titleStarts = asUint32(sections[SECTION.titleStarts]);
  const pieceStarts = asUint32(sections[SECTION.pieceStarts]);
  const pieceCount = pieceStarts.length - 1;
  const titlePieces = pieceCount > 0xffff ? asUint32(sections[SECTION.titlePieces]) : asUint16(sections[SECTION.titlePieces]);
  const piecePool = sections[SECTION.piecePool];
  const moreNames = decoder
    .decode(sections[SECTION.moreNames])
    .split('\t')
    .filter((name) => name !== '');
  const moreKeys = asUint32(sections[SECTION.moreKeys]);
  const moreStarts = asUint32(sections[SECTION.moreStarts]);
  const morePool = sections[SECTION.morePool];
  const pieceTexts: string[] = [];
  let blocks: readonly Block[] | undefined;

  const compare = (row: number, key: string): number => compareKeys(codes, row * width, width, key);
  const firstFrom = (key: string): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(middle, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const rowOf = (key: string): number => {
    const row = firstFrom(key);
    return row < count && compare(row, key) === 0 ? row : -1;
  };
  const keyAt = (row: number): string => {
    let key = '';
    for (let at = row * width; at < (row + 1) * width && codes[at] !== 0; at++) key += String.fromCharCode(codes[at]);
    return key;
  };
  const titleAt = (row: number): string => {
    let title = '';
    for (let at = titleStarts[row]; at < titleStarts[row + 1]; at++) {
      const piece = titlePieces[at];
      const text = (pieceTexts[piece] ??= decoder.decode(piecePool.subarray(pieceStarts[piece], pieceStarts[piece + 1])));
      title = title === '' ? text : `${title} ${text}`;
    }
    return title;
  };
  const moreAt = (row: number): Record<string, string> => {
    const more: Record<string, string> = {};
    if (moreNames.length === 0) return more;
    let at = lowerBound(moreKeys, row * moreNames.length);
    while (at < moreKeys.length && moreKeys[at] < (row + 1) * moreNames.length) {
      more[moreNames[moreKeys[at] % moreNames.length]] = decoder.decode(morePool.subarray(moreStarts[at], moreStarts[at + 1]));
      at++;
    }
    return more;
  };
  const entryAt = (row: number): CodeEntry => {
    const from = dates.length > 0 ? isoDay(dates[row * 2]) : undefined;
    const to = dates.length > 0 ? isoDay(dates[row * 2 + 1]) : undefined;
    return {
      set: manifest.id,
      edition: manifest.edition,
      code: printedCode(manifest.id, keyAt(row)),
      title: titleAt(row),
      billable: flags[row] === 1,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      more: moreAt(row),
    };
  };
  return {
    manifest,
    count,
    sections,
    rowOf,
    firstFrom,
    keyAt,
    titleAt,
    entryAt,
    endOf: (key) => firstFrom(`${key}\x7f`),
    billableAt: (row) => flags[row] === 1,
    blocks: () => (blocks ??= readBlocks(decoder.decode(sections[SECTION.blocks]))),
  };
}

/** The first place in a sorted array whose number is not below the one given. */
export function lowerBound(sorted: Uint32Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isoDay(day: number): string | undefined {
  if (day === 0) return undefined;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
