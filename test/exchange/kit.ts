// A practice in a folder and an exchange that writes down what went over the wire.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Exchange } from '../../server/exchange/exchange';
import { Project } from '../../server/features/project';
import { Desk } from '../../server/lsp/desk';
import { uriOf } from '../../server/lsp/files';
import { NO_SETTINGS } from '../../server/rules/run';
import { codeSets } from '../kit/code-sets';
import { examples } from '../kit/examples';

const made: string[] = [];

export function folder(): string {
  const created = mkdtempSync(path.join(tmpdir(), 'superbill-exchange-'));
  made.push(created);
  return created;
}

export function cleanUp(): void {
  for (const one of made.splice(0)) rmSync(one, { recursive: true, force: true });
}

/** The other side: what arrived there, in order, whatever became of the sender. */
export function wire(root: string): string[] {
  const log = path.join(root, 'wire.log');
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
}

/** An exchange whose other side keeps a list of what it was handed. `fail` comes before or after it arrived. */
export function listing(root: string, fail?: { readonly when: 'before' | 'after'; readonly error: Error }, repeatable = false): Exchange {
  return {
    id: 'listing',
    repeatable,
    async send({ name }) {
      if (fail?.when === 'before') throw fail.error;
      appendFileSync(path.join(root, 'wire.log'), `${name}\n`);
      if (fail?.when === 'after') throw fail.error;
    },
    receive: () => Promise.resolve([]),
  };
}

/** The desk of the sample practice in a folder. `set` changes a document, as an editor would. */
export function deskAt(root: string, { trusted = true } = {}): { desk: Desk; project: Project; set: (name: string, text: string) => void } {
  const project = new Project();
  const set = (name: string, text: string) => {
    writeFileSync(path.join(root, path.basename(name)), text);
    project.set(uriOf(path.join(root, path.basename(name))), text, 'superbill');
  };
  for (const { name, text } of examples()) set(name, text);
  const desk = new Desk({
    project,
    codes: codeSets(),
    today: () => '2026-11-21',
    now: () => '09:30',
    trusted: () => trusted,
    settings: () => NO_SETTINGS,
    log(message) {
      throw new Error(message);
    },
  });
  desk.root = root;
  return { desk, project, set };
}
