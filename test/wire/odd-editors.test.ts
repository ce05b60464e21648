// Editors that say little of themselves, ask too early or too late, never answer, or write addresses in their own way.
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import type { CodeLens, Diagnostic, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Outcome } from '../../server/lsp/protocol';
import { type Client, addressIn, emptyFolder, practiceFolder, startClient, stopAll } from './client';

const NOT_INITIALIZED = -32002,
  INVALID_REQUEST = -32600,
  INVALID_PARAMS = -32602,
  CANCELLED = -32800;
const VISIT = 'encounter E9001\n  patient  DOE-JANE\n  date  2026-11-02\n  diagnoses\n    A  M17.1\n';

async function refused(answer: Promise<unknown>, code: number): Promise<void> {
  await assert.rejects(answer, (error: unknown) => error instanceof ResponseError && error.code === code);
}

const codes = (found: readonly Diagnostic[]) => found.map((one) => one.code);

suite('wire: odd editors', function () {
  teardown(stopAll);

  test('one that says nothing of itself is asked for nothing, and still has findings and commands', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, capabilities: {} });
    const { capabilities } = await client.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal(capabilities.workspace, undefined);
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, VISIT);
    assert.ok(codes(await client.pushed(uri, (found) => found.length > 0)).includes('diagnosis/invalid-specificity'));
    const visit = { uri: addressIn(folder, 'encounters/E1005.encounter'), encounter: 'E1005' };
    for (const request of ['superbill/submit', 'superbill/receive']) assert.ok((await client.ask<Outcome>(request, visit)).ok, request);
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: visit.uri } });
    assert.ok(lenses.some(({ command }) => command?.command === 'superbill.resubmitClaim'));
    // Without leave to change the encounter the line that names the corrected claim cannot be put in.
    const outcome = await client.ask<Outcome>('superbill/resubmit', visit);
    assert.deepEqual([outcome.ok, /could not be changed/.test(outcome.message)], [false, true]);
    const asked = ['client/registerCapability', 'workspace/configuration', 'workspace/applyEdit'].filter((one) => client.times(one) > 0);
    assert.deepEqual(asked, []);
  });

  test('one that counts in bytes or in signs is told to count as all must be able to', async () => {
    for (const positionEncodings of [['utf-8'], ['utf-32', 'utf-8'], ['utf-16']]) {
      const client = startClient({ capabilities: { general: { positionEncodings } } });
      assert.equal((await client.initialized).capabilities.positionEncoding, 'utf-16');
    }
  });

  test('requests before “initialize” are refused, those before “initialized” wait, a second beginning is refused', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, silent: true });
    const hover = { textDocument: { uri: 'untitled:one' }, position: { line: 0, character: 0 } };
    await refused(client.ask('textDocument/hover', hover), NOT_INITIALIZED);
    await refused(client.ask('superbill/claims'), NOT_INITIALIZED);
    await client.ask('initialize', client.hello);
    await refused(client.ask('initialize', client.hello), INVALID_REQUEST);
    const early = client.ask<unknown[]>('superbill/claims');
    await client.notify('initialized', {});
    assert.ok((await early).length > 0, 'before the folder was read there is nothing to tell');
    assert.equal(await client.stop(), 0);
  });

  test('requests after “shutdown” are refused; “exit” ends', async () => {
    const client = startClient();
    await client.ask('shutdown');
    await refused(client.ask('superbill/claims'), INVALID_REQUEST);
    await refused(client.ask('workspace/symbol', { query: '' }), INVALID_REQUEST);
    await client.notify('exit', undefined);
    assert.equal(await client.exit, 0);
  });

  test('one that never answers the server has its findings all the same', async () => {
    const folder = practiceFolder();
    const deafTo = ['workspace/configuration', 'client/registerCapability', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh'];
    const client = startClient({ folder, deafTo });
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, VISIT);
    assert.ok(codes(await client.pull(uri)).includes('diagnosis/invalid-specificity'));
  });

  test('what was cancelled is not answered, what was asked wrongly is refused, and the next question is answered', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder });
    const uri = addressIn(folder, 'new.encounter');
    await client.open(uri, VISIT);
    const stop = new CancellationTokenSource();
    const cancelled = client.ask('superbill/claims', {}, stop.token);
    stop.cancel();
    await refused(cancelled, CANCELLED);
    for (const params of [{ textDocument: null }, { textDocument: {} }, { textDocument: { uri: 7 } }, {}]) {
      await refused(client.ask('textDocument/hover', params), INVALID_PARAMS);
    }
    const textDocument = { uri };
    for (const method of ['hover', 'completion', 'definition', 'references', 'prepareRename', 'rename', 'codeAction', 'inlayHint']) {
      await refused(client.ask(`textDocument/${method}`, { textDocument }), INVALID_PARAMS);
    }
    await assert.rejects(client.at('textDocument/rename', uri, 'DOE-<|>JANE'), /“” is not an id/);
    assert.ok(await client.at<Hover>('textDocument/hover', uri, 'M17<|>.1'));
    assert.deepEqual(client.told('window/showMessage'), []);
  });

  test('a fault of the server is told once, in a sentence, and everything else goes on', async () => {
    const client = startClient();
    await client.initialized;
    for (const method of ['typeHierarchy/supertypes', 'typeHierarchy/subtypes', 'typeHierarchy/supertypes']) {
      assert.equal(await client.ask(method, { item: null }), null, method);
    }
    const [said, ...more] = client.told<{ type: number; message: string }>('window/showMessage');
    assert.deepEqual([said.type, more], [1, []]);
    assert.match(said.message, /through a fault of its own\. Your documents are as they were\. .*open it anew/);
    assert.equal(client.log.filter((line) => /TypeError at /.test(line)).length, 3, 'each is in the log, with its place');
    await client.open('untitled:one', VISIT);
    assert.ok(await client.at<Hover>('textDocument/hover', 'untitled:one', 'M17<|>.1'));
  });

  test('what the disk refuses is the outcome of a command, in a sentence', async () => {
    const folder = practiceFolder();
    writeFileSync(path.join(folder, 'claims'), 'a file is where the folder should be');
    const client = startClient({ folder });
    const visit = { uri: addressIn(folder, 'encounters/E1001.encounter'), encounter: 'E1001' };
    for (const request of ['superbill/generate', 'superbill/submit']) {
      const { ok, message } = await client.ask<Outcome>(request, visit);
      assert.equal(ok, false);
      assert.match(message, /^The practice’s folder could not be read or written: [^\n]+\.$/);
    }
    const nowhere = { uri: addressIn(folder, 'nowhere.837') };
    await assert.rejects(client.ask('superbill/readable', nowhere), /^Error: The file could not be read: it is not there\.$/);
    await assert.rejects(client.ask('superbill/explainFile', { uri: visit.uri }), /^Error: This is not an X12 file: /);
  });

  test('addresses of Windows, in whichever way they are written, are one document', async () => {
    const client = startClient({ capabilities: {} });
    const uri = 'file:///C:/Practice/new.encounter';
    await client.open(uri, VISIT);
    const position = client.find(uri, 'M17<|>.1');
    // Findings come back under the address that the editor wrote.
    await client.pushed(uri, (found) => found.length > 0);
    for (const drive of ['c:', 'c%3A', 'C%3A']) {
      const textDocument = { uri: `file:///${drive}/Practice/new.encounter` };
      const hover = await client.ask<Hover | null>('textDocument/hover', { textDocument, position });
      assert.match(JSON.stringify(hover?.contents), /M17\.1/, drive);
    }
    await client.close(uri);
    assert.equal(await client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 4, character: 9 } }), null);
  });
});

