// Offers a way to work with a long file that stands on one line: in such a line each key takes the editor itself a second.
import * as vscode from 'vscode';
import { say } from './say';

/** From so many letters in a line on, keys are felt to come late. */
const LONG_LINE = 500_000;
/** Where there are more lines than these, none of them is as long. */
const FEW_LINES = 50;
/** What was sent and received stays as it is. */
const KEPT = /(^|\/)(sent|responses)\//;

/** Says it once for each file. */
export function offerLayout(): vscode.Disposable {
  const offered = new Set<string>();
  const look = (editor: vscode.TextEditor | undefined): void => {
    const document = editor?.document;
    if (document?.languageId !== 'x12' || offered.has(document.uri.toString()) || !hasLongLine(document)) return;
    offered.add(document.uri.toString());
    const name = vscode.workspace.asRelativePath(document.uri);
    const readable = { title: 'Show Readable View', run: () => vscode.commands.executeCommand('superbill.showReadableView') };
    const layOut = { title: 'Put Each Segment on a Line', run: () => vscode.commands.executeCommand('editor.action.formatDocument') };
    const slow = `${name} is one long line, and the editor is slow in it.`;
    if (KEPT.test(name)) say('information', `${slow} The readable view is quick.`, readable);
    else
      say(
        'information',
        `${slow} The readable view is quick, and so is the file with each segment on a line. The data stay as they are.`,
        readable,
        layOut,
      );
  };
  look(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(look);
}

/** Is a line so long that the editor is slow with each key, and with each change of its own size? */
export function hasLongLine(document: vscode.TextDocument): boolean {
  if (document.lineCount > FEW_LINES) return false;
  return Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text.length).some((length) => length > LONG_LINE);
}
