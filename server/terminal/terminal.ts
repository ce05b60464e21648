// What every command of the terminal shares: how it ends, what it prints, and how it opens a practice.
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeSets } from '../../codesets/code-set';
import { Project } from '../features/project';
import { namesIn } from '../ledger/folder';
import { Desk } from '../lsp/desk';
import { clockDay } from '../lsp/clock';
import { codeSetsHere as openCodeSetsHere } from '../lsp/editions';
import { documentFiles, languageOf, languageOfNamed, readText, superbillFiles, uriOf } from '../lsp/files';
import { reason } from '../lsp/reason';
import type { Encounter } from '../model/definitions';
import { NO_SETTINGS } from '../rules/run';
import { firstWords, isLarge } from './large-file';

/** Exit status (DESIGN §6). */
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

export interface Practice {
  readonly root: string;
  readonly project: Project;
  readonly desk: Desk;
  readonly codes: CodeSets;
}

export function codeSetsHere(terminal: Terminal): CodeSets {
  return openCodeSetsHere((problem) => terminal.say(problem));
}

/** Opens each practice that a command needs once: all its superbill documents are read. */
export class Practices {
  private readonly open = new Map<string, Practice>();
  private none: Practice | undefined;
  private codes: CodeSets | undefined;

  /** `asOf` stands for today. */
  constructor(
    private readonly terminal: Terminal,
    private readonly asOf?: string,
  ) {}

  /** The practice to which a file belongs; what lies in none belongs to `else`, the folder that a person named or stands in. */
  of(file: string, otherwise?: string): Practice {
    return this.at(practiceFolder(file, otherwise));
  }

  /** That of the folder in which the person stands. */
  here(): Practice {
    return this.of('.');
  }

  /** As `of`, but without documents where a file lies in no practice: a whole disk is not read for a code or a claim file. */
  near(file: string): Practice {
    const root = foundPractice(file);
    return root === undefined ? (this.none ??= this.openAt(ownFolder(file), [])) : this.at(root);
  }

  at(root: string): Practice {
    let practice = this.open.get(root);
    if (!practice) this.open.set(root, (practice = this.openAt(root)));
    return practice;
  }

  private openAt(root: string, given?: Iterable<string>): Practice {
    const { terminal, asOf } = this;
    const files = given ?? superbillFiles(root, (folder, error) => sayUnread(terminal, shown(folder), error));
    const project = new Project();
    this.codes ??= codeSetsHere(terminal);
    for (const file of files) load(project, file, terminal);
    const desk = new Desk({
      project,
      codes: this.codes,
      today: () => asOf ?? clockDay(),
      log: (message) => terminal.say(message),
      trusted: () => true,
      settings: () => NO_SETTINGS,
      words: { receive: 'superbill receive' },
    });
    desk.root = root;
    return { root, project, desk, codes: this.codes };
  }
}

function load(project: Project, file: string, terminal: Terminal): void {
  try {
    project.set(uriOf(file), readText(file), 'superbill');
  } catch (error) {
    sayUnread(terminal, shown(file), error);
  }
}

/**
 * The folder of the practice to which a path belongs: the nearest one upwards that describes a practice, else the nearest with a
 * *.practice file.
 * Where there is none: `otherwise`, the folder below which the path lies, else its own.
 */
export function practiceFolder(start: string, otherwise = process.cwd()): string {
  return foundPractice(start) ?? (isBelow(ownFolder(start), otherwise) ? path.resolve(otherwise) : ownFolder(start));
}

/** As `practiceFolder`, but undefined where there is no practice. */
export function foundPractice(start: string): string | undefined {
  let nearest: string | undefined;
  for (let folder = ownFolder(start); ; folder = path.dirname(folder)) {
    const files = practiceFiles(folder);
    if (files.some(describesPractice)) return folder;
    if (files.length > 0 || existsSync(path.join(folder, '.superbill'))) nearest ??= folder;
    if (folder === path.dirname(folder)) return nearest;
  }
}

function practiceFiles(folder: string): string[] {
  try {
    return namesIn(folder, '.practice').map((name) => path.join(folder, name));
  } catch {
    // A folder that may not be looked into is nobody's practice.
    return [];
  }
}

