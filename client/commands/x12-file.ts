// Which X12 file a command is about: the one it was clicked on, else the one in the editor.
import * as vscode from 'vscode';
import { READABLE_SCHEME } from '../../server/lsp/protocol';
import { say } from '../say';

export interface X12Target {
  readonly uri: vscode.Uri;
  /** Where the cursor stands, if the file is in the editor. */
  readonly cursor: vscode.Position | undefined;
}

/** Undefined, and said, where there is none. */
export function x12Target(title: string, [clicked]: readonly unknown[]): X12Target | undefined {
  const editor = vscode.window.activeTextEditor;
  const asked = clicked instanceof vscode.Uri ? clicked : editor?.document.uri;
  // A readable view stands for its file.
  const uri = asked?.scheme === READABLE_SCHEME ? vscode.Uri.parse(asked.query) : asked;
  const isX12 = clicked instanceof vscode.Uri || editor?.document.languageId === 'x12';
  if (!uri || !isX12) {
    say('warning', `${title}: open a claim file, an acknowledgement or a remittance first.`);
    return undefined;
  }
  return { uri, cursor: editor?.document.uri.toString() === uri.toString() ? editor.selection.active : undefined };
}
