// What every command of the terminal shares: how it ends, what it prints, and how it opens a practice.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { openCodeSets } from '../../codesets/open';
import { Project } from '../features/project';
import { Desk } from '../lsp/desk';
import { editionsHere } from '../lsp/editions';
import { documentFiles, languageOf, readText, superbillFiles, uriOf } from '../lsp/files';
import type { Encounter } from '../model/definitions';
import { NO_SETTINGS } from '../rules/run';
import { namesIn } from '../ledger/folder';

/** Exit status (DESIGN §6). */
export const FINE = 0, FINDINGS = 1, UNUSABLE = 2;
export type Status = 0 | 1 | 2;

/** Ends the command with a plain sentence and status 2. */
export class Unusable extends Error {}

export interface Terminal {
  print(text: string): void;
  /** To stderr. */
  say(text: string): void;
}

export interface Practice {
  readonly root: string;
  readonly project: Project;
  readonly desk: Desk;
  readonly codes: CodeSets;
}

export function codeSetsHere(terminal: Terminal): CodeSets {
  return openCodeSets(editionsHere(), (problem) => terminal.say(problem));
}

/** The clock's day. */
export function clockDay(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Opens the practice in a folder: reads all its superbill documents. `asOf` stands for today. */
export function openPractice(root: string, terminal: Terminal, asOf?: string): Practice {
  const project = new Project();
  const codes = codeSetsHere(terminal);
  for (const file of superbillFiles(root)) load(project, file, terminal);
  const desk = new Desk({ project, codes, today: () => asOf ?? clockDay(), log: (message) => terminal.say(message), trusted: () => true, settings: () => NO_SETTINGS });
  desk.root = root;
  return { root, project, desk, codes };
}

function load(project: Project, file: string, terminal: Terminal): void {
  try {
    project.set(uriOf(file), readText(file), 'superbill');
  } catch (error) {
    terminal.say(`${file} could not be read: ${reason(error)}`);
  }
}

/** The folder of the practice to which a path belongs: the nearest one upwards with a *.practice file, else its own folder. */
export function practiceFolder(start: string): string {
  const own = statSync(start).isDirectory() ? path.resolve(start) : path.dirname(path.resolve(start));
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (namesIn(folder, '.practice').length > 0 || existsSync(path.join(folder, '.superbill'))) return folder;
    if (folder === path.dirname(folder)) return own;
  }
}

export interface InputFile {
  /** As a person gave it, or below the folder given. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly language: 'superbill' | 'x12';
}

/** The documents named, folders with all in them. Throws `Unusable` for what is not there, cannot be read, or is neither. */
export function readInputs(paths: readonly string[]): InputFile[] {
  return paths.flatMap((given) => {
    if (!existsSync(given)) throw new Unusable(`There is no file or folder ${given}.`);
    if (statSync(given).isDirectory()) {
      return documentFiles(given).map((file) => input(path.join(given, path.relative(given, file)), file));
    }
    return [input(given, path.resolve(given))];
  });
}

function input(name: string, file: string): InputFile {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    throw new Unusable(`${name} could not be read: ${reason(error)}.`);
  }
  const language = languageOf(file, text.slice(0, 200));
  if (!language) throw new Unusable(`${name} is neither a superbill document (.encounter, .patient, .practice, .payer) nor an X12 file.`);
  return { name, file, text, language };
}

/** What the system said, for a person. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    EACCES: 'you may not read it', EPERM: 'you may not read it', ENOENT: 'it is not there', EISDIR: 'it is a folder', ENOSPC: 'the disk is full', EROFS: 'the disk cannot be written to',
    ERR_STRING_TOO_LONG: 'it is larger than 500 MB', ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  };
  return words[code ?? ''] ?? message;
}

/** Encounters by id or by file; `Unusable` for what is neither. */
export function findEncounters(names: readonly string[], { project, root }: Practice): Encounter[] {
  return names.flatMap((name) => {
    const found = project.workspace.find('encounter', name);
    if (found) return [found];
    if (existsSync(name) && statSync(name).isFile()) {
      const encounters = project.superbill(uriOf(name))?.definitions.encounters ?? [];
      if (encounters.length > 0) return [...encounters];
      throw new Unusable(`There is no encounter in ${name}.`);
    }
    throw new Unusable(`There is no encounter ${name} in ${root}.`);
  });
}

/** The practice that the encounters named stand in: that of the first file named, else of this folder. */
export function practiceOf(names: readonly string[], terminal: Terminal, asOf?: string): Practice {
  const file = names.find((name) => existsSync(name));
  return openPractice(practiceFolder(file ?? '.'), terminal, asOf);
}

/** Cents as a number with two decimals, for JSON. */
export function amount(cents: number): number {
  return cents / 100;
}
