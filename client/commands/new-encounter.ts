// Superbill: New Encounter.
import * as vscode from 'vscode';
import { type NewEncounter, REQUESTS } from '../../server/lsp/protocol';
import { say } from '../say';
import type { Command } from './command';

const command: Command = {
  id: 'superbill.newEncounter',
  title: 'New Encounter',
  async run(server) {
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) {
      say('warning', 'New Encounter: open the folder of your practice first.', {
        title: 'Open Folder',
        run: () => vscode.commands.executeCommand('workbench.action.files.openFolder'),
      });
      return;
    }
    const draft = await server.ask<NewEncounter>(REQUESTS.newEncounter);
    const uri = await unusedName(vscode.Uri.joinPath(folder.uri, 'encounters'), draft.fileName);
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    await editor.insertSnippet(new vscode.SnippetString(draft.snippet));
    // The cursor stands at the patient: the list comes by itself.
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
  },
};
export default command;

/** A file that is there is never written over. */
async function unusedName(folder: vscode.Uri, wanted: string): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const taken = new Set(entries.map(([name]) => name.toLowerCase()));
  const [, stem, ending] = /^(.*?)(\.[^.]*)$/.exec(wanted) ?? [undefined, wanted, ''];
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem}-${count}${ending}`;
  return vscode.Uri.joinPath(folder, name);
}
