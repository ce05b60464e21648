// The whole road by our own requests: generate, submit, receive, rejected on the word that caused it, corrected, resubmitted, paid.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CodeLens, Diagnostic, Hover, TextEdit } from 'vscode-languageserver-types';
import type { ClaimNode, HistoryEntry, NewEncounter, Outcome } from '../../server/lsp/protocol';
import { type Client, addressIn, practiceFolder, startClient, stopAll } from './client';

const payers = (found: readonly Diagnostic[]) => found.filter((one) => String(one.code).startsWith('payer/'));
const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

async function openFile(client: Client, folder: string, name: string): Promise<string> {
  const uri = addressIn(folder, name);
  await client.open(uri, read(folder, name));
  return uri;
}

suite('wire: the road', () => {
  teardown(stopAll);

  test('rejected for the member id, corrected with one key, resubmitted, paid', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder });
    const uri = await openFile(client, folder, 'encounters/E1002.encounter'),
      patient = await openFile(client, folder, 'patients/ross.patient');
    const at = { uri, encounter: 'E1002' };
    const claim = async () => (await client.ask<ClaimNode[]>('superbill/claims')).find((one) => one.encounter === 'E1002');
    assert.deepEqual(await client.pull(uri), []);
    assert.equal((await claim())?.state, 'ready');

    const generated = await client.ask<Outcome>('superbill/generate', at);
    assert.ok(generated.ok && generated.show, generated.message);
    assert.match(readFileSync(fileURLToPath(generated.show), 'latin1'), /^ISA\*.*~CLM\*|^ISA/s);

    const submitted = await client.ask<Outcome>('superbill/submit', at);
    assert.ok(submitted.ok, submitted.message);
    const again = await client.ask<Outcome>('superbill/submit', at);
    assert.equal(again.ok, false, 'nothing is sent twice');

    assert.ok((await client.ask<Outcome>('superbill/receive')).ok);
    assert.equal((await claim())?.state, 'rejected');
    const rejection = payers(await client.pull(patient)).find((one) =>
      client.text(patient).split('\n')[one.range.start.line].includes('member'),
    );
    assert.ok(rejection, 'the member id is not marked');
    assert.equal(rejection.source, 'Aetna');
    assert.equal(payers(await client.pull(uri)).length > 0, true);
    // What is written above it moves the answer along with its word.
    const top = { line: 0, character: 0 };
    for (const one of [uri, patient]) {
      const before = payers(await client.pull(one)).map(({ range, message }) => [range.start.line + 1, range.start.character, message]);
      await client.edit(one, { range: { start: top, end: top }, text: '# 😀 a remark\n' });
      const after = payers(await client.pull(one)).map(({ range, message }) => [range.start.line, range.start.character, message]);
      assert.deepEqual(after, before);
      await client.exchange(one, '# 😀 a remark\n', '');
    }
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.ok(lenses.some((lens) => lens.command?.command === 'superbill.resubmitClaim'));

    const line = client.text(patient).split('\n')[rejection.range.start.line];
    const wrong = /member\s+(\S+)/.exec(line)?.[1] ?? '';
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: patient },
      range: rejection.range,
      context: { diagnostics: [rejection] },
    });
    const cure = actions
      .flatMap((action) => Object.values(action.edit?.changes ?? {}))
      .flat()
      .find((edit: TextEdit) => edit.newText !== '');
    await client.exchange(patient, wrong, cure?.newText ?? 'W880014752');
    writeFileSync(path.join(folder, 'patients/ross.patient'), client.text(patient));
    const corrected = payers(await client.pull(patient));
    assert.ok(
      corrected.every((one) => one.severity === 3),
      JSON.stringify(corrected),
    );

    const resubmitted = await client.ask<Outcome>('superbill/resubmit', at);
    assert.ok(resubmitted.ok, resubmitted.message);
    assert.ok((await client.ask<Outcome>('superbill/receive')).ok);
    const paid = await claim();
    assert.equal(paid?.state, 'paid', JSON.stringify(paid));
    assert.deepEqual(payers(await client.pull(patient)), []);

    await assert.rejects(
      client.at('textDocument/rename', uri, 'encounter E10<|>02', { newName: 'E2002' }),
      /The claim of E1002 has gone out/,
    );

    const history = await client.ask<HistoryEntry[]>('superbill/history', at);
    assert.ok(history.length >= 6 && history.some((one) => /Posted: paid/.test(one.what)), JSON.stringify(history));
    const hover = await client.at<Hover>('textDocument/hover', uri, '992<|>13');
    assert.match(JSON.stringify(hover.contents), /Aetna decided:/);
  });

  test('a denial is answered by a replacement with the payer’s number', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder });
    const uri = await openFile(client, folder, 'encounters/E1005.encounter');
    const at = { uri, encounter: 'E1005' };
    for (const request of ['superbill/submit', 'superbill/receive']) {
      const outcome = await client.ask<Outcome>(request, at);
      assert.ok(outcome.ok, outcome.message);
    }
    const denials = payers(await client.pull(uri))
      .filter((one) => one.severity === 1)
      .map((one) => client.text(uri).split('\n')[one.range.start.line]);
    assert.ok(
      denials.some((line) => /70551|authorization/.test(line)),
      denials.join(' | '),
    );
    await client.exchange(uri, 'A700700', 'A123456');
    const outcome = await client.ask<Outcome>('superbill/resubmit', at);
    assert.ok(outcome.ok, outcome.message);
    assert.match(client.text(uri), /\n {2}replaces\s+\S+/);
    const sent = readdirSync(path.join(folder, 'claims')).sort().at(-1) ?? '';
    assert.match(read(folder, `claims/${sent}`), /~CLM\*[^~]*\*11:B:7\*[\s\S]*~REF\*F8\*/);
  });

  test('an edit that the editor refuses is said, and nothing is sent', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, readOnly: true });
    const uri = await openFile(client, folder, 'encounters/E1005.encounter');
    const at = { uri, encounter: 'E1005' };
    await client.ask('superbill/submit', at);
    await client.ask('superbill/receive');
    await client.exchange(uri, 'A700700', 'A123456');
    const before = readdirSync(path.join(folder, 'claims')).length;
    const outcome = await client.ask<Outcome>('superbill/resubmit', at);
    assert.equal(outcome.ok, false);
    assert.match(outcome.message, /could not be changed/);
    assert.equal(readdirSync(path.join(folder, 'claims')).length, before);
  });

  test('an encounter with errors is refused, and the error is named with its place', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder });
    const uri = await openFile(client, folder, 'encounters/E1002.encounter');
    await client.exchange(uri, 'I10 ', 'M17.1 ');
    const outcome = await client.ask<Outcome>('superbill/generate', { uri, encounter: 'E1002' });
    assert.equal(outcome.ok, false);
    assert.match(outcome.message, /M17\.1/);
    assert.deepEqual(outcome.at, { uri, ...client.find(uri, 'M17.1') });
  });

  test('a new encounter has the next number', async () => {
    const client = startClient({ folder: practiceFolder() });
    const draft = await client.ask<NewEncounter>('superbill/newEncounter');
    assert.deepEqual([draft.id, draft.fileName], ['E1013', 'E1013.encounter']);
    assert.match(draft.snippet, /^encounter E1013\n {2}patient/);
  });

  test('a folder that is not trusted: help while writing, nothing sent or received, and why', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder, initializationOptions: { trusted: false } });
    const uri = await openFile(client, folder, 'encounters/E1001.encounter');
    assert.match(JSON.stringify((await client.at<Hover>('textDocument/hover', uri, 'M17<|>.11')).contents), /osteoarthritis/);
    for (const request of ['superbill/submit', 'superbill/receive', 'superbill/resubmit']) {
      const outcome = await client.ask<Outcome>(request, { uri, encounter: 'E1001' });
      assert.equal(outcome.ok, false, request);
      if (request !== 'superbill/resubmit') assert.match(outcome.message, /trust/i, request);
    }
    assert.ok(!readdirSync(folder).includes('sent'));
  });

  test('two servers on one folder never take the same number', async () => {
    const folder = practiceFolder();
    const [one, other] = [startClient({ folder }), startClient({ folder })];
    const at = (encounter: string) => ({ uri: addressIn(folder, `encounters/${encounter}.encounter`), encounter });
    const outcomes = await Promise.all(
      [1, 2, 3].flatMap((n) => [one, other].map((client) => client.ask<Outcome>('superbill/generate', at(`E100${n}`)))),
    );
    assert.deepEqual(
      outcomes.filter((outcome) => !outcome.ok),
      [],
    );
    const files = readdirSync(path.join(folder, 'claims'));
    const numbers = files.map((file) => read(folder, `claims/${file}`).split('*')[13]);
    assert.equal(new Set(numbers).size, files.length, numbers.join(' '));
  });

  test('the log says nothing about a claim', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder });
    const uri = await openFile(client, folder, 'encounters/E1002.encounter');
    for (const request of ['superbill/generate', 'superbill/submit', 'superbill/receive'])
      await client.ask(request, { uri, encounter: 'E1002' });
    writeFileSync(path.join(folder, 'responses', 'training', 'broken.835'), 'ISA*broken W880014752 ROSS');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: addressIn(folder, 'responses/training/broken.835'), type: 1 }],
    });
    await client.ask('superbill/claims');
    await assert.rejects(client.ask('textDocument/hover', { textDocument: null }));
    await client.pull(uri);
    for (const said of client.log) assert.doesNotMatch(said, /ROSS|Elena|W88|145\.00|99213/i);
  });
});
