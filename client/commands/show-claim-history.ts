// Superbill: Show Claim History.
import * as vscode from 'vscode';
import { type HistoryEntry, REQUESTS } from '../../server/lsp/protocol';
import { remark } from '../say';
import { type Command, encountersOf } from './command';

interface Item extends vscode.QuickPickItem {
  readonly file?: string;
}

const command: Command = {
  id: 'superbill.showClaimHistory',
  title: 'Show Claim History',
  async run(server, args) {
    const [at] = await encountersOf(server, command.title, args);
    if (!at) return;
    const history = await server.ask<HistoryEntry[]>(REQUESTS.history, at);
    if (history.length === 0) {
      remark('No claim has been generated for this encounter yet.');
      return;
    }
    const items = history.map(
      ({ what, at: when, file }): Item => ({
        label: file ? `$(file) ${what}` : what,
        description: when,
        ...(file && { file, detail: vscode.workspace.asRelativePath(vscode.Uri.parse(file)) }),
      }),
    );
    const chosen = await vscode.window.showQuickPick(items, {
      title: 'Claim history',
      placeHolder: 'What happened, the oldest first. Enter opens the file.',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen?.file) await vscode.window.showTextDocument(vscode.Uri.parse(chosen.file), { preview: true });
  },
};
export default command;
