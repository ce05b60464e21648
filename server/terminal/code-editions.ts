// superbill codes import and remove: editions of code sets on this machine.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { unpackFiles } from '../../codesets/archive';
import type { Manifest } from '../../codesets/code-set';
import { Refusal } from '../../codesets/import';
import { type CompiledEdition, type SourceFile, importRelease } from '../../codesets/importers';
import { clockDay } from '../lsp/clock';
import { inStarter, removeEdition, saveEdition, storedEditions } from '../lsp/editions';
import { FINDINGS, FINE, type Status, type Terminal, Unusable, reason } from './terminal';

export interface ImportOptions {
  /** What the user says the edition is, where the files do not tell: `FY2027`. */
  readonly edition?: string;
  readonly format: 'text' | 'json';
}

/** Imports files of publishers. They are taken together, and all of them or none. */
export async function importCodes(names: readonly string[], options: ImportOptions, terminal: Terminal): Promise<Status> {
  if (names.length === 0) throw new Unusable('Say which file: superbill codes import FILE…');
  const result = await compileFiles(names.map(readSource), names.map((name) => path.basename(name)).join(', '), options.edition);
  if (typeof result === 'string') {
    if (options.format === 'json') terminal.print(JSON.stringify({ imported: [], refused: result }, null, 2));
    else terminal.say(`Not imported: ${result}. The editions in use are as they were.`);
    return FINDINGS;
  }
  const saved = result.map((edition) => ({ ...edition.manifest, file: save(edition) }));
  if (options.format === 'json') terminal.print(JSON.stringify({ imported: saved }, null, 2));
  else for (const one of saved) terminal.print(`Imported ${line(one)}`);
  return FINE;
}

/** Compiled editions of files, or why they are refused. */
export async function compileFiles(files: readonly SourceFile[], source: string, edition?: string): Promise<CompiledEdition[] | string> {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  try {
    const unpacked = await unpackFiles(files);
    return importRelease(unpacked, { source, retrieved: clockDay(), sha256: hash.digest('hex') }, edition, inStarter());
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function readSource(name: string): SourceFile {
  try {
    if (statSync(name).isDirectory()) throw new Unusable(`${name} is a folder: name the files in it.`);
    return { name: path.basename(name), bytes: readFileSync(name) };
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${name} could not be read: ${reason(error)}.`);
  }
}

function save(edition: CompiledEdition): string {
  try {
    return saveEdition(edition);
  } catch (error) {
    throw new Unusable(`${edition.manifest.title} ${edition.manifest.edition} could not be kept: ${reason(error)}.`);
  }
}

function line({ title, edition, count, effective }: Manifest): string {
  return `${title} ${edition}: ${count.toLocaleString('en-US')} entries, ${effective.to ? `${effective.from} to ${effective.to}` : `from ${effective.from}`}`;
}

/** Removes one imported edition; the lists that ship stay. */
export function removeCodes(names: readonly string[], terminal: Terminal): Status {
  const [set, ...words] = names;
  if (set === undefined || words.length === 0) throw new Unusable('Say which: superbill codes remove SET EDITION, as superbill codes list shows them.');
  if (removeEdition(set, words.join(' '))) {
    terminal.print(`Removed ${set} ${words.join(' ')}.`);
    return FINE;
  }
  const there = storedEditions(() => undefined).map(({ manifest }) => `${manifest.id} ${manifest.edition}`);
  throw new Unusable(`There is no imported edition ${names.join(' ')}. ${there.length > 0 ? `There are: ${there.join(', ')}.` : 'None has been imported.'}`);
}
