// Fix all over a real connection: one key in the editor gives what `superbill fix` gives, however many rounds that takes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { type Client, SUPERBILL, TODAY, addressIn, practiceFolder, startClient, stopAll } from './client';

/** As from another program; what one fix writes is taken apart by the next one. */
const PASTED =
  'encounter E9401\n  patient DOE-JANE\n  date 2026-11-02\n  place 11\n  rendering CURIE\n' +
  '  Dx: M17.11, E11.65\n  services 99213-25 AB 145, 20610-RT A 110\n';

suite('wire: fix all', () => {
  teardown(stopAll);

  /** The text after one fix all. */
  async function fixedIn(client: Client, uri: string): Promise<string> {
    const text = client.text(uri),
      document = TextDocument.create(uri, 'superbill', 0, text),
      range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    return TextDocument.applyEdits(document, actions[0]?.edit?.changes?.[uri] ?? []);
  }

  test('the editor and the terminal write the same', async () => {
    const folder = practiceFolder(),
      client = startClient({ folder });
    writeFileSync(path.join(folder, 'encounters/E9401.encounter'), PASTED);
    const names = readdirSync(path.join(folder, 'encounters'));
    const fixed = new Map<string, string>();
    for (const name of names) {
      const uri = addressIn(folder, `encounters/${name}`);
      await client.open(uri, readFileSync(path.join(folder, 'encounters', name), 'utf8'));
      const before = await client.pull(uri);
      fixed.set(name, await fixedIn(client, uri));
      assert.deepEqual(await client.pull(uri), before, `${name}: nothing has changed yet`);
    }
    execFileSync(process.execPath, [path.resolve(SUPERBILL[0]), 'fix', 'encounters', '--as-of', TODAY], { cwd: folder });
    for (const [name, text] of fixed) assert.equal(text, readFileSync(path.join(folder, 'encounters', name), 'utf8'), name);
    assert.match(fixed.get('E9401.encounter') ?? '', /\n {4}E11\.65\n {2}services\n {4}99213-25 AB 145\n {4}20610-RT A 110\n$/);
  });

  test('behind a safe fix it is offered, and its edit comes when it is chosen', async () => {
    const resolveSupport = { properties: ['edit'] },
      client = startClient({ folder: practiceFolder(), capabilities: { textDocument: { codeAction: { resolveSupport } } } });
    const uri = 'file:///pasted.encounter';
    await client.open(uri, 'Patient: DOE-JANE\nDOS: 2026-11-02\nDx: M17.11\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics: [], only: ['quickfix'] };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });
    const [first, all] = actions;
    assert.match(first.title, /^Write “encounter E\d+” above it$/);
    assert.equal(all.edit, undefined);
    const { edit } = await client.ask<CodeAction>('codeAction/resolve', all);
    const text = TextDocument.applyEdits(TextDocument.create(uri, 'superbill', 0, client.text(uri)), edit?.changes?.[uri] ?? []);
    assert.match(text, /^encounter E\d+\n {2}patient DOE-JANE\n {2}date 2026-11-02\n {2}diagnoses\n {4}M17\.11\n$/);
  });
});
