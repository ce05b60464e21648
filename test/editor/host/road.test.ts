// The commands, end to end on a copy of the sample practice: generated, sent, rejected, repaired, paid; and denied, replaced.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, applyAction, awake, codeOf, fileOf, findings, open, read, show } from './kit';

suite('commands', () => {
  suiteSetup(async () => {
    await awake();
  });

  test('a claim is generated from the cursor', async () => {
    await show(fileOf('encounters/E1002.encounter'));
    await vscode.commands.executeCommand('superbill.generateClaim');
    assert.match(await read(fileOf('claims/E1002-1.837')), /~CLM\*E1002-1\*145\*/);
  });

  test('an encounter with an error is refused, and the cursor stands at the error', async () => {
    await vscode.commands.executeCommand('superbill.generateClaim', fileOf('encounters/E1012.encounter').toString(), 'E1012');
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /E1012\.encounter$/);
    assert.ok((editor?.selection.active.line ?? 0) > 0, 'the cursor stayed at the top');
    await assert.rejects(read(fileOf('claims/E1012-1.837')));
  });

  test('it is sent and rejected on the word that caused it, repaired in the patient’s file, and paid', async () => {
    const { uri } = await show(fileOf('encounters/E1002.encounter'));
    await vscode.commands.executeCommand('superbill.submitClaim', uri.toString(), 'E1002');
    await vscode.commands.executeCommand('superbill.receiveResponses');
    const [found] = await findings(uri, (all) => all.some((one) => codeOf(one) === 'payer/rejected'));
    assert.equal(found.source, 'Aetna');
    await applyAction(await actionsAt(uri, found.range), 'W880014752');
    await vscode.commands.executeCommand('superbill.resubmitClaim', uri.toString(), 'E1002');
    assert.match(await read(fileOf('patients/ross.patient')), /member +W880014752/);
    await vscode.commands.executeCommand('superbill.receiveResponses');
    assert.match(await read(fileOf('claims/E1002-2.837')), /~CLM\*E1002-2\*145\*\*\*11:B:1\*/);
    assert.match((await lenses(uri)).join(), /paid 60\.75, patient owes 31\.75/);
  });

  test('a denied claim goes out as a replacement, and the encounter says so', async () => {
    const { uri, document } = await open(
      'encounters/E9301.encounter',
      `encounter E9301
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE

  diagnoses
    A  I10  Essential (primary) hypertension

  services
    93000  A  45.00
`,
    );
    const at = [uri.toString(), 'E9301'] as const;
    await vscode.commands.executeCommand('superbill.submitClaim', ...at);
    await vscode.commands.executeCommand('superbill.receiveResponses');
    await findings(uri, (all) => all.some((one) => codeOf(one) === 'payer/denied' && one.message.includes('CO-50')));
    await vscode.commands.executeCommand('superbill.resubmitClaim', ...at);
    const [, number] = /^ {2}replaces +(\S+)$/m.exec(document.getText()) ?? [];
    assert.ok(number, document.getText());
    assert.equal(document.isDirty, false);
    const claim = await read(fileOf('claims/E9301-2.837'));
    assert.match(claim, /~CLM\*E9301-2\*45\*\*\*11:B:7\*/);
    assert.ok(claim.includes(`~REF*F8*${number}~`), claim);
  });

  test('what the line above an encounter offers is done by a click', async () => {
    const { uri } = await show(fileOf('encounters/E1007.encounter'));
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      found.flatMap(({ command }) => (command?.command && !known.has(command.command) ? [command.command] : [])),
      [],
    );
    const generate = found.find(({ command }) => command?.title === 'Generate')?.command;
    assert.ok(generate);
    await vscode.commands.executeCommand(generate.command, ...(generate.arguments ?? []));
    assert.match(await read(fileOf('claims/E1007-1.837')), /~CLM\*E1007-1\*190\*/);
  });

  test('a command waits for a save that is under way, which lets no other one begin', async () => {
    const { uri, document, cursor } = await open('encounters/E1005.encounter', `${await read(fileOf('encounters/E1005.encounter'))}<|>`);
    const begun = signal(),
      looked = signal();
    // As a program does that puts a text in order before it is saved.
    const other = vscode.workspace.onWillSaveTextDocument((event) => {
      event.waitUntil(looked.given);
      begun.give();
    });
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, cursor, '# one more line\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const saving = document.save();
      await begun.given;
      const generated = vscode.commands.executeCommand('superbill.generateClaim', uri.toString(), 'E1005');
      // What VS Code says now, it has said to the command before.
      for (let times = 0; times < 2; times += 1) assert.equal(await document.save(), false);
      looked.give();
      assert.equal(await saving, true);
      await generated;
    } finally {
      other.dispose();
    }
    assert.match(await read(uri), /# one more line\n$/);
    assert.match(await read(fileOf('claims/E1005-1.837')), /~CLM\*E1005-1\*/);
  });

  test('an older state of an encounter, beside it in a comparison, is no second one', async () => {
    const older = vscode.workspace.registerTextDocumentContentProvider('older', { provideTextDocumentContent: () => 'encounter E1001\n' });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('older:/encounters/E1001.encounter'));
      assert.equal(document.languageId, 'superbill');
      const { uri } = await show(fileOf('encounters/E1001.encounter'));
      const known = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        uri,
        new vscode.Position(3, 14),
      );
      assert.ok(known.length > 0, 'the server has answered about the encounter');
      assert.deepEqual(
        vscode.languages.getDiagnostics(uri).filter(({ message }) => /also defined/.test(message)),
        [],
      );
      assert.deepEqual(await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 3)), []);
    } finally {
      older.dispose();
    }
  });

  test('nothing is sent twice', async () => {
    const before = await vscode.workspace.fs.readDirectory(fileOf('sent/training'));
    await vscode.commands.executeCommand('superbill.submitClaim', fileOf('encounters/E1002.encounter').toString(), 'E1002');
    assert.deepEqual(await vscode.workspace.fs.readDirectory(fileOf('sent/training')), before);
  });

  test('several claims of the Claims view go out together', async () => {
    const uriOf = (encounter: string) => fileOf(`encounters/${encounter}.encounter`).toString();
    const items = ['E1001', 'E1003'].map((encounter) => ({ claim: { uri: uriOf(encounter), encounter } }));
    await vscode.commands.executeCommand('superbill.submitClaim', items[0], items);
    const sent = (await vscode.workspace.fs.readDirectory(fileOf('sent/training'))).map(([name]) => name).join();
    assert.match(sent, /E1001-1/);
    assert.match(sent, /E1003-1/);
  });

  test('a new encounter has the next number, the day and the cursor at the patient, and overwrites nothing', async () => {
    await vscode.workspace.fs.writeFile(fileOf('encounters/E9302.encounter'), new TextEncoder().encode('# somebody’s notes\n'));
    await vscode.commands.executeCommand('superbill.newEncounter');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.getText(), /^encounter E9302\n {2}patient {4}\n {2}date {7}\d{4}-\d{2}-\d{2}\n/);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [1, 13]);
    assert.equal(await read(fileOf('encounters/E9302.encounter')), '# somebody’s notes\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function lenses(uri: vscode.Uri): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
  return found.map(({ command }) => command?.title ?? '');
}

/** Something that one side waits for and the other one gives. */
function signal(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
