// Writes a file whole or not at all, so that a crash never costs anybody a document.
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { reason } from '../lsp/reason';
import { Unusable } from './terminal';

/** `name` is what a person calls it. Keeps links and access rights. */
export function save(name: string, file: string, text: string): void {
  let draft: string | undefined;
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
    draft = `${target}.${process.pid}.draft`;
    const handle = openSync(draft, 'w', before?.mode);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, target);
  } catch (error) {
    if (draft) rmSync(draft, { force: true });
    throw new Unusable(`${name} could not be written: ${reason(error)}.`);
  }
}
