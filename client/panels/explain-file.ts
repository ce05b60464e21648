// The page that explains an X12 file: one for each file, drawn by the server, without scripts; it follows the file.
import * as vscode from 'vscode';
import { type Explanation, REQUESTS, SHOW_ENCOUNTER } from '../../server/lsp/protocol';
import type { Server } from '../language-server';
import { withProgress } from '../say';

/** Milliseconds after the last key until the page follows. */
const TYPING_RESTS = 400;

const panels = new Map<string, vscode.WebviewPanel>();

/** What the claims of a page lead to. */
export function explanations(): vscode.Disposable {
  return vscode.commands.registerCommand(SHOW_ENCOUNTER, async (uri: unknown, line: unknown) => {
    if (typeof uri !== 'string' || typeof line !== 'number') return;
    const place = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(place, place) });
  });
}

/** Opens the page in place of the text, where there is room for its tables, or brings it to the front. */
export async function openExplanation(server: Server, file: vscode.Uri): Promise<void> {
  const key = file.toString();
  const known = panels.get(key);
  if (known) {
    await draw(server, key, known);
    known.reveal();
    return;
  }
  // Asked first: where there is nothing to explain, no empty page opens.
  const { title, html } = await withProgress(
    `Reading ${vscode.workspace.asRelativePath(file)}…`,
    server.ask<Explanation>(REQUESTS.explainFile, { uri: key }),
  );
  const panel = vscode.window.createWebviewPanel('superbill.explanation', title, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableCommandUris: [SHOW_ENCOUNTER],
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panels.set(key, panel);
  panel.webview.html = html;
  let timer: NodeJS.Timeout | undefined;
  const following = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.uri.toString() !== key) return;
    clearTimeout(timer);
    timer = setTimeout(() => void draw(server, key, panel), TYPING_RESTS);
  });
  panel.onDidDispose(() => {
    clearTimeout(timer);
    following.dispose();
    panels.delete(key);
  });
}

async function draw(server: Server, uri: string, panel: vscode.WebviewPanel): Promise<void> {
  const { title, html } = await server.ask<Explanation>(REQUESTS.explainFile, { uri });
  if (panels.get(uri) !== panel) return;
  panel.title = title;
  panel.webview.html = html;
}
