// What the suites inside the extension host share: documents with a marked cursor, and waiting for what VS Code tells.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const CURSOR = '<|>';
/** Milliseconds after which something counts as absent, on a machine that has much else to do. */
const LONGEST = 90_000;

export interface Opened {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  readonly uri: vscode.Uri;
  /** Where the text says `<|>`; the beginning where it does not. */
  readonly cursor: vscode.Position;
}

/** The extension under test, awake. */
export async function awake(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('superbill.superbill');
  assert.ok(extension, 'VS Code did not load the extension');
  await extension.activate();
  return extension;
}

/** A file of the practice's copy. */
export function fileOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a document into the practice and shows it; one that is open already gets the new text. */
export async function open(name: string, marked: string): Promise<Opened> {
  const at = marked.indexOf(CURSOR);
  const uri = fileOf(name);
  const text = marked.replace(CURSOR, '');
  const known = vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
  if (!known) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const opened = await show(uri);
  if (known) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, opened.document.lineCount, 0), text);
    assert.ok(await vscode.workspace.applyEdit(edit), 'the text could not be replaced');
    await opened.document.save();
  }
  const cursor = opened.document.positionAt(Math.max(0, at));
  opened.editor.selection = new vscode.Selection(cursor, cursor);
  return { ...opened, cursor };
}

/** Shows a document of the practice. */
export async function show(uri: vscode.Uri): Promise<Opened> {
  await awake();
  const document = await vscode.workspace.openTextDocument(uri);
  return { document, uri, editor: await vscode.window.showTextDocument(document, { preview: false }), cursor: new vscode.Position(0, 0) };
}

/** Waits until the findings of a document are as wanted, and gives them. */
export function findings(uri: vscode.Uri, wanted: (all: readonly vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  const look = () => vscode.languages.getDiagnostics(uri);
  const state = () =>
    look()
      .map((one) => `${codeOf(one)}: ${one.message}`)
      .join('\n') || 'none';
  return until(vscode.languages.onDidChangeDiagnostics, () => (wanted(look()) ? look() : undefined), state);
}

/** The id of the rule that a finding comes from. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a look finds something; looks at once and after every event. */
export function until<T>(event: vscode.Event<unknown>, look: () => T | undefined, state: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      listening.dispose();
      clearTimeout(timer);
      act();
    };
    const check = () => {
      const found = look();
      if (found !== undefined) finish(() => resolve(found));
    };
    const listening = event(check);
    const timer = setTimeout(() => finish(() => reject(new Error(`This did not come. There is: ${state()}`))), LONGEST);
    check();
  });
}

/** The quick fixes at a place. */
export async function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
}

/** Applies the action whose title contains the words. */
export async function applyAction(actions: readonly vscode.CodeAction[], words: string): Promise<void> {
  const action = actions.find((one) => one.title.includes(words));
  assert.ok(action?.edit, `There is no “${words}”, but: ${actions.map((one) => one.title).join(', ') || 'nothing'}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
}

/** The text of a file of the practice, as it is on disk. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
