// The code sets of this machine: the lists that ship, and the editions that were imported into the user's data folder.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  watch,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { CodeSets, Manifest } from '../../codesets/code-set';
import { holdsCode, openEdition, readManifest } from '../../codesets/edition';
import type { CompiledEdition } from '../../codesets/importers';
import { type EditionSource, openCodeSets } from '../../codesets/open';
import { shippedEditions } from '../../codesets/shipped';
import { flushFolder } from '../ledger/folder';
import { meaningsOf } from '../terms/look-up';
import { dataFolder } from './data-folder';
import { firstBytes } from './files';

/** An imported edition: what it is, and the file it lies in. */
export interface StoredEdition {
  readonly manifest: Manifest;
  readonly file: string;
}

const ENDING = '.codes';
/** So much of a file tells what it is. */
const HEAD = 8192;
/** What an import that was ended midway left behind is removed after a day. */
const STALE = 24 * 60 * 60 * 1000;

/** Where the editions of this machine lie. */
function editionsFolder(): string {
  return editionsOf(dataFolder());
}

/** Where editions lie in a data folder. */
export function editionsOf(folder: string): string {
  return path.join(folder, 'codes');
}

/** The code sets of this machine, none of them opened before it is asked for. */
export function codeSetsHere(report: (problem: string) => void, folder = editionsFolder()): CodeSets {
  return openCodeSets(editionsHere(report, folder), report, meaningsOf);
}

/** The same for a program that stays: once an edition is imported or removed, it answers with that, and says so. */
export function watchedCodeSets(report: (problem: string) => void, changed: () => void, folder = editionsFolder()): CodeSets {
  // Not looked at before somebody asks: a start does not wait for it.
  let known: CodeSets | undefined;
  const sets = (): CodeSets => (known ??= codeSetsHere(report, folder));
  let rest: NodeJS.Timeout | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name !== null && !name.endsWith(ENDING)) return;
      clearTimeout(rest);
      rest = setTimeout(() => {
        known = undefined;
        changed();
      }, 200).unref();
    });
    watcher.on('error', () => watcher.close());
  } catch {
    // A folder that cannot be watched is read again at the next start.
  }
  return {
    find: (set, code, date) => sets().find(set, code, date),
    children: (set, code, date) => sets().children(set, code, date),
    parents: (set, code, date) => sets().parents(set, code, date),
    notes: (set, code, date) => sets().notes(set, code, date),
    fact: (set, layer, code, date) => sets().fact(set, layer, code, date),
    pair: (column1, column2, date, layer) => sets().pair(column1, column2, date, layer),
    search: (query, options) => sets().search(query, options),
    editions: () => sets().editions(),
    list: (set, date) => sets().list(set, date),
  };
}

/** All editions on this machine: imported ones and the lists that ship. */
function editionsHere(report: (problem: string) => void, folder = editionsFolder()): EditionSource[] {
  const stored = storedEditions(report, folder).map(
    ({ manifest, file }): EditionSource => ({ manifest, open: () => readFileSync(file), holds: (key) => holdsIn(file, key) }),
  );
  return [...stored, ...shipped()];
}

function shipped(): EditionSource[] {
  return shippedEditions((text) => brotliDecompressSync(Buffer.from(text, 'base64')));
}

/** Whether the list of diagnoses that ships holds a code. */
export function inStarter(): (key: string) => boolean {
  const source = shipped().find(({ manifest }) => manifest.id === 'icd-10-cm');
  const edition = source ? openEdition(source.open(), 'own') : '';
  return (key) => typeof edition !== 'string' && edition.rowOf(key) >= 0;
}

/** The imported editions, told by the heads of their files. A file that is none is reported and left out. */
export function storedEditions(report: (problem: string) => void, folder = editionsFolder()): StoredEdition[] {
  return namesIn(folder)
    .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      const manifest = manifestOf(file);
      if (typeof manifest !== 'string') return [{ manifest, file }];
      report(`${file} is left out: ${manifest}. Import it again.`);
      return [];
    });
}

/** A file that cannot be read holds nothing. */
function holdsIn(file: string, key: string): boolean {
  let open: number | undefined;
  try {
    const handle = (open = openSync(file, 'r'));
    return holdsCode((at, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
    }, key);
  } catch {
    return false;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

function manifestOf(file: string): Manifest | string {
  try {
    return readManifest(firstBytes(file, HEAD));
  } catch {
    return 'it cannot be read';
  }
}

/** Keeps an edition. Its file is complete or not there at all, whatever happens while it is written. */
export function saveEdition({ manifest, bytes }: CompiledEdition, folder = editionsFolder()): string {
  mkdirSync(folder, { recursive: true });
  removeStale(folder);
  const file = path.join(
    folder,
    `${[manifest.id, manifest.layer ?? []].flat().join('.')}.${manifest.edition.replaceAll(/[^A-Za-z0-9-]+/g, '-')}${ENDING}`,
  );
  const draft = path.join(folder, `.${randomUUID()}`);
  const open = openSync(draft, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(draft, file);
  flushFolder(folder);
  return file;
}

/** Removes an imported edition with all that was imported beside its codes; false where there is none. */
export function removeEdition(set: string, edition: string, folder = editionsFolder()): boolean {
  const found = storedEditions(() => undefined, folder).filter(
    ({ manifest }) => manifest.id === set && manifest.edition.toLowerCase() === edition.toLowerCase(),
  );
  for (const { file } of found) rmSync(file);
  return found.length > 0;
}

function removeStale(folder: string): void {
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name);
    if (/^\.[0-9a-f-]{36}$/.test(name) && Date.now() - statSync(file).mtimeMs > STALE) rmSync(file, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No folder, no editions.
    return [];
  }
}
