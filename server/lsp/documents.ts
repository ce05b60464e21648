// Keeps the project in step with the editor and the disk: open documents win over files; files are loaded and watched.
import type { Connection } from 'vscode-languageserver/node';
import { TextDocuments } from 'vscode-languageserver/node';
import type { Project, ProjectDocument } from '../features/project';
import type { Steps } from '../syntax/steps';
import { fileOf, isFolder, isSkipped, languageOf, plainUri, readText, superbillFiles, uriOf } from './files';
import { patiently } from './patience';
import { OPEN_TEXTS, type OpenText } from './open-text';

/** What a change on disk has to do with: documents that people write, claims and their answers (and perhaps documents), or nothing. */
export type Touched = 'documents' | 'claims' | 'nothing';

export class Documents {
  readonly open = new TextDocuments(OPEN_TEXTS);
  /** Folders of the workspace, as paths. */
  folders: string[] = [];
  /** Open documents: the one way of writing their address, and the editor's. */
  private readonly opened = new Map<string, string>();

  constructor(
    private readonly project: Project,
    private readonly log: (message: string) => void,
  ) {}

  /** `changed` is told the address as the editor writes it; `closed`, too. */
  listen(connection: Connection, changed: (uri: string) => void, closed: (uri: string) => void = changed): void {
    this.open.onDidOpen(({ document }) => this.opened.set(plainUri(document.uri), document.uri));
    this.open.onDidChangeContent(({ document }) => {
      this.takeOpen(document);
      changed(document.uri);
    });
    this.open.onDidClose(({ document }) => {
      const plain = plainUri(document.uri);
      if (this.opened.get(plain) === document.uri) this.opened.delete(plain);
      this.project.delete(plain);
      // What lies elsewhere belongs to the practice only while somebody looks at it.
      if (this.folders.some((folder) => plain.startsWith(`${uriOf(folder)}/`))) this.takeFile(document.uri);
      closed(document.uri);
    });
    this.open.listen(connection);
  }

  /** Settles with the next change of an open document, or after a while without any. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        listening.dispose();
        clearTimeout(timer);
        resolve();
      };
      const listening = this.open.onDidChangeContent(finish);
      const timer = setTimeout(finish, LONGEST_WAIT);
    });
  }

  /** The document as it is in the editor now. */
  get(uri: string): ProjectDocument | undefined {
    const plain = plainUri(uri);
    const open = this.openAt(plain);
    return open ? this.takeOpen(open) : this.project.get(plain);
  }

  private openAt(plain: string): OpenText | undefined {
    const uri = this.opened.get(plain);
    return uri === undefined ? undefined : this.open.get(uri);
  }

  /** Reads all superbill files of the folders, a file at a step. */
  *loadFolders(): Steps<void> {
    for (const folder of this.folders) {
      for (const file of superbillFiles(folder)) {
        this.takeFile(uriOf(file));
        yield;
      }
    }
  }

  /** A file or a folder came, changed or went. What is open counts as it is in the editor. */
  takeFile(uri: string): Touched {
    const file = fileOf(uri),
      plain = plainUri(uri);
    if (!file || isSkipped(file)) return 'nothing';
    const otherwise: Touched = /[/\\](claims|sent|responses)([/\\]|$)/.test(file) ? 'claims' : 'nothing';
    if (this.openAt(plain)) return otherwise;
    try {
      if (isFolder(file)) return this.takeFolder(file) ? 'claims' : otherwise;
      if (languageOf(file) !== 'superbill') return otherwise;
      this.project.set(plain, readText(file), 'superbill');
      return 'documents';
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isGone = code === 'ENOENT' || code === 'ENOTDIR';
      if (!isGone) this.log(`A document could not be read: ${code ?? 'unknown reason'}`);
      const isKnown = this.project.get(plain) !== undefined;
      this.project.delete(plain);
      if (isGone && this.dropBelow(plain)) return 'claims';
      return isKnown ? 'documents' : otherwise;
    }
  }

  private takeFolder(folder: string): boolean {
    const files = superbillFiles(folder);
    for (const file of files) this.takeFile(uriOf(file));
    return files.length > 0;
  }

  /** With a folder go its files. */
  private dropBelow(folder: string): boolean {
    const gone = [...this.project.all()].map(({ uri }) => uri).filter((uri) => uri.startsWith(`${folder}/`) && !this.opened.has(uri));
    for (const uri of gone) this.project.delete(uri);
    return gone.length > 0;
  }

  /** Folders that joined or left the workspace. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const kept = this.folders.filter((folder) => !removed.includes(folder));
    this.folders = [...kept, ...added.filter((folder) => !kept.includes(folder))];
    for (const folder of removed) this.dropBelow(uriOf(folder));
    await patiently(this.loadFolders(), () => false);
  }

  private takeOpen(document: OpenText): ProjectDocument | undefined {
    const { uri, languageId, text, lines, change } = document;
    const language = languageId === 'x12' || languageId === 'superbill' ? languageId : languageOf(uri, text);
    document.change = undefined;
    return language && this.project.set(plainUri(uri), text, language, { lines, change });
  }
}

/** Milliseconds. */
const LONGEST_WAIT = 3000;
