// Superbill: Show in File: from the readable view back to the same place of the file.
import * as vscode from 'vscode';
import { READABLE_SCHEME } from '../../server/lsp/protocol';
import { showInFile } from '../panels/readable-view';
import { say } from '../say';
import type { Command } from './command';

const command: Command = {
  id: 'superbill.showInFile',
  title: 'Show in File',
  async run(server) {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme === READABLE_SCHEME) await showInFile(server, editor);
    else say('warning', 'Show in File: put the cursor into a readable view first.');
  },
};
export default command;
