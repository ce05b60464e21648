// Reads documents from disk: which files belong to a practice, what language they are, what their bytes say.
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '../features/project';

const SUPERBILL = new Set(['.practice', '.patient', '.encounter', '.payer']);
const X12 = new Set(['.837', '.835', '.999', '.ta1', '.277', '.276', '.270', '.271', '.278', '.edi', '.x12']);
/** Folders that hold no documents written by people. */
const SKIPPED = new Set(['node_modules', '.git', '.superbill', '.vscode', '.vscode-test']);

/** How an interchange, a group or a transaction begins. Where the name is no proof, the sign behind it comes again and is none of prose. */
const X12_START =
  /^\uFEFF?\s*(?:ISA[^\sA-Za-z0-9]|isa([^\sA-Za-z0-9])\d\d\1|GS([^\sA-Za-z0-9.,'-])[A-Z0-9]{1,4}\2|ST([^\sA-Za-z0-9.,'-])\d{3}\3)/;

/** The language by name; undefined for a file that is neither, unless its text, or the beginning of it, begins as X12 does. */
export function languageOf(file: string, text?: string): Language | undefined {
  const ending = path.extname(file).toLowerCase();
  if (SUPERBILL.has(ending)) return 'superbill';
  if (X12.has(ending) || (text !== undefined && X12_START.test(text))) return 'x12';
  return undefined;
}

const INTERCHANGE = /^ISA([^\sA-Za-z0-9])\d\d\1/m;

/** The language of a file that a person named: there an interchange may stand below other words, as in a mail. */
export function languageOfNamed(file: string, text: string): Language | undefined {
  return languageOf(file, text) ?? (INTERCHANGE.test(text) ? 'x12' : undefined);
}

/** Does a file lie in a folder that holds no documents written by people? */
export function isSkipped(file: string): boolean {
  return file.split(/[/\\]/).some((name) => SKIPPED.has(name));
}

/** Told of a folder that may not be looked into. */
export type Refused = (folder: string, error: unknown) => void;

/** All superbill documents below a folder, sorted by path. */
export function superbillFiles(folder: string, refused?: Refused): string[] {
  return filesBelow(folder, (file) => SUPERBILL.has(path.extname(file).toLowerCase()), refused);
}

/** All documents of either language below a folder, sent and received files too, and whatever else begins as X12 does. */
export function documentFiles(folder: string, refused?: Refused): string[] {
  const isDocument = (file: string) =>
    languageOf(file) !== undefined || (!file.endsWith(DRAFT) && languageOf(file, firstWords(file)) !== undefined);
  return filesBelow(folder, isDocument, refused);
}

/** What is written at this moment, or was left by a crash. */
const DRAFT = '.draft';

/** Bytes that tell what a file is. */
const FIRST_WORDS = 200;

/** Enough of a file to tell what it is; nothing of one that cannot be read, which is said elsewhere. */
export function firstWords(file: string): string {
  try {
    return decode(firstBytes(file, FIRST_WORDS));
  } catch {
    return '';
  }
}

/** The beginning of a file, however large that is. Throws what the file system says. */
export function firstBytes(file: string, count: number): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(count);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** Links are followed, each folder once. */
function filesBelow(folder: string, wanted: (file: string) => boolean, refused?: Refused): string[] {
  const found: string[] = [];
  const open = [folder],
    seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of entriesOf(at, refused)) {
      const file = path.join(at, entry.name);
      const kind = entry.isSymbolicLink() ? linkedKind(file, seen) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : undefined;
      if (kind === 'folder') {
        if (!SKIPPED.has(entry.name)) open.push(file);
      } else if (kind === 'file' && wanted(file)) found.push(file);
    }
  }
  return found.sort();
}

/**
 * A link that leads nowhere counts as a file, so that it is told of. A folder that was seen by another link, or is above this
 * one, is left out.
 */
function linkedKind(link: string, seen: Set<string>): 'folder' | 'file' | undefined {
  try {
    const target = realpathSync(link),
      kind = statSync(target);
    if (!kind.isDirectory()) return kind.isFile() ? 'file' : undefined;
    if (seen.has(target) || realpathSync(path.dirname(link)).startsWith(target)) return undefined;
    seen.add(target);
    return 'folder';
  } catch {
    return 'file';
  }
}

function entriesOf(folder: string, refused?: Refused) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // One that vanished holds nothing for us.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') refused?.(folder, error);
    return [];
  }
}

/**
 * The text of a file: UTF-8, UTF-16 where it begins so, else Windows-1252. A mark at its beginning that says so is no sign of
 * the text: editors do not count it. Throws what the file system says.
 */
export function readText(file: string): string {
  return decode(readFileSync(file));
}

export function isFolder(file: string): boolean {
  return statSync(file).isDirectory();
}

export function decode(bytes: Uint8Array): string {
  const { mark, encodings } = encodingsOf(bytes);
  const text = bytes.subarray(mark);
  const [first, second] = encodings;
  if (!second) return new TextDecoder(first).decode(text);
  try {
    return new TextDecoder(first, { fatal: true }).decode(text);
  } catch {
    return new TextDecoder(second).decode(text);
  }
}

/**
 * The encodings that a file with this beginning may have, the likeliest first; `mark`: how many bytes at its beginning say so. Some
 * editors write two bytes a sign.
 */
export function encodingsOf(head: Uint8Array): { readonly mark: number; readonly encodings: readonly [string, string?] } {
  if (head[0] === 0xff && head[1] === 0xfe) return { mark: 2, encodings: ['utf-16le'] };
  if (head[0] === 0xfe && head[1] === 0xff) return { mark: 2, encodings: ['utf-16be'] };
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return { mark, encodings: ['utf-8', 'windows-1252'] };
}

/** The address of a file, as editors write it: all but letters, digits and `-._~/` is escaped, a drive letter is small. */
export function uriOf(file: string): string {
  const { host, pathname } = pathToFileURL(path.resolve(file));
  const plain = decodeURIComponent(pathname).replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
  return `file://${host}${plain.split('/').map(escapeSegment).join('/')}`;
}

function escapeSegment(segment: string): string {
  try {
    return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    // Half a sign cannot be escaped: such a file has no address.
    return segment;
  }
}

/** Undefined for addresses that are not files, or not of this machine. */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The same address for every way of writing it: editors differ in what they escape. */
export function plainUri(uri: string): string {
  const file = fileOf(uri);
  return file === undefined ? uri : uriOf(file);
}
