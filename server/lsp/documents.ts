// Keeps the project in step with the editor and the disk: open documents win over files; files are loaded and watched.
import type { Connection } from 'vscode-languageserver/node';
import { TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project, ProjectDocument } from '../features/project';
import { fileOf, isFolder, languageOf, plainUri, readText, superbillFiles, uriOf } from './files';

export class Documents {
  readonly open = new TextDocuments(TextDocument);
  /** Folders of the workspace, as paths. */
  folders: string[] = [];
  /** Open documents: the one way of writing their address, and the editor's. */
  private readonly opened = new Map<string, string>();

  constructor(private readonly project: Project, private readonly log: (message: string) => void) {}

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
      this.takeFile(document.uri);
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

  private openAt(plain: string): TextDocument | undefined {
    const uri = this.opened.get(plain);
    return uri === undefined ? undefined : this.open.get(uri);
  }

  /** Reads all superbill files of the folders; lets other requests pass between them. */
  async loadFolders(): Promise<void> {
    for (const folder of this.folders) {
      const files = superbillFiles(folder);
      for (let at = 0; at < files.length; at += 1) {
        this.takeFile(uriOf(files[at]));
        if (at % 64 === 63) await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  /** A file or a folder came, changed or went. Files that are open count as they are in the editor. */
  takeFile(uri: string): void {
    const file = fileOf(uri);
    const plain = plainUri(uri);
    if (!file || this.openAt(plain)) return;
    try {
      if (isFolder(file)) return;
      const language = languageOf(file);
      if (language === 'superbill') this.project.set(plain, readText(file), language);
      else this.project.delete(plain);
    } catch (error) {
      this.project.delete(plain);
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') this.dropBelow(plain);
      else this.log(`A document could not be read: ${code ?? 'unknown reason'}`);
    }
  }

  /** With a folder go its files. */
  private dropBelow(folder: string): void {
    const gone = [...this.project.all()].map((document) => document.uri).filter((uri) => uri.startsWith(`${folder}/`) && !this.opened.has(uri));
    for (const uri of gone) this.project.delete(uri);
  }

  /** Folders that joined or left the workspace. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders = [...this.folders.filter((folder) => !removed.includes(folder)), ...added.filter((folder) => !this.folders.includes(folder))];
    for (const folder of removed) this.dropBelow(uriOf(folder));
    await this.loadFolders();
  }

  private takeOpen(document: TextDocument): ProjectDocument | undefined {
    const language = document.languageId === 'x12' ? 'x12' : document.languageId === 'superbill' ? 'superbill' : languageOf(document.uri, document.getText(FIRST_WORD));
    return language && this.project.set(plainUri(document.uri), document.getText(), language);
  }
}

const FIRST_WORD = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };
/** Milliseconds. */
const LONGEST_WAIT = 3000;
