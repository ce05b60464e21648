// The built server over a real connection: start, features, edits, files on disk, settings, refusals, end.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionList, Diagnostic, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-types';
import { Client, SERVER, SUPERBILL, VS_CODE, addressIn, practiceFolder, startClient, stopAll } from './client';

const PLAIN = { textDocument: {}, workspace: {} };
const ENCOUNTER =
  'encounter E9001\n  patient    DOE-JANE\n  date       2026-11-02\n  place      11\n  rendering  CURIE\n\n  diagnoses\n    A  M17.1\n\n  services\n    99213  A  145.00\n';
const codes = (found: readonly Diagnostic[]) => found.map((one) => one.code);

suite('wire: start and end', () => {
  teardown(stopAll);

  for (const program of [SUPERBILL, SERVER]) {
    test(`${program[0]}: initialize, one answer, shutdown and exit 0`, async () => {
      const client = startClient({ program, folder: practiceFolder() });
      const { capabilities } = await client.initialized;
      assert.equal(capabilities.textDocumentSync, 2);
      assert.deepEqual(capabilities.diagnosticProvider, {
        identifier: 'superbill',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      });
      await client.open('untitled:one', 'patient X\n  ');
      const list = await client.at<CompletionList>('textDocument/completion', 'untitled:one', { line: 1, character: 2 });
      assert.ok(list.items.some((item) => item.label === 'born'));
      assert.equal(await client.stop(), 0);
    });
  }

  test('without pull diagnostics none are promised', async () => {
    const { capabilities } = await startClient({ capabilities: PLAIN }).initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  test('exit without shutdown is 1', async () => {
    const client = startClient();
    await client.initialized;
    await client.notify('exit', undefined);
    assert.equal(await client.exit, 1);
  });

  test('the server ends when the editor is gone', async () => {
    const client = startClient();
    await client.initialized;
    client.hangUp();
    assert.notEqual(await client.exit, null);
  });

  test('no folder at all', async () => {
    const client = startClient({ capabilities: PLAIN });
    await client.open('untitled:one', 'patient X\n  nmae  A, B\n');
    assert.deepEqual(codes(await client.pushed('untitled:one', (found) => found.length > 0)).includes('document/unknown-keyword'), true);
    const outcome = await client.ask<{ ok: boolean; message: string }>('superbill/generate', { uri: 'untitled:one' });
    assert.equal(outcome.ok, false);
    assert.ok(outcome.message.length > 10);
  });

  test('methods that are not known are refused, and the server goes on', async () => {
    const client = startClient();
    await assert.rejects(client.ask('superbill/nonsense'), /Unhandled method|not.*supported|-32601/i);
    assert.deepEqual(await client.ask('superbill/claims'), []);
  });
});

suite('wire: documents', () => {
  let folder: string;
  let client: Client;
  setup(() => {
    folder = practiceFolder();
    client = startClient({ folder });
  });
  teardown(stopAll);

  test('findings by request, corrected by an edit', async () => {
    const uri = addressIn(folder, 'encounters/E9001.encounter');
    await client.open(uri, ENCOUNTER);
    assert.deepEqual(codes(await client.pull(uri)), ['diagnosis/invalid-specificity']);
    await client.exchange(uri, 'M17.1\n', 'M17.11\n');
    assert.deepEqual(codes(await client.pull(uri)), []);
  });

  test('a finding links to the page of its rule', async () => {
    const uri = addressIn(folder, 'encounters/E9001.encounter');
    await client.open(uri, ENCOUNTER);
    const [found] = await client.pull(uri);
    assert.match(found.codeDescription?.href ?? '', /\/server\/rules\/README\.md#L\d+$/);
  });

  test('edits with CRLF and signs of two units', async () => {
    const uri = addressIn(folder, 'encounters/E9001.encounter');
    await client.open(uri, ENCOUNTER.replaceAll('\n', '\r\n').replace('  diagnoses', '  note\r\n    😀 knee 😀\r\n\r\n  diagnoses'));
    await client.exchange(uri, '😀 knee', '😀😀 HTN');
    await client.edit(
      uri,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# 😀\r\n' },
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, text: 'note' },
    );
    await client.exchange(uri, 'M17.1\r\n', 'M17.11\r\n');
    assert.deepEqual(codes(await client.pull(uri)), []);
    const hover = await client.at<Hover>('textDocument/hover', uri, 'HT<|>N');
    assert.deepEqual(hover.range, { start: client.find(uri, 'HTN'), end: client.find(uri, 'HTN<|>') });
  });

  test('a closed document counts as it is on disk', async () => {
    const uri = addressIn(folder, 'front-desk.practice'),
      encounter = addressIn(folder, 'encounters/E1001.encounter');
    await client.open(encounter, ENCOUNTER.replace('M17.1\n', 'M17.11\n'));
    await client.open(uri, 'practice NEW\n');
    assert.ok(codes(await client.pull(encounter)).includes('document/unknown-reference'));
    await client.close(uri);
    assert.deepEqual(codes(await client.pull(encounter)), []);
  });

  test('a document that was never saved is gone when it is closed', async () => {
    const patient = addressIn(folder, 'new.patient'),
      encounter = addressIn(folder, 'new.encounter');
    await client.open(patient, 'patient NEW-ONE\n  name  One, New\n');
    await client.open(encounter, 'encounter E9002\n  patient  NEW-ONE\n');
    assert.equal((await client.at<Location[]>('textDocument/definition', encounter, 'NEW<|>-ONE')).length, 1);
    await client.close(patient);
    assert.equal((await client.at<Location[]>('textDocument/definition', encounter, 'NEW<|>-ONE')).length, 0);
  });

  test('files that come, change and go', async () => {
    const uri = addressIn(folder, 'new.encounter'),
      file = path.join(folder, 'later', 'new.patient');
    await client.open(uri, 'encounter E9002\n  patient  NEW-ONE\n');
    const place = () => client.at<Location[]>('textDocument/definition', uri, 'NEW<|>-ONE');
    const tell = (name: string, type: number) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: addressIn(folder, name), type }] });
    assert.deepEqual(await place(), []);
    mkdirSync(path.dirname(file));
    writeFileSync(file, '\npatient NEW-ONE\n');
    await tell('later/new.patient', 1);
    assert.equal((await place())[0].range.start.line, 1);
    writeFileSync(file, 'patient NEW-ONE\n');
    await tell('later/new.patient', 2);
    assert.equal((await place())[0].range.start.line, 0);
    rmSync(path.dirname(file), { recursive: true });
    await tell('later', 3);
    assert.deepEqual(await place(), []);
  });

  test('the server asks to be told of files', async () => {
    await client.ask('superbill/claims');
    assert.match(JSON.stringify(client.registered), /didChangeWatchedFiles.*encounter.*responses/);
  });

  test('documents that are not known have no answer', async () => {
    for (const method of [
      'hover',
      'definition',
      'documentSymbol',
      'foldingRange',
      'formatting',
      'codeLens',
      'inlayHint',
      'prepareRename',
      'completion',
      'codeAction',
      'documentLink',
      'references',
      'rename',
      'prepareTypeHierarchy',
    ]) {
      const answer = await client.ask<unknown>(`textDocument/${method}`, {
        textDocument: { uri: 'file:///nowhere/at-all.encounter' },
        position: { line: 0, character: 0 },
        newName: 'X',
        context: { diagnostics: [], includeDeclaration: true },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.ok(answer === null || (Array.isArray(answer) && answer.length === 0), `${method}: ${JSON.stringify(answer)}`);
    }
    assert.deepEqual(await client.pull('file:///nowhere/at-all.encounter'), []);
    const colours = await client.ask<{ data: number[] } | null>('textDocument/semanticTokens/full', {
      textDocument: { uri: 'file:///nowhere/x' },
    });
    assert.deepEqual(colours?.data ?? [], []);
  });

  test('positions outside of a document', async () => {
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, ENCOUNTER);
    for (const position of [
      { line: 999, character: 0 },
      { line: 0, character: 9999 },
      { line: 2_000_000_000, character: 2_000_000_000 },
    ]) {
      for (const method of ['hover', 'definition', 'completion', 'prepareRename']) await client.at(`textDocument/${method}`, uri, position);
    }
  });

  test('a rename says why it cannot be', async () => {
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, ENCOUNTER);
    await assert.rejects(client.at('textDocument/rename', uri, 'DOE-<|>JANE', { newName: 'no id at all' }), /“no id at all” is not an id/);
    await assert.rejects(
      client.at('textDocument/rename', uri, 'DOE-<|>JANE', { newName: 'DOE-SAM' }),
      /The patient DOE-SAM exists already/,
    );
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', uri, 'DOE-<|>JANE', { newName: 'DOE-J' });
    assert.ok(Object.keys(edit.changes ?? {}).length > 2);
  });

  test('an address may be written in several ways', async () => {
    const other = practiceFolder('O’Neil & Sons (2026) #1, "a+b"');
    const second = startClient({ folder: other });
    const uri = addressIn(other, 'patients/doe.patient');
    assert.ok(uri.includes('%28') && uri.includes('%26'));
    await second.open(uri, 'patient DOE-JANE\n  name  Doe, Jane\n');
    const found = codes(await second.pull(uri));
    assert.ok(!found.includes('document/duplicate-id'), 'the open document and its file count twice');
    const outcome = await second.ask<{ ok: boolean }>('superbill/generate', {
      uri: addressIn(other, 'encounters/E1002.encounter'),
      encounter: 'E1002',
    });
    assert.equal(outcome.ok, true, JSON.stringify(outcome));
  });

  test('a folder joins the workspace and leaves it', async () => {
    const other = practiceFolder();
    writeFileSync(path.join(other, 'other.patient'), 'patient OTHER-ONE\n');
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, 'encounter E9002\n  patient  OTHER-ONE\n');
    const place = () => client.at<Location[]>('textDocument/definition', uri, 'OTHER<|>-ONE');
    await client.ask('superbill/claims');
    const heard = client.times('superbill/claimsChanged');
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: addressIn(other, ''), name: 'other' }], removed: [] },
    });
    await client.heard('superbill/claimsChanged', heard + 1);
    assert.equal((await place()).length, 1);
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: addressIn(other, ''), name: 'other' }] },
    });
    await client.heard('superbill/claimsChanged', heard + 2);
    assert.equal((await place()).length, 0);
  });
});

