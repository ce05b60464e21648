// The files from which the life cycle of claims is rebuilt, as they lie in the folders at a moment.
import path from 'node:path';
import { CLAIMS, RESPONSES, SENDING, SENT, foldersIn, namesIn, stamp } from './folder';

/** A file in one of the folders, and what changes when it does. */
export interface ListedFile {
  readonly file: string;
  /** The folder of the exchange; '' where a person has put the file beside these folders. */
  readonly exchange: string;
  readonly mark: string;
}

/** All files that count. */
export interface Listing {
  readonly claims: readonly ListedFile[];
  /** Those that have arrived come first. */
  readonly sent: readonly ListedFile[];
  readonly responses: readonly ListedFile[];
}

/** Lists the folders of a practice's root. */
export function listFiles(root: string): Listing {
  const filesIn = (folder: string, exchange: string, ending?: string): ListedFile[] =>
    namesIn(folder, ending).map((name) => {
      const file = folder + path.sep + name;
      return { file, exchange, mark: stamp(file) };
    });
  const below = (folder: string): ListedFile[] => foldersOf(root, folder).flatMap((one) => filesIn(one, path.basename(one)));
  return {
    claims: filesIn(path.join(root, CLAIMS), '', '.837'),
    sent: below(SENT).sort((a, b) => Number(a.file.endsWith(SENDING)) - Number(b.file.endsWith(SENDING))),
    responses: [...filesIn(path.join(root, RESPONSES), ''), ...below(RESPONSES)],
  };
}

/** The folders of exchanges. */
export function foldersOf(root: string, folder: string): string[] {
  return foldersIn(path.join(root, folder)).map((exchange) => path.join(root, folder, exchange));
}

/** Has no file come, gone or changed? */
export function isSame(one: Listing, other: Listing): boolean {
  return (['claims', 'sent', 'responses'] as const).every(
    (kind) =>
      one[kind].length === other[kind].length &&
      one[kind].every(({ file, mark }, i) => file === other[kind][i].file && mark === other[kind][i].mark),
  );
}
