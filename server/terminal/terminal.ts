// What every command of the terminal shares: how it ends, what it prints, and how it calls files.
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from '../lsp/files';
import { reason } from '../lsp/reason';

/** Exit status: all is well; something is wrong or was refused; what was asked or given cannot be used. */
export const FINE = 0,
  FINDINGS = 1,
  UNUSABLE = 2;
export type Status = 0 | 1 | 2;

/** Ends the command with a plain sentence and status 2. */
export class Unusable extends Error {}

export interface Terminal {
  print(text: string): void;
  /** To stderr. */
  say(text: string): void;
}

export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Does a file lie in a folder, or is it that folder? */
export function isBelow(file: string, folder: string): boolean {
  const way = path.relative(path.resolve(folder), file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Says what keeps a file or folder from being used. A link that leads nowhere is there, too: it cannot be read. */
export function needThere(file: string): void {
  try {
    lstatSync(file);
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw new Unusable(`There is no file or folder ${file}.`);
    throw new Unusable(unread(file, error));
  }
}

/** A sentence. `name` is what a person calls it. */
export function unread(name: string, error: unknown): string {
  return `${name} could not be read: ${reason(error)}.`;
}

/** The text of a file without which the command cannot go on. */
export function neededText(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw new Unusable(unread(file, error));
  }
}

const told = new WeakMap<Terminal, Set<string>>();

/** Says it once, however many look for it: a command reads the practice and what it was given. */
export function sayUnread(terminal: Terminal, name: string, error: unknown): void {
  const sentences = told.get(terminal) ?? new Set();
  told.set(terminal, sentences);
  const sentence = unread(name, error);
  if (!sentences.has(sentence)) terminal.say(sentence);
  sentences.add(sentence);
}

/** A path as a person in this folder would write it. */
export function shown(file: string): string {
  const way = path.relative(process.cwd(), file);
  return way === '' ? 'this folder' : isBelow(file, process.cwd()) ? way : file;
}

export function fileOfUri(uri: string): string {
  return shown(fileURLToPath(uri));
}

/** Cents as a number with two decimals, for JSON. */
export function amount(cents: number): number {
  // Never -0.
  return cents === 0 ? 0 : cents / 100;
}
