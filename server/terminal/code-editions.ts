// superbill codes import and remove: editions of code sets on this machine.
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../../codesets/code-set';
import { removeEdition, storedEditions } from '../lsp/editions';
import { importFiles } from '../lsp/import-files';
import { reason } from '../lsp/reason';
import { FINDINGS, FINE, type Status, type Terminal, Unusable, unread } from './terminal';

export interface ImportOptions {
  /** What the user says the edition is, where the files do not tell: `FY2027`. */
  readonly edition?: string;
  readonly format: 'text' | 'json';
}

/** Imports files of publishers. They are taken together, and all of them or none. */
export async function importCodes(names: readonly string[], { edition, format }: ImportOptions, terminal: Terminal): Promise<Status> {
  if (names.length === 0) throw new Unusable('Say which file: superbill codes import FILE…');
  names.forEach(checkReadable);
  const files = names.map((file) => ({ file, name: path.basename(file) }));
  const result = await importFiles({ files, source: files.map(({ name }) => name).join(', '), ...(edition && { edition }) }).catch(
    (error: unknown) => {
      throw new Unusable(`${names.join(', ')} could not be imported: ${reason(error)}.`);
    },
  );
  if (typeof result === 'string') {
    if (format === 'json') terminal.print(JSON.stringify({ imported: [], refused: result }, null, 2));
    else terminal.say(`Not imported: ${withFlag(result)}. The editions in use are as they were.`);
    return FINDINGS;
  }
  if (format === 'json') terminal.print(JSON.stringify({ imported: result }, null, 2));
  else for (const one of result) terminal.print(`Imported ${line(one)}`);
  return FINE;
}

/** Where a person is to say the edition: how. */
function withFlag(reason: string): string {
  return reason.replace(/\bsay (?:which it is|it), for example (\S+)$/, 'say it with --edition $1, or what it is');
}

function checkReadable(name: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(name).isDirectory();
    if (!isFolder) accessSync(name, constants.R_OK);
  } catch (error) {
    throw new Unusable(unread(name, error));
  }
  if (isFolder) throw new Unusable(`${name} is a folder: name the files in it.`);
}

function line({ title, edition, count, effective }: Manifest): string {
  const days = effective.to ? `${effective.from} to ${effective.to}` : `from ${effective.from}`;
  return `${title} ${edition}: ${count.toLocaleString('en-US')} entries, ${days}`;
}

/** Removes one imported edition; the lists that ship stay. */
export function removeCodes(names: readonly string[], terminal: Terminal): Status {
  const [set, ...words] = names;
  if (set === undefined || words.length === 0)
    throw new Unusable('Say which: superbill codes remove SET EDITION, as superbill codes list shows them.');
  if (removeEdition(set, words.join(' '))) {
    terminal.print(`Removed ${set} ${words.join(' ')}.`);
    return FINE;
  }
  const there = storedEditions(() => undefined).map(({ manifest }) => `${manifest.id} ${manifest.edition}`);
  throw new Unusable(
    `There is no imported edition ${names.join(' ')}. ${there.length > 0 ? `There are: ${there.join(', ')}.` : 'None has been imported.'}`,
  );
}
