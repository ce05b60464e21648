// Superbill: New Encounter.
import * as vscode from 'vscode';
import { type NewEncounter, REQUESTS } from '../../server/lsp/protocol';
import type { Command } from './command';

const command: Command = {
  id: 'superbill.newEncounter', title: 'New Encounter',
  async run(server) {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) {
      void vscode.window.showWarningMessage('New Encounter: open the folder of your practice first (File, Open Folder).');
      return;
    }
    const draft = await server.ask<NewEncounter>(REQUESTS.newEncounter);
    const uri = vscode.Uri.joinPath(folder.uri, 'encounters', draft.fileName);
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
    const editor = await vscode.window.showTextDocument(uri);
    await editor.insertSnippet(new vscode.SnippetString(draft.snippet));
  },
};
export default command;
