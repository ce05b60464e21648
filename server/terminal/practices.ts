// Practices as commands open them: the folder to which a file belongs, its documents, its desk, its encounters by name.
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { CodeSets } from '../../codesets/code-set';
import { Project } from '../features/project';
import { namesIn } from '../ledger/folder';
import { Desk } from '../lsp/desk';
import { clockDay } from '../lsp/clock';
import { codeSetsHere as openCodeSetsHere } from '../lsp/editions';
import { readText, superbillFiles, uriOf } from '../lsp/files';
import type { Encounter } from '../model/definitions';
import { NO_SETTINGS } from '../rules/run';
import { type Terminal, Unusable, isBelow, isFolder, needThere, sayUnread, shown } from './terminal';

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

  /** The practice to which a file belongs; what lies in none belongs to `otherwise`, the folder that a person named or stands in. */
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

/** Payers or fees alone do not make a folder a practice. */
function describesPractice(file: string): boolean {
  try {
    return !isFolder(file) && /^practice[ \t]+\S/im.test(readText(file));
  } catch {
    // What cannot be read describes nothing; opening it says why.
    return false;
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

/** Does a word look like the way to a file? */
function isPath(word: string): boolean {
  return /[/\\]|\.\w{3,}$/.test(word);
}