suite('wire: folders', function () {
  let folder = '';
  let client: Client;
  setup(() => {
    folder = practiceFolder();
  });
  teardown(stopAll);

  const begin = () => {
    client = startClient({ folder });
  };
  const tell = async (...changes: readonly (readonly [name: string, type: number])[]) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(([name, type]) => ({ uri: addressIn(folder, name), type })) });
  const patient = async (uri: string, id: string) =>
    (await client.at<Location[]>('textDocument/definition', uri, id)).map((one) => one.uri);

  test('a folder that got another name takes its documents along', async () => {
    begin();
    const uri = addressIn(folder, 'encounters/new.encounter');
    await client.open(uri, VISIT);
    const before = await patient(uri, 'DOE<|>-JANE');
    assert.match(before[0], /\/patients\//);
    renameSync(path.join(folder, 'patients'), path.join(folder, 'people'));
    await tell(['patients', 3], ['people', 1]);
    assert.deepEqual(await patient(uri, 'DOE<|>-JANE'), [before[0].replace('/patients/', '/people/')]);
    assert.ok(!codes(await client.pull(uri)).includes('document/duplicate-id'));
    assert.match(JSON.stringify(client.registered), /"\*\*\/\*"/, 'without it an editor tells only of files');
  });

  test('files of others that come and go do not make the editor ask anew', async () => {
    begin();
    await client.ask('superbill/claims');
    const heard = client.times('superbill/claimsChanged');
    writeFileSync(path.join(folder, 'notes.txt'), 'x');
    await tell(['notes.txt', 1], ['node_modules/a/b.encounter', 1], ['.git/index', 2], ['.superbill/x', 3], ['letters', 3]);
    await client.ask('superbill/claims');
    assert.equal(client.times('superbill/claimsChanged'), heard);
    await tell(['claims', 3]);
    await client.heard('superbill/claimsChanged', heard + 1);
  });

  test('a document from elsewhere counts only while it is open', async () => {
    const other = practiceFolder();
    begin();
    const [mine, theirs] = [folder, other].map((one) => addressIn(one, 'encounters/E1001.encounter'));
    const text = VISIT.replace('E9001', 'E1001');
    await client.open(theirs, text);
    await client.open(mine, text);
    assert.ok(codes(await client.pull(mine)).includes('document/duplicate-id'), 'two of one name are open');
    await client.close(theirs);
    assert.ok(!codes(await client.pull(mine)).includes('document/duplicate-id'));
  });

  test('a file that is open counts as it is in the editor, whatever happens to it on disk', async () => {
    begin();
    const uri = addressIn(folder, 'patients/doe.patient'),
      encounter = addressIn(folder, 'encounters/new.encounter');
    await client.open(encounter, VISIT.replace('DOE-JANE', 'OPEN-ONE'));
    await client.open(uri, 'patient OPEN-ONE\n');
    writeFileSync(path.join(folder, 'patients', 'doe.patient'), 'patient DISK-ONE\n');
    await tell(['patients/doe.patient', 2]);
    assert.equal((await patient(encounter, 'OPEN<|>-ONE')).length, 1);
    await tell(['patients/doe.patient', 3], ['patients', 3]);
    assert.equal((await patient(encounter, 'OPEN<|>-ONE')).length, 1);
    await client.close(uri);
    assert.equal((await patient(encounter, 'OPEN<|>-ONE')).length, 0);
    await client.exchange(encounter, 'OPEN-ONE', 'DISK-ONE');
    assert.equal((await patient(encounter, 'DISK<|>-ONE')).length, 1);
  });

  test('files that cannot be read are left out and do not stand in the way of others', async function () {
    mkdirSync(path.join(folder, 'patients', 'folder.patient'));
    try {
      symlinkSync('circle.patient', path.join(folder, 'patients', 'circle.patient'));
    } catch {
      console.log('skipped: links cannot be made here');
      this.skip();
    }
    begin();
    const uri = addressIn(folder, 'encounters/new.encounter');
    await client.open(uri, VISIT);
    assert.equal((await patient(uri, 'DOE<|>-JANE')).length, 1);
    assert.ok(client.log.some((line) => line.includes('A document could not be read: ELOOP')));
  });

  test('a second folder is read, too; claims are kept in the first', async () => {
    const other = emptyFolder();
    writeFileSync(path.join(other, 'more.patient'), 'patient MORE-ONE\n');
    begin();
    const uri = addressIn(folder, 'encounters/new.encounter');
    await client.open(uri, VISIT.replace('DOE-JANE', 'MORE-ONE'));
    const added = [{ uri: addressIn(other, ''), name: 'more' }];
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    await client.heard('superbill/claimsChanged', 2);
    assert.deepEqual(await patient(uri, 'MORE<|>-ONE'), [addressIn(other, 'more.patient')]);
    const visit = { uri: addressIn(folder, 'encounters/E1001.encounter'), encounter: 'E1001' };
    const outcome = await client.ask<Outcome>('superbill/generate', visit);
    assert.ok(outcome.show?.startsWith(addressIn(folder, 'claims/')), outcome.message);
  });
});

