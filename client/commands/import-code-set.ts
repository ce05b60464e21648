// Superbill: Import Code Set File…: a publisher's release that the user has on disk.
import * as vscode from 'vscode';
import { type CodeSetsOutcome, type ImportCodeSets, REQUESTS } from '../../server/lsp/protocol';
import { type Button, say, withProgress } from '../say';
import type { Command } from './command';

const command: Command = {
  id: 'superbill.importCodeSet',
  title: 'Import Code Set File…',
  async run(server, [clicked]) {
    const uris =
      clicked instanceof vscode.Uri
        ? [clicked]
        : await vscode.window.showOpenDialog({
            title: 'Import Code Set File',
            openLabel: 'Import',
            canSelectMany: true,
            filters: { 'Releases of code sets': ['zip', 'txt', 'csv', 'tsv', 'xml', 'xlsx'], 'All files': ['*'] },
          });
    if (!uris || uris.length === 0) return;
    const bring = (edition?: string) => {
      const files: ImportCodeSets = { uris: uris.map(String), ...(edition && { edition }) };
      return withProgress('Importing…', server.ask<CodeSetsOutcome>(REQUESTS.importCodeSets, files));
    };
    let outcome = await bring();
    if (outcome.asksEdition) {
      const edition = await vscode.window.showInputBox({
        title: 'Import Code Set File',
        prompt: 'The file does not say which edition it is. Which one?',
        placeHolder: 'FY2027, 2026-10 or 2026',
        ignoreFocusOut: true,
      });
      if (!edition) return;
      outcome = await bring(edition);
    }
    say(outcome.ok ? 'information' : 'error', outcome.message);
  },
};
export default command;

/** Offered where a release could not be fetched. */
export const importNext: Button = { title: 'Import File…', run: () => vscode.commands.executeCommand(command.id) };
