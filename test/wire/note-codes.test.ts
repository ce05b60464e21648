// Codes for a note over a real connection: the list, the one edit that adds what was chosen, and what an editor without the list gets.
import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import type { CodeChoices, Outcome } from '../../server/lsp/protocol';
import { type Client, addressIn, practiceFolder, startClient, stopAll } from './client';

const ENCOUNTER =
  'encounter E9301\n  patient    DOE-JANE\n  date       2026-11-02\n  place      11\n  rendering  CURIE\n\n  note\n    OA right knee, no fever. HTN.\n\n  services\n    99213  A  145.00\n';
const SENTENCES = { start: { line: 7, character: 4 }, end: { line: 7, character: 33 } };

suite('wire: codes for a note', () => {
  teardown(stopAll);

  async function opened(options: Parameters<typeof startClient>[0] = {}): Promise<{ client: Client; uri: string }> {
    const folder = practiceFolder();
    const client = startClient({ folder, ...options });
    const uri = addressIn(folder, 'encounters/E9301.encounter');
    await client.open(uri, ENCOUNTER);
    return { client, uri };
  }
  const choices = (client: Client, uri: string) => client.ask<CodeChoices>('superbill/findCodes', { uri, range: SENTENCES });
  const add = (client: Client, uri: string, codes: readonly string[]) =>
    client.ask<Outcome>('superbill/addCodes', { uri, range: SENTENCES, codes });

  test('the list names the words, and what was left out', async () => {
    const { client, uri } = await opened();
    assert.deepEqual(
      (await choices(client, uri)).choices.map(({ code, because, group }) => [code, because, group.split(':')[0]]),
      [
        ['M17.11', 'because of: OA right knee', 'Diagnoses'],
        ['I10', 'because of: HTN', 'Diagnoses'],
        ['R50.9', 'because of: fever · denied: “no”', 'Left out'],
      ],
    );
  });

  test('what is chosen is added once, everything ticked leaves out what is denied', async () => {
    const { client, uri } = await opened();
    assert.match((await add(client, uri, ['M17.11', 'I10', 'R50.9'])).message, /Added M17\.11, I10\./);
    assert.deepEqual(
      (await choices(client, uri)).choices.map((one) => one.code),
      ['R50.9'],
    );
    assert.match((await add(client, uri, ['M17.11'])).message, /stand already/);
    assert.match((await add(client, uri, ['Z99.99'])).message, /stand already|Nothing/);
  });

  test('an editor that refuses the edit is told so', async () => {
    const { client, uri } = await opened({ readOnly: true });
    assert.equal((await add(client, uri, ['M17.11'])).ok, false);
  });

  test('outside of a note, and for a document that is not there, a sentence says so', async () => {
    const { client, uri } = await opened();
    const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } };
    for (const asked of [
      { uri, range },
      { uri: 'untitled:nothing', range: SENTENCES },
    ]) {
      const { choices: none, message } = await client.ask<CodeChoices>('superbill/findCodes', asked);
      assert.deepEqual([none, /note of an encounter/.test(message)], [[], true]);
    }
  });

  test('an editor with the command gets it, another single codes', async () => {
    const titles = async (initializationOptions: object) => {
      const { client, uri } = await opened({ initializationOptions });
      const at = { line: 7, character: 8 };
      const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      return actions.map((one) => one.title);
    };
    assert.deepEqual(await titles({ findsCodes: true }), ['Find codes…']);
    assert.deepEqual(await titles({}), ['Add diagnosis M17.11 Unilateral primary osteoarthritis, right knee (OA right knee)']);
  });
});
