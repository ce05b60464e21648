// Whatever is opened, the server answers: random bytes, NULs, very long lines, very long documents.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompletionList, Diagnostic } from 'vscode-languageserver-types';
import { type Client, addressIn, practiceFolder, startClient, stopAll } from './client';
import { longDocument } from './long-document';

/** Signs of every kind, the same in every run. */
function noise(length: number): string {
  let state = 20261121,
    text = '';
  while (text.length < length) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    text += String.fromCharCode(state % 7 === 0 ? 10 : state % 11 === 0 ? state % 0xd7ff : state % 256);
  }
  return text;
}

const GARBAGE: Readonly<Record<string, string>> = {
  nothing: '',
  NULs: '\u0000'.repeat(10_000),
  'random signs': noise(60_000),
  'half signs': '\ud800\udc00\ud800 encounter \udfff\n  patient \ud83d\n',
  'one line of 5 MB': 'encounter E1 '.padEnd(5_000_000, 'x'),
  'one note line of 5 MB': `encounter E1\n  note\n    ${'knee pain '.repeat(500_000)}`,
  'lines that go deeper and deeper': Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}patient`).join('\n'),
  'only line ends': '\r\n'.repeat(50_000),
};

async function everything(client: Client, uri: string, text: string): Promise<void> {
  const textDocument = { uri };
  const lines = text.split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  for (const position of [{ line: 0, character: 5 }, end, { line: Math.floor(lines.length / 2), character: 3 }]) {
    for (const method of ['completion', 'hover', 'definition', 'references', 'prepareRename']) {
      await client.ask(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } });
    }
    await client.ask('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } });
  }
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full'])
    await client.ask(`textDocument/${method}`, { textDocument });
  await client.ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
  await client.ask('textDocument/inlayHint', { textDocument, range: { start: { line: 0, character: 0 }, end } });
  await client.pull(uri);
}

suite('wire: anything', function () {
  teardown(stopAll);

  for (const [name, text] of Object.entries(GARBAGE)) {
    test(`${name}, as an encounter and as X12`, async () => {
      const client = startClient();
      for (const [uri, language] of [
        ['untitled:one', 'superbill'],
        ['untitled:two', 'x12'],
      ]) {
        await client.open(uri, text, language);
        await everything(client, uri, text);
        await client.close(uri);
      }
      await client.open('untitled:three', 'patient X\n  ');
      const list = await client.at<CompletionList>('textDocument/completion', 'untitled:three', { line: 1, character: 2 });
      assert.ok(list.items.length > 0, 'the server no longer answers rightly');
      assert.equal(await client.stop(), 0);
    });
  }

  test('files of a practice that hold anything', async () => {
    const folder = practiceFolder();
    Object.values(GARBAGE).forEach((text, i) =>
      writeFileSync(path.join(folder, `broken-${i}.patient`), i % 2 ? Buffer.from(text, 'latin1') : text),
    );
    const client = startClient({ folder });
    const uri = addressIn(folder, 'encounters/E1001.encounter');
    await client.open(uri, 'encounter E1001\n  patient  DOE-JANE\n');
    assert.ok((await client.pull(uri)).length > 0);
  });

  test('2,000 lines: findings follow every key', async () => {
    const folder = practiceFolder();
    const client = startClient({ folder });
    const uri = addressIn(folder, 'encounters/long.encounter');
    const text = longDocument(2000);
    await client.open(uri, text);
    const wrong = (found: readonly Diagnostic[]) => found.filter((one) => one.code === 'diagnosis/invalid-specificity').length;
    assert.equal(wrong(await client.pull(uri)), 0);
    await client.exchange(uri, 'M17.11', 'M17.1');
    assert.equal(wrong(await client.pull(uri)), 1);
    for (const sign of 'htn') await client.exchange(uri, '    A  M17.1  ', `    A  M17.1  ${sign}`);
    await client.exchange(uri, 'M17.1 ', 'M17.11 ');
    assert.equal(wrong(await client.pull(uri)), 0);
    await everything(client, uri, client.text(uri));
  });
});