function ownFolder(start: string): string {
  const full = path.resolve(start);
  return isFolder(full) ? full : path.dirname(full);
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function isBelow(file: string, folder: string): boolean {
  const way = path.relative(path.resolve(folder), file);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

/** Payers or fees alone do not make a folder a practice. */
function describesPractice(file: string): boolean {
  try {
    return !isFolder(file) && /^practice[ \t]+\S/im.test(readText(file));
  } catch {
    // What cannot be read describes nothing; opening it says why.
    return false;
  }
}

export interface InputFile {
  /** As a person gave it, or below the folder given. */
  readonly name: string;
  readonly file: string;
  /** Empty for a large file, which is read in pieces. */
  readonly text: string;
  readonly language: 'superbill' | 'x12';
  readonly large?: true;
  /** The folder that was given, for a file found in it. */
  readonly given?: string;
}

/**
 * Calls for each document named, folders with all in them; true where one could not be read, which is said. `inPieces`: large X12
 * files come without their text. Throws `Unusable` for what is not there, and for a single file that is neither.
 */
export function eachInput(
  paths: readonly string[],
  terminal: Terminal,
  visit: (input: InputFile) => void,
  { inPieces = false } = {},
): boolean {
  for (const given of paths) needThere(given);
  let unreadable = false;
  const seen = new Set<string>();
  for (const given of paths) {
    const folder = isFolder(given);
    const nameOf = (file: string): string => (folder ? path.join(given, path.relative(given, file)) : given);
    const refused = (at: string, error: unknown): void => {
      sayUnread(terminal, nameOf(at), error);
      unreadable = true;
    };
    for (const file of folder ? documentFiles(given, refused) : [path.resolve(given)]) {
      const name = nameOf(file);
      if (seen.has(path.resolve(file))) continue;
      seen.add(path.resolve(file));
      if (inPieces && isLarge(file) && languageOf(file, firstWords(file)) === 'x12') {
        visit({ name, file: path.resolve(file), text: '', language: 'x12', large: true, ...(folder && { given: path.resolve(given) }) });
        continue;
      }
      const text = textOf(name, file, terminal);
      const language = text === undefined ? undefined : languageOfNamed(file, text);
      if (text !== undefined && !language) {
        const sentence = `${name} is neither a superbill document (.encounter, .patient, .practice, .payer) nor an X12 file.`;
        // Among others it does not keep them from being read.
        if (paths.length === 1) throw new Unusable(sentence);
        terminal.say(sentence);
      }
      if (text === undefined || !language) unreadable = true;
      else visit({ name, file: path.resolve(file), text, language, ...(folder && { given: path.resolve(given) }) });
    }
  }
  return unreadable;
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

const told = new WeakMap<Terminal, Set<string>>();

/** Says it once, however many look for it: a command reads the practice and what it was given. */
function sayUnread(terminal: Terminal, name: string, error: unknown): void {
  const sentences = told.get(terminal) ?? new Set();
  told.set(terminal, sentences);
  const sentence = unread(name, error);
  if (!sentences.has(sentence)) terminal.say(sentence);
  sentences.add(sentence);
}

/** Does a word look like the way to a file? */
function isPath(word: string): boolean {
  return /[/\\]|\.\w{3,}$/.test(word);
}

function textOf(name: string, file: string, terminal: Terminal): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    sayUnread(terminal, name, error);
    return undefined;
  }
}

/** Encounters by id, by file or by folder; `Unusable` for what is neither. */
export function findEncounters(name: string, { project, root }: Practice): Encounter[] {
  const found = project.workspace.find('encounter', name);
  if (found) return [found];
  if (existsSync(name)) {
    const files = isFolder(name) ? superbillFiles(path.resolve(name)) : [path.resolve(name)];
    const encounters = files.flatMap(
      (file) =>
        project.superbill(uriOf(file))?.definitions.encounters ??
        project.superbill(uriOf(realpathSync(file)))?.definitions.encounters ??
        [],
    );
    if (encounters.length > 0) return encounters;
    throw new Unusable(`There is no encounter in ${name}.`);
  }
  if (isPath(name)) needThere(name);
  throw new Unusable(`There is no encounter ${name} in ${shown(root)}.`);
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
