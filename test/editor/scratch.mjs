// Copies of the sample practice to work in, so that `examples/` itself stays as it is.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from './host.mjs';

const leftOut = new Set(['.superbill', 'claims', 'sent', 'responses']);

/** An empty folder for one run, with the function that deletes it. */
export function scratchFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'superbill-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** Copies the documents that people write; what claims left behind in `examples/` stays behind. */
export function copyExamples(target) {
  const source = path.join(projectFolder, 'examples');
  mkdirSync(target, { recursive: true });
  if (!existsSync(source)) return;
  cpSync(source, target, { recursive: true, filter: (file) => !leftOut.has(path.relative(source, file).split(path.sep)[0]) });
}
