// Keeps the project in step with the editor and the disk: open documents win over files; files are loaded and watched.
import type { Connection } from 'vscode-languageserver/node';
import { TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Project, ProjectDocument } from '../features/project';
import { fileOf, isFolder, languageOf, readText, superbillFiles, uriOf } from './files';

export class Documents {
  readonly open = new TextDocuments(TextDocument);
  /** Folders of the workspace, as paths. */
  folders: string[] = [];

  constructor(private readonly project: Project, private readonly log: (message: string) => void) {}

  listen(connection: Connection, changed: (uri: string) => void): void {
    this.open.onDidChangeContent(({ document }) => {
      this.takeOpen(document);
      changed(document.uri);
    });
    this.open.onDidClose(({ document }) => {
      this.takeFile(document.uri);
      changed(document.uri);
    });
    this.open.listen(connection);
  }

  /** The document as it is in the editor now. */
  get(uri: string): ProjectDocument | undefined {
    const open = this.open.get(uri);
    return open ? this.takeOpen(open) : this.project.get(uri);
  }

  /** Reads all superbill files of the folders; lets other requests pass between them. */
  async loadFolders(): Promise<void> {
    for (const folder of this.folders) {
      const files = superbillFiles(folder);
      for (let at = 0; at < files.length; at += 1) {
        const uri = uriOf(files[at]);
        if (!this.open.get(uri)) this.takeFile(uri);
        if (at % 64 === 63) await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  /** A file came, changed or went. */
  takeFile(uri: string): void {
    const file = fileOf(uri);
    if (!file || this.open.get(uri)) return;
    try {
      if (isFolder(file)) return;
      const language = languageOf(file);
      if (language === 'superbill') this.project.set(uri, readText(file), language);
      else this.project.delete(uri);
    } catch (error) {
      this.project.delete(uri);
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.log(`A document could not be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`);
    }
  }

  private takeOpen(document: TextDocument): ProjectDocument | undefined {
    const language = document.languageId === 'x12' ? 'x12' : document.languageId === 'superbill' ? 'superbill' : languageOf(document.uri, document.getText(FIRST_WORD));
    return language && this.project.set(document.uri, document.getText(), language);
  }
}

const FIRST_WORD = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };
