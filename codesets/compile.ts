// Compiles the rows of one edition into one compact file that is used without parsing.
import type { Manifest } from './code-set';
import { packSections, packStrings, rawBytes } from './bytes';
import { type Block, type Row, keyOf } from './rows';
import { termsOfPiece, wordsOf } from './words';
import { type Piece, titleWeights, wordWeight } from './search/weights';

/** The sections of a compiled edition, in file order. The manifest comes first, so that the head of a file names it. */
export const SECTION = {
  manifest: 0,
  codes: 1,
  flags: 2,
  dates: 3,
  titleStarts: 4,
  titlePieces: 5,
  pieceStarts: 6,
  piecePool: 7,
  pieceTermStarts: 8,
  pieceTerms: 9,
  termStarts: 10,
  termPool: 11,
  termWeights: 12,
  postingStarts: 13,
  postings: 14,
  postingCounts: 15,
  excess: 16,
  prior: 17,
  moreNames: 18,
  moreKeys: 19,
  moreStarts: 20,
  morePool: 21,
  blocks: 22,
} as const;

/** Weights are kept as whole numbers of this fraction. */
export const WEIGHT_UNIT = 10;

/**
 * Compiles an edition. Rows may come in any order; of two rows with one code the first stays.
 * `popularity` says how often outpatient practices bill a code, 0 (not known) to 3.
 */
export function compileEdition(
  manifest: Manifest,
  rows: readonly Row[],
  blocks: readonly Block[] = [],
  popularity: (key: string) => number = () => 0,
): Uint8Array {
  const sorted = sortRows(rows);
  const keys = sorted.map(([key]) => key);
  const width = keys.reduce((most, key) => Math.max(most, key.length), 1);
  const codes = new Uint8Array(keys.length * width + 1);
  const flags = new Uint8Array(keys.length);
  const dates = new Uint32Array(sorted.some(([, row]) => row.from ?? row.to) ? keys.length * 2 : 0);
  sorted.forEach(([key, row], index) => {
    for (let at = 0; at < key.length; at++) codes[index * width + at] = key.charCodeAt(at) & 0x7f;
    flags[index] = row.billable ? 1 : 0;
    if (dates.length > 0) dates.set([dayNumber(row.from), dayNumber(row.to)], index * 2);
  });
  codes[codes.length - 1] = width;

  const titles = compileTitles(manifest, sorted, popularity);
  const more = compileMore(sorted);
  return packSections([
    new TextEncoder().encode(JSON.stringify({ ...manifest, count: keys.length })),
    codes,
    flags,
    rawBytes(dates),
    ...titles,
    ...more,
    new TextEncoder().encode(['range\ttitle', ...blocks.map((block) => `${block.range}\t${block.title}`)].join('\n')),
  ]);
}

function sortRows(rows: readonly Row[]): [string, Row][] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row.code);
    if (key && !byKey.has(key)) byKey.set(key, row);
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** `2026-10-01` as 20261001; 0 where there is none. */
export function dayNumber(date: string | undefined): number {
  return date ? Number(date.replace(/-/g, '')) || 0 : 0;
}

/** Titles as numbers of their blank-separated pieces, each piece kept once; and the index from words to rows. */
function compileTitles(manifest: Manifest, rows: readonly [string, Row][], popularity: (key: string) => number): Uint8Array[] {
  const pieces: string[] = [];
  const pieceNumbers = new Map<string, number>();
  const pieceTermLists: string[][] = [];
  const pieceWords: Piece[] = [];
  const titleStarts = new Uint32Array(rows.length + 1);
  const titlePieces: number[] = [];
  const rowsOfTerm = new Map<string, number[]>();
  const excess = new Uint8Array(rows.length);
  const prior = new Uint8Array(rows.length);
  rows.forEach(([key, row], index) => {
    let before = '';
    const title: Piece[] = [];
    for (const piece of row.title.split(' ')) {
      const lone = piece.length < 3 && /^[IV]\W*$/.test(piece);
      const name = lone ? `${piece} ${before}` : piece;
      let number = pieceNumbers.get(name);
      if (number === undefined) {
        number = pieces.length;
        pieceNumbers.set(name, number);
        pieces.push(piece);
        pieceTermLists.push(termsOfPiece(piece, before));
        pieceWords.push({ words: wordsOf(piece), ends: /[,;]$/.test(piece) });
      }
      titlePieces.push(number);
      for (const term of pieceTermLists[number]) {
        const list = rowsOfTerm.get(term);
        if (!list) rowsOfTerm.set(term, [index]);
        else if (list[list.length - 1] !== index) list.push(index);
      }
      title.push(pieceWords[number]);
      before = pieceWords[number].words.at(-1) ?? '';
    }
    titleStarts[index + 1] = titlePieces.length;
    const weights = titleWeights(manifest.id, key, row, title, popularity(key));
    excess[index] = Math.min(255, Math.round(weights.excess * WEIGHT_UNIT));
    prior[index] = Math.max(0, Math.min(255, 128 + Math.round(weights.prior * WEIGHT_UNIT)));
  });

  const terms = [...rowsOfTerm.keys()].sort();
  const termNumbers = new Map(terms.map((term, number) => [term, number]));
  const pieceTermStarts = new Uint32Array(pieces.length + 1);
  const pieceTerms: number[] = [];
  pieceTermLists.forEach((list, number) => {
    for (const term of list) pieceTerms.push(termNumbers.get(term) ?? 0);
    pieceTermStarts[number + 1] = pieceTerms.length;
  });
  const lists = terms.map((term) => rowsOfTerm.get(term) ?? []);
  const [postingStarts, postings] = packPostings(lists);
  return [
    rawBytes(titleStarts),
    rawBytes(pieces.length > 0xffff ? Uint32Array.from(titlePieces) : Uint16Array.from(titlePieces)),
    ...packStrings(pieces),
    rawBytes(pieceTermStarts),
    rawBytes(Uint32Array.from(pieceTerms)),
    ...packStrings(terms),
    Uint8Array.from(terms.map((term) => Math.round(wordWeight(term) * WEIGHT_UNIT))),
    rawBytes(postingStarts),
    postings,
    rawBytes(Uint32Array.from(lists.map((list) => list.length))),
    excess,
    prior,
  ];
}

/** Row numbers of every word as differences, seven bits a byte. */
function packPostings(lists: readonly number[][]): [Uint32Array, Uint8Array] {
  const starts = new Uint32Array(lists.length + 1);
  const bytes: number[] = [];
  lists.forEach((list, number) => {
    let last = -1;
    for (const row of list) {
      let step = row - last;
      while (step > 127) {
        bytes.push((step & 127) | 128);
        step >>>= 7;
      }
      bytes.push(step);
      last = row;
    }
    starts[number + 1] = bytes.length;
  });
  return [starts, Uint8Array.from(bytes)];
}

/** Further columns: only the cells that hold something, found by row and column. */
function compileMore(rows: readonly [string, Row][]): Uint8Array[] {
  const names: string[] = [];
  const keys: number[] = [];
  const cells: string[] = [];
  for (const [, row] of rows) {
    for (const name of Object.keys(row.more)) if (!names.includes(name)) names.push(name);
  }
  rows.forEach(([, row], index) => {
    names.forEach((name, column) => {
      const cell = row.more[name];
      if (!cell) return;
      keys.push(index * names.length + column);
      cells.push(cell);
    });
  });
  return [new TextEncoder().encode(names.join('\t')), rawBytes(Uint32Array.from(keys)), ...packStrings(cells)];
}
