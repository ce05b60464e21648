// Superbill: Show Claim History.
import * as vscode from 'vscode';
import { type HistoryEntry, REQUESTS } from '../../server/lsp/protocol';
import { type Command, encounterOf } from './command';

interface Item extends vscode.QuickPickItem {
  readonly file?: string;
}

const command: Command = {
  id: 'superbill.showClaimHistory', title: 'Show Claim History',
  async run(server, args) {
    const at = encounterOf(args);
    if (!at) {
      void vscode.window.showWarningMessage('Show Claim History: open an encounter first.');
      return;
    }
    const history = await server.ask<HistoryEntry[]>(REQUESTS.history, at);
    if (history.length === 0) {
      void vscode.window.showInformationMessage('No claim has been generated for this encounter yet.');
      return;
    }
    const items = history.map((one): Item => ({ label: one.what, description: one.at, ...(one.file && { file: one.file, detail: 'Press Enter to open the file' }) }));
    const chosen = await vscode.window.showQuickPick(items, { title: 'Claim history', placeHolder: 'What happened to this claim, the oldest first' });
    if (chosen?.file) await vscode.window.showTextDocument(vscode.Uri.parse(chosen.file), { preview: true });
  },
};
export default command;
