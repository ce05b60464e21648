// Writes a file whole or not at all, so that a crash never costs anybody a document.
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearDrafts, replaceFile } from '../ledger/folder';
import { reason } from '../lsp/reason';
import { Unusable } from './terminal';

/** `name` is what a person calls it. Keeps links and access rights. */
export function save(name: string, file: string, text: string): void {
  writing(`${name} could not be written`, () => {
    const before = statSync(file, { throwIfNoEntry: false });
    // A pipe or a device is written to, never replaced.
    if (before && !before.isFile()) {
      writeFileSync(file, text);
      return;
    }
    const target = before ? realpathSync(file) : file;
    if (before) mayWrite(target);
    replaceFile(target, text, before?.mode);
    clearOnce(path.dirname(target));
  });
}

/** Makes the folder of a file that will be saved; refuses one that could not be, before anything else is written. */
export function makeRoomFor(file: string): void {
  writing(`${file} could not be written`, () => {
    const before = statSync(file, { throwIfNoEntry: false });
    if (before) mayWrite(file);
    if (before && !before.isFile()) return;
    const folder = path.dirname(before ? realpathSync(file) : file);
    if (!existsSync(folder)) makeFolder(folder);
    // With the point, a file in the place of the folder is told as that.
    accessSync(`${folder}/.`, constants.W_OK);
  });
}

/** Makes a folder and those above it. Node's own way never ends where a file system makes none, as below /proc. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    const above = path.dirname(path.resolve(folder));
    if (code !== 'ENOENT' || existsSync(above)) throw error;
    makeFolder(above);
    makeFolder(folder);
  }
}

/** Whoever may not write a file may not replace it either. */
function mayWrite(file: string): void {
  closeSync(openSync(file, 'r+'));
}

/** What the disk refuses is told in a sentence, which begins with `refusal`. */
export function writing<T>(refusal: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
    throw new Unusable(`${refusal}: ${reason(error)}.`);
  }
}

const cleared = new Set<string>();

/** What a run that was stopped left half written goes with the next one, which looks at a folder once however many files it changes. */
function clearOnce(folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  try {
    clearDrafts(folder);
  } catch {
    // A folder that may be written into but not looked at: the document itself is written.
  }
}
