// The folders in which claims, sent files and answers are kept for ever: claims/, sent/<exchange>/, responses/<exchange>/.
// Files are written once, whole and flushed, and never changed.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

export const CLAIMS = 'claims';
export const SENT = 'sent';
export const RESPONSES = 'responses';
/** Rebuildable; never under version control. */
export const INDEX = '.superbill';

/** What a file that is about to go out is called until it is known to have arrived. */
export const SENDING = '.sending';

/**
 * Writes a new file whole, or not at all; false where there is one of that name already. Flushed to the disk before it
 * returns; of several in one folder, the folder may be flushed once at the end. Throws what the file system says.
 */
export function createOnce(file: string, text: string, folder: 'flush' | 'flush later' = 'flush'): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file)) return false;
  const draft = draftBeside(file);
  try {
    writeFlushed(draft, text);
    if (!named(draft, file)) return false;
  } finally {
    rmSync(draft, { force: true });
  }
  if (folder === 'flush') flushFolder(path.dirname(file));
  return true;
}

/** Puts a text in the place of a file, whole or not at all. `mode`: its access rights. Throws what the file system says. */
export function replaceFile(file: string, text: string, mode?: number): void {
  const draft = draftBeside(file);
  try {
    writeFlushed(draft, text, mode);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function draftBeside(file: string): string {
  return path.join(path.dirname(file), `${HOST}-${process.pid}${DRAFT}`);
}

function writeFlushed(file: string, text: string, mode?: number): void {
  const handle = openSync(file, 'w', mode);
  try {
    // Not writeSync: that one may write a part of a large text only.
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a draft its name; false where the name is taken. A link fails then: two programs can never both have written a file. */
function named(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
  } catch {
    if (existsSync(file)) return false;
    // A file system without links.
    renameSync(draft, file);
  }
  return true;
}

/** What is being written, or was left behind by a program that was stopped. Its name tells which: this computer, and its number there. */
const DRAFT = '.draft';
const HOST = hostname().replace(/[^\w]/g, '_') || 'here';

/** Removes what programs of this computer that run no more have left half written in a folder. How many. */
export function clearDrafts(folder: string): number {
  const left = entriesIn(folder)
    .map((one) => one.name)
    .filter((name) => name.startsWith(`${HOST}-`) && name.endsWith(DRAFT))
    .filter((name) => isLeft(Number(name.slice(HOST.length + 1, -DRAFT.length))));
  for (const name of left) rmSync(path.join(folder, name), { force: true });
  return left.length;
}

/** Does nobody write the draft of this program any more? This one writes nothing while it looks. */
function isLeft(program: number): boolean {
  return Number.isInteger(program) && program > 0 && (program === process.pid || !isRunning(program));
}

/** Does a program with this number run on this computer? */
export function isRunning(program: number): boolean {
  if (!Number.isInteger(program) || program <= 0) return false;
  try {
    return process.kill(program, 0);
  } catch (error) {
    // Somebody else's program is running, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Gives a file its final name; another program may do so at the same moment. */
export function settle(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
  flushFolder(path.dirname(to));
}

/** Names of files in a folder with this ending, sorted; empty where there is no folder. */
export function namesIn(folder: string, ending = ''): string[] {
  return entriesIn(folder)
    .filter((one) => (one.isFile() || one.isSymbolicLink()) && one.name.endsWith(ending) && !one.name.endsWith(DRAFT))
    .map((one) => one.name)
    .sort();
}

/** Folders in a folder, sorted. */
export function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((one) => one.isDirectory())
    .map((one) => one.name)
    .sort();
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Undefined where there is no such file. Throws what the file system says of one that cannot be read: nothing may take its place. */
export function readIfThere(file: string): string | undefined {
  try {
    return read(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Does the file system say that there is no such file? */
export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Changes when the file does; '' where there is none that could be looked at. */
export function stamp(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs}:${size}`;
  } catch {
    // Gone, or a link in a circle: reading it tells which.
    return '';
  }
}

/** Puts the names in a folder on disk. */
export function flushFolder(folder: string): void {
  // Windows cannot open a folder for this and does not need it.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some network drives cannot; a name there is as safe as they make it.
    if (!/^(EINVAL|ENOTSUP)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}
