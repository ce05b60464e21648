// The readable view of an X12 file: a read-only document beside it, a segment a line, that follows the file.
import * as vscode from 'vscode';
import { READABLE_SCHEME, REQUESTS, type TextPlace } from '../../server/lsp/protocol';
import type { Server } from '../language-server';
import { hasLongLine } from '../offer-layout';
import { withProgress } from '../say';

/** Milliseconds after the last key until the view follows. */
const TYPING_RESTS = 200;
/** So much of what comes before is shown above the cursor. */
const LINES_ABOVE = 4;
/** So many lines at most the editor holds at its top: the loops that the first line in sight belongs to. */
const HELD_LINES = 5;

/** Says that a text is UTF-8, whatever encoding the user has chosen for files. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Shows the text of views and keeps them in step with their files. They are files that nobody can write: of these the editor
 * takes over only what changed, however large they are, so that cursor, names and what is in sight stay where they were.
 */
export function readableViews(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const timers = new Map<string, NodeJS.Timeout>();
  let version = 1;
  const follow = (file: vscode.Uri) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme !== READABLE_SCHEME || uri.query !== file.toString()) continue;
      const key = uri.toString();
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => {
          version += 1;
          changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
        }, TYPING_RESTS),
      );
    }
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, false, true);
  const readOnly = () => {
    throw vscode.FileSystemError.NoPermissions('A readable view cannot be changed: change its file.');
  };
  const views: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    // The text is made when it is read: until then nobody knows its size.
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: version, size: 0 }),
    readFile: async ({ query }) =>
      new TextEncoder().encode(BYTE_ORDER_MARK + (await server.ask<string>(REQUESTS.readable, { uri: query }))),
    readDirectory: () => [],
    createDirectory: readOnly,
    writeFile: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
  return vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(follow),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document.uri.scheme === READABLE_SCHEME) keepInSight(change);
      else follow(change.document.uri);
    }),
    vscode.workspace.registerFileSystemProvider(READABLE_SCHEME, views, { isCaseSensitive: true, isReadonly: true }),
    {
      dispose: () => {
        for (const timer of timers.values()) clearTimeout(timer);
      },
    },
  );
}

/** Many lines that come or go above what a view shows do not move it; for a few it does not jerk. */
function keepInSight({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
  for (const editor of vscode.window.visibleTextEditors) {
    if (editor.document !== document) continue;
    const top = editor.visibleRanges[0]?.start.line ?? 0;
    const grown = contentChanges
      .filter(({ range }) => range.end.line <= top)
      .reduce((sum, { range, text }) => sum + text.split('\n').length - 1 - (range.end.line - range.start.line), 0);
    if (Math.abs(grown) > HELD_LINES) reveal(editor, top + grown + HELD_LINES);
  }
}

/** Scrolls so that a line stands right below the lines that the editor holds at the top. */
function reveal(editor: vscode.TextEditor, line: number): void {
  editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
}

/** Opens the view with the cursor on the same segment: beside the file, or before a file that the editor is slow to show. */
export async function openReadableView(server: Server, file: vscode.Uri, cursor: vscode.Position | undefined): Promise<void> {
  // Asked first: where there is nothing to show, no empty view opens.
  const [position, document] = await withProgress(`Reading ${vscode.workspace.asRelativePath(file)}…`, opened(server, file, cursor));
  if (document.languageId !== 'x12') await vscode.languages.setTextDocumentLanguage(document, 'x12');
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: isSlow(file) ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside,
    preview: true,
    selection: at(position),
  });
  // Names come a moment later and make lines longer: near the top the cursor's line stays in sight.
  reveal(editor, Math.max(0, position.line - LINES_ABOVE));
}

function isSlow(file: vscode.Uri): boolean {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.toString() === file.toString() && hasLongLine(document);
}

async function opened(server: Server, file: vscode.Uri, cursor: vscode.Position | undefined): Promise<[TextPlace, vscode.TextDocument]> {
  const position = await server.ask<TextPlace>(REQUESTS.inView, { uri: file.toString(), ...(cursor && { position: plain(cursor) }) });
  return [position, await vscode.workspace.openTextDocument(viewOf(file))];
}

/** Puts the cursor on the same place of the file that a view shows. */
export async function showInFile(server: Server, { document, selection }: vscode.TextEditor): Promise<void> {
  const uri = document.uri.query;
  const place = await server.ask<TextPlace>(REQUESTS.inFile, { uri, position: plain(selection.active) });
  const open = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === uri);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    ...(open?.viewColumn && { viewColumn: open.viewColumn }),
    selection: at(place),
  });
}

/** `responses/E1001-1.835` is shown as `responses/E1001-1 (readable).835`: without the folders above the practice. */
function viewOf(file: vscode.Uri): vscode.Uri {
  const inPractice = vscode.workspace.getWorkspaceFolder(file);
  const path = inPractice ? `/${vscode.workspace.asRelativePath(file, false)}` : file.path;
  return vscode.Uri.from({ scheme: READABLE_SCHEME, path: path.replace(/(\.[^./]*)?$/, ' (readable)$1'), query: file.toString() });
}

function plain({ line, character }: vscode.Position): TextPlace {
  return { line, character };
}

function at({ line, character }: TextPlace): vscode.Range {
  return new vscode.Range(line, character, line, character);
}
