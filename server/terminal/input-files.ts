// The files that a person names for a command: each by itself, and folders with all documents in them.
import path from 'node:path';
import { documentFiles, firstWords, languageOf, languageOfNamed, readText } from '../lsp/files';
import { isLarge } from './large-file';
import { type Terminal, Unusable, isFolder, needThere, sayUnread } from './terminal';

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

function textOf(name: string, file: string, terminal: Terminal): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    sayUnread(terminal, name, error);
    return undefined;
  }
}
