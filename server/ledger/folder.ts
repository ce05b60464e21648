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
  const draft = `${file}.${process.pid}.draft`;
  const handle = openSync(draft, 'w');
  try {
    // Not writeSync: that one may write a part of a large text only.
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // A link fails where the name is taken: two programs can never both have written it.
    linkSync(draft, file);
  } catch (error) {
    if (isTaken(error)) return false;
    if (existsSync(file)) return false;
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  if (folder === 'flush') flushFolder(path.dirname(file));
  return true;
}

/** Gives a file its final name. */
export function settle(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(path.dirname(to));
}

/** Names of files in a folder with this ending, sorted; empty where there is no folder. */
export function namesIn(folder: string, ending = ''): string[] {
  return entriesIn(folder)
    .filter((one) => !one.isDirectory() && one.name.endsWith(ending) && !one.name.endsWith('.draft'))
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

/** Changes when the file does. */
export function stamp(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
}

/** Puts the names in a folder on disk. */
export function flushFolder(folder: string): void {
  // Windows cannot open a folder for this and does not need it.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EEXIST';
}
