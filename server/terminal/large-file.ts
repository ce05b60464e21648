// Large files from disk in pieces: their text, and the lines and columns of offsets in it. Memory does not grow with the file.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { encodingsOf, firstBytes } from '../lsp/files';
import { keepMemoryFlat } from '../lsp/memory';

/** Bytes from which on an X12 file is read in pieces. */
const LARGE_FILE = 2_000_000;

const PIECE = 1_000_000;

export function isLarge(file: string): boolean {
  try {
    return statSync(file).size > LARGE_FILE;
  } catch {
    // Why it cannot be opened is said by whoever reads it.
    return false;
  }
}

/**
 * Calls with the text of a file, piece by piece, as `readText` gives it in one. `restart` is called before the text comes again.
 */
export function readPieces(file: string, piece: (text: string) => void, restart: () => void): void {
  keepMemoryFlat();
  const { mark, encodings } = encodingsOf(firstBytes(file, 3));
  const [first, second] = encodings;
  try {
    decodePieces(file, mark, new TextDecoder(first, { fatal: second !== undefined }), piece);
  } catch (error) {
    if (!(error instanceof TypeError) || second === undefined) throw error;
    restart();
    decodePieces(file, mark, new TextDecoder(second), piece);
  }
}

function decodePieces(file: string, mark: number, decoder: InstanceType<typeof TextDecoder>, piece: (text: string) => void): void {
  const handle = openSync(file, 'r');
  const bytes = new Uint8Array(PIECE);
  try {
    let from = mark;
    for (let count = readSync(handle, bytes); count > 0; count = readSync(handle, bytes)) {
      piece(decoder.decode(bytes.subarray(from, count), { stream: true }));
      from = 0;
    }
    piece(decoder.decode());
  } finally {
    closeSync(handle);
  }
}

export interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/** The lines and columns, from 1, of offsets in a file. */
export function placesIn(file: string, offsets: readonly number[]): Map<number, LinePlace> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b);
  let places = new Map<number, LinePlace>();
  let at = 0,
    line = 1,
    lineStart = 0,
    next = 0,
    afterReturn = false;
  const take = (until: number): void => {
    for (; next < sorted.length && sorted[next] < until; next += 1) {
      places.set(sorted[next], { line, column: sorted[next] - lineStart + 1 });
    }
  };
  readPieces(
    file,
    (text) => {
      if (!afterReturn && !text.includes('\r')) {
        for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) endLine(at + i + 1);
        at += text.length;
        return;
      }
      for (let i = 0; i < text.length; i += 1) {
        const sign = text.charCodeAt(i);
        // A line feed behind a carriage return belongs to it.
        if (afterReturn && sign !== 10) endLine(at + i);
        afterReturn = sign === 13;
        if (sign === 10) endLine(at + i + 1);
      }
      at += text.length;
    },
    () => {
      places = new Map();
      [at, line, lineStart, next, afterReturn] = [0, 1, 0, 0, false];
    },
  );
  take(Infinity);
  return places;

  function endLine(start: number): void {
    take(start);
    line += 1;
    lineStart = start;
  }
}
