// Keys in a claim file over a real connection: the findings that the editor then has are those of the same text opened anew.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-types';
import { LineIndex } from '../../server/features/positions';
import { CLAIM_FILE } from '../syntax/x12/claim-file';
import { startClient, stopAll } from './client';

const FILE = 'file:///batch.837';

/** Some policy holders with a claim each. */
function batch(holders: number): string {
  const claims = /HL\*2\*[^]*(?=SE\*)/.exec(CLAIM_FILE)?.[0] ?? '';
  const each = Array.from({ length: holders }, (_, n) => claims.replaceAll('E1001', `E${1000 + n}`));
  return CLAIM_FILE.replace(claims, () => each.join(''));
}

const SIGNS = ['', '7', 'A', '*', '~\n', '\n', 'HL*9*1*22*0~\n', 'CLM*E1001*5***11:B:1*Y*A*Y*Y~\n', 'SE*9*0001~', '9\nA'];
const key = fc.record({ at: fc.nat(1_000_000), gone: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)), sign: fc.constantFrom(...SIGNS) });

suite('wire: keys in a claim file', function () {
  teardown(stopAll);

  test('after any keys the findings are those of the text as it is', async () => {
    const client = startClient();
    await client.initialized;
    let fresh = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(key, { minLength: 1, maxLength: 5 }), async (keys) => {
        await client.open(FILE, batch(6), 'x12');
        await client.pull(FILE);
        for (const { at, gone, sign } of keys) {
          const text = client.text(FILE),
            lines = new LineIndex(text),
            start = at % (text.length + 1);
          await client.edit(FILE, { range: lines.range({ start, end: Math.min(text.length, start + gone) }), text: sign });
          const other = `file:///fresh-${(fresh += 1)}.837`;
          await client.open(other, client.text(FILE), 'x12');
          assert.deepEqual(await client.pull(FILE), await client.pull(other));
          await client.close(other);
        }
        await client.close(FILE);
      }),
      { numRuns: 25 },
    );
  });

  test('what a large file would become is sent when it is chosen, not with each place of the cursor', async () => {
    const resolveSupport = { properties: ['edit'] };
    const client = startClient({ capabilities: { textDocument: { codeAction: { resolveSupport } } } });
    await client.open(FILE, batch(900), 'x12');
    const start = { line: 0, character: 0 };
    const ask = { textDocument: { uri: FILE }, range: { start, end: start }, context: { diagnostics: [], only: ['refactor'] } };
    const [offered] = await client.ask<CodeAction[]>('textDocument/codeAction', ask);
    assert.equal(offered.title, 'Put everything on one line');
    assert.ok(!offered.edit, 'the whole text was sent');
    const { edit } = await client.ask<CodeAction>('codeAction/resolve', offered);
    assert.equal(edit?.changes?.[FILE]?.length, 1);
    assert.ok(!edit.changes[FILE][0].newText.includes('\n'));
  });

  test('findings that have not changed are not sent again', async () => {
    const client = startClient();
    await client.open(FILE, CLAIM_FILE.replace('SV1*HC:99213', 'SV1*HC:9921'), 'x12');
    const ask = (previousResultId?: string) =>
      client.ask<{ kind: string; resultId: string; items?: object[] }>('textDocument/diagnostic', {
        textDocument: { uri: FILE },
        previousResultId,
      });
    const first = await ask();
    assert.equal(first.kind, 'full');
    assert.ok((first.items ?? []).length > 0);
    await client.exchange(FILE, 'ELM ST', 'OAK ST');
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    const again = await ask();
    assert.deepEqual([again.kind, again.items], ['full', first.items]);
    await client.exchange(FILE, '~\nHL*1', '~\n\nHL*1');
    const moved = await ask(again.resultId);
    assert.equal(moved.kind, 'full');
    assert.equal(moved.items?.length, first.items?.length);
    assert.notDeepEqual(moved.items, first.items);
    await client.exchange(FILE, 'SV1*HC:9921', 'SV1*HC:99213');
    assert.deepEqual((await ask(moved.resultId)).items, []);
  });
});
