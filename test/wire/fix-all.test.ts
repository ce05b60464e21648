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
});
