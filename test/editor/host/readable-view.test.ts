// The readable view of a file that is edited beside it: it shows the new text, and stays at the segment that one looks at.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, until } from './kit';

/** So many that the editor would exchange a text of this size as a whole, had it to find the difference itself. */
const MANY = 4000;
const ENVELOPE =
  'ISA*00*          *00*          *ZZ*RIV001         *ZZ*60054          *261102*1200*^*00501*000000001*0*T*:~' +
  'GS*HC*RIV001*60054*20261102*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20261102*1200*CH~';
const references = Array.from({ length: MANY }, (_, i) => `REF*D9*${'0'.repeat(30)}${i}~`);
const LOOKED_AT = references[2000];

suite('the readable view', () => {
  test('follows the file, and stays at the segment that one looks at', async () => {
    const file = await open('host-tests/large.837', ENVELOPE + references.join('').replace(LOOKED_AT, `<|>${LOOKED_AT}`));
    await vscode.commands.executeCommand('superbill.showReadableView');
    const view = vscode.window.visibleTextEditors.find(({ document }) => document.uri.query === file.uri.toString());
    assert.ok(view, 'there is no readable view');
    assert.equal(cursorLine(view), LOOKED_AT);
    const shown = () => view.visibleRanges.map(({ start, end }) => `${start.line} to ${end.line}`).join(', ');
    await until(vscode.window.onDidChangeTextEditorVisibleRanges, () => inSight(view), shown);
    const before = view.document.getText();

    const gone = references.slice(100, 160);
    const edit = new vscode.WorkspaceEdit();
    const from = file.document.getText().indexOf(gone[0]);
    edit.delete(file.uri, new vscode.Range(0, from, 0, from + gone.join('').length));
    assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');

    const after = before
      .split('\n')
      .filter((line) => !gone.includes(line.trim()))
      .join('\n');
    assert.equal(after.split('\n').length, before.split('\n').length - gone.length);
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => view.document.getText() === after || undefined,
      () => `${view.document.lineCount} lines`,
    );
    assert.equal(cursorLine(view), LOOKED_AT);
    await until(vscode.window.onDidChangeTextEditorVisibleRanges, () => inSight(view), shown);
  });
});

function cursorLine({ document, selection }: vscode.TextEditor): string {
  return document.lineAt(selection.active.line).text.trim();
}

function inSight({ selection, visibleRanges }: vscode.TextEditor): true | undefined {
  return visibleRanges.some((range) => range.contains(selection.active)) || undefined;
}
