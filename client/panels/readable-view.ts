// The readable view of an X12 file: a read-only document beside it, a segment a line, that follows the file.
import * as vscode from 'vscode';
import { READABLE_SCHEME, REQUESTS, type Readable, type TextPlace } from '../../server/lsp/protocol';
import type { Server } from '../language-server';

/** Milliseconds after the last key until the view follows. */
const TYPING_RESTS = 200;
/** So much of what comes before is shown above the cursor. */
const LINES_ABOVE = 4;

/** Shows the text of views and keeps them in step with their files. */
export function readableViews(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const timers = new Map<string, NodeJS.Timeout>();
  const follow = (file: vscode.Uri) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme !== READABLE_SCHEME || uri.query !== file.toString()) continue;
      const key = uri.toString();
      clearTimeout(timers.get(key));
      timers.set(
        key,
        setTimeout(() => changed.fire(uri), TYPING_RESTS),
      );
    }
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, false, true);
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => (await server.ask<Readable>(REQUESTS.readable, { uri: uri.query })).text,
  };
  return vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(follow),
    vscode.workspace.onDidChangeTextDocument(({ document }) => follow(document.uri)),
    vscode.workspace.registerTextDocumentContentProvider(READABLE_SCHEME, provider),
    {
      dispose: () => {
        for (const timer of timers.values()) clearTimeout(timer);
      },
    },
  );
}

/** Opens the view beside the file, with the cursor on the same segment. */
export async function openReadableView(server: Server, file: vscode.Uri, cursor: vscode.Position | undefined): Promise<void> {
  const { position } = await server.ask<Readable>(REQUESTS.readable, { uri: file.toString(), ...(cursor && { position: plain(cursor) }) });
  const document = await vscode.workspace.openTextDocument(viewOf(file));
  if (document.languageId !== 'x12') await vscode.languages.setTextDocumentLanguage(document, 'x12');
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
    selection: at(position),
  });
  // Names come a moment later and make lines longer: near the top the cursor's line stays in sight.
  const above = Math.max(0, position.line - LINES_ABOVE);
  editor.revealRange(new vscode.Range(above, 0, above, 0), vscode.TextEditorRevealType.AtTop);
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

/** `E1001-1.835` is shown as `E1001-1 (readable).835`. */
function viewOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: READABLE_SCHEME, path: file.path.replace(/(\.[^./]*)?$/, ' (readable)$1'), query: file.toString() });
}

function plain({ line, character }: vscode.Position): TextPlace {
  return { line, character };
}

function at({ line, character }: TextPlace): vscode.Range {
  return new vscode.Range(line, character, line, character);
}