suite('wire: findings that are sent', () => {
  teardown(stopAll);

  test('after opening, after an edit, none after closing', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, capabilities: PLAIN });
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, ENCOUNTER);
    assert.deepEqual(codes(await client.pushed(uri, (found) => found.length === 1)), ['diagnosis/invalid-specificity']);
    await client.exchange(uri, 'M17.1\n', 'M17.11\n');
    await client.pushed(uri, (found) => found.length === 0);
    await client.exchange(uri, 'M17.11\n', 'M17.1\n');
    await client.pushed(uri, (found) => found.length === 1);
    await client.close(uri);
    await client.pushed(uri, (found) => found.length === 0);
  });
});

suite('wire: settings', () => {
  teardown(stopAll);

  test('asked for, where the editor can be asked', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, settings: { rules: { 'diagnosis/invalid-specificity': 'hint' }, today: '2026-12-24' } });
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, ENCOUNTER.replace('99213', '99213  '));
    assert.equal((await client.pull(uri)).find((one) => one.code === 'diagnosis/invalid-specificity')?.severity, 4);
    await client.exchange(uri, '2026-11-02', '');
    const list = await client.at<CompletionList>('textDocument/completion', uri, 'date       <|>');
    assert.deepEqual(
      list.items.map((item) => item.label),
      ['2026-12-24'],
    );
  });

  test('told, where it cannot', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, capabilities: PLAIN });
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, ENCOUNTER);
    await client.pushed(uri, (found) => found.length === 1);
    await client.notify('workspace/didChangeConfiguration', {
      settings: { superbill: { rules: { 'diagnosis/invalid-specificity': 'off' } } },
    });
    await client.pushed(uri, (found) => found.length === 0);
  });

  test('settings of the wrong kind count as not set', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, settings: { rules: null, payerRules: 'none', today: 'tomorrow' } });
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, ENCOUNTER);
    assert.deepEqual(codes(await client.pull(uri)), ['diagnosis/invalid-specificity']);
  });

  test('tab stops only where the editor knows them', async () => {
    for (const snippetSupport of [true, false]) {
      const client = startClient({ capabilities: { ...VS_CODE, textDocument: { completion: { completionItem: { snippetSupport } } } } });
      await client.open('untitled:one', 'prov');
      const { items } = await client.at<CompletionList>('textDocument/completion', 'untitled:one', { line: 0, character: 4 });
      const edit = items.find((item) => item.label === 'provider')?.textEdit;
      assert.equal(edit?.newText.includes('${1'), snippetSupport);
    }
  });
});