suite('wire: columns', function () {
  teardown(stopAll);

  test('signs of several units, accents of two signs, line ends and byte order marks: every range is the word’s', async () => {
    const folder = emptyFolder();
    const files: Readonly<Record<string, string>> = {
      'a.practice': '\ufeffpractice A\r\n  name  😀 Ärzte\r\nprovider CURIE  # 😀 e\u0301\r\n',
      'b.patient': '\ufeffpatient DOE-JANE\n  name  Doe😀, Jose\u0301\n',
      'c.encounter': 'encounter E1\r\n  patient  DOE-JANE\r\n  rendering  CURIE\r\n',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const client = startClient({ folder });
    const uri = addressIn(folder, 'd.encounter');
    await client.open(
      uri,
      [
        'encounter E2',
        '  patient  DOE-JANE',
        '  note',
        '    😀 e\u0301 HTN 👩‍⚕️ CABG',
        '  services',
        '    99213  A  note "😀 e\u0301"  rendering CURIE',
        '',
      ].join('\r\n'),
    );
    // An editor counts no mark at the beginning of a file: it never sees it.
    const textOf = (address: string) => (address === uri ? client.text(uri) : files[path.basename(address)].replace('\ufeff', ''));
    const words = ({ uri: address, range: { start, end } }: Location) => {
      const line = textOf(address).split(/\r\n|\n/)[start.line];
      return start.line === end.line ? line.slice(start.character, end.character) : 'several lines';
    };
    for (const word of ['HTN', 'CABG']) {
      const hover = await client.at<Hover>('textDocument/hover', uri, `${word.slice(0, 2)}<|>${word.slice(2)}`);
      assert.ok(hover.range);
      assert.equal(words({ uri, range: hover.range }), word);
    }
    for (const [word, files] of [
      ['rendering CUR<|>IE', 3],
      ['patient  DOE<|>-JANE', 3],
    ] as const) {
      const name = word.replace('<|>', '').split(/ +/)[1];
      const found = await client.at<Location[]>('textDocument/references', uri, word, { context: { includeDeclaration: true } });
      assert.equal(new Set(found.map((one) => one.uri)).size, files);
      assert.deepEqual(
        found.map(words),
        found.map(() => name),
      );
      for (const one of await client.at<Location[]>('textDocument/definition', uri, word)) assert.equal(words(one), name);
      const { changes } = await client.at<WorkspaceEdit>('textDocument/rename', uri, word, { newName: 'NEW' });
      const places = Object.entries(changes ?? {}).flatMap(([address, edits]) => edits.map(({ range }) => ({ uri: address, range })));
      assert.deepEqual(
        places.map(words),
        found.map(() => name),
        'open or not, all are renamed, and nothing else',
      );
    }
    for (const one of await client.pull(uri)) assert.notEqual(words({ uri, range: one.range }), '', String(one.message));
  });
});
