// Writes a file whole or not at all, so that a crash never costs anybody a document.
import { closeSync, openSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearDrafts, replaceFile } from '../ledger/folder';
import { reason } from '../lsp/reason';
import { Unusable } from './terminal';

/** `name` is what a person calls it. Keeps links and access rights. */
export function save(name: string, file: string, text: string): void {
  try {
    const before = statSync(file, { throwIfNoEntry: false });
    // A pipe or a device is written to, never replaced.
    if (before && !before.isFile()) {
      writeFileSync(file, text);
      return;
    }
    const target = before ? realpathSync(file) : file;
    // Whoever may not write the file may not replace it either.
    if (before) closeSync(openSync(target, 'r+'));
    replaceFile(target, text, before?.mode);
    clearOnce(path.dirname(target));
  } catch (error) {
    const isFolderMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Unusable(`${name} could not be written: ${isFolderMissing ? 'its folder is not there' : reason(error)}.`);
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
