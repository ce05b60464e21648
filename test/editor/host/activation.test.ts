// The extension wakes up when a document of ours is opened, and not before.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  activationEvents?: string[];
  contributes?: { commands?: { command: string }[] };
}

suite('activation', () => {
  test('only our documents wake the extension', () => {
    const { activationEvents = [] } = ourExtension().packageJSON as Manifest;
    assert.deepEqual(
      activationEvents.filter((event) => !/^(onLanguage:|workspaceContains:|onFileSystem:superbill-)/.test(event)),
      [],
    );
  });

  test('opening an encounter wakes the extension', async () => {
    const document = await openNew('activation.encounter', 'encounter E9001\n  date  2026-11-02\n');
    assert.equal(document.languageId, 'superbill');
    await ourExtension().activate();
    assert.equal(ourExtension().isActive, true);
  });

  for (const [name, language] of [
    ['a.practice', 'superbill'],
    ['a.patient', 'superbill'],
    ['a.payer', 'superbill'],
    ['a.837', 'x12'],
    ['a.835', 'x12'],
    ['a.999', 'x12'],
    ['a.ta1', 'x12'],
    ['a.277', 'x12'],
    ['a.edi', 'x12'],
  ] as const) {
    test(`${name} is read as ${language}`, async () => {
      assert.equal((await openNew(name, '')).languageId, language);
    });
  }

  test('any file that begins with ISA is read as x12', async () => {
    assert.equal((await openNew('from-the-payer.dat', 'ISA*00*          *00*')).languageId, 'x12');
  });

  test('every command of the manifest is registered', async () => {
    await ourExtension().activate();
    const manifest = ourExtension().packageJSON as Manifest;
    const announced = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    assert.notEqual(announced.length, 0, 'package.json announces no command');
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      announced.filter((command) => !registered.has(command)),
      [],
    );
  });
});

function ourExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('superbill.superbill');
  assert.ok(extension, 'VS Code did not load the extension');
  return extension;
}

async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const file = vscode.Uri.joinPath(folder.uri, 'host-tests', name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return vscode.workspace.openTextDocument(file);
}
