// superbill ack: the answers of a strict receiver, printed, written and as JSON.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { frameX12 } from '../rules/x12/kit';
import { cleanUp, folder, json, superbill, text, write } from './kit';

suite('superbill ack', () => {
  suiteTeardown(cleanUp);

  test('a clean file is taken in', async () => {
    const at = folder();
    write(at, 'batch.837', frameX12('837P'));
    const { status, out, err } = await superbill(at, 'ack', 'batch.837');
    assert.equal(status, 0, err);
    assert.match(out, /IK5\*A~/);
    assert.match(out, /STC\*A2:20\*/);
    assert.match(err, /1 claim accepted, 0 refused/);
  });

  test('a refused claim has its reason in the 277CA', async () => {
    const at = folder();
    write(at, 'batch.837', frameX12('CLM*E1001*300***11:B:1*Y*A*Y*Y'));
    const { status } = await superbill(at, 'ack', 'batch.837', '--out', 'answers');
    assert.equal(status, 1);
    assert.match(text(at, path.join('answers', 'batch.277')), /STC\*A8:400\*/);
    assert.ok(existsSync(path.join(at, 'answers', 'batch.999')));
  });

  test('what is not taken in as a whole is said, and is no success', async () => {
    const at = folder();
    write(at, 'batch.837', frameX12('837P').repeat(2));
    const { status, err } = await superbill(at, 'ack', 'batch.837');
    assert.equal(status, 1);
    assert.match(
      err,
      /^batch\.837: 1 claim accepted, 0 refused\n {2}not taken in: interchange 000000905: control number was used before \(TA1 025\)/,
    );
  });

  test('files of one name in different folders have answers of their own', async () => {
    const at = folder();
    write(at, path.join('one', 'batch.837'), frameX12('837P'));
    write(at, path.join('two', 'batch.837'), frameX12('837P').replaceAll('000000905', '000000906'));
    assert.equal((await superbill(at, 'ack', 'one', 'two', '--out', 'answers')).status, 0);
    assert.match(text(at, path.join('answers', 'batch.999')), /\*000009052\*/);
    assert.match(text(at, path.join('answers', 'batch-2.999')), /\*000009062\*/);
  });

  test('as JSON', async () => {
    const at = folder();
    write(at, 'batch.837', frameX12('837P'));
    const { answers, exit } = await json<{ answers: { file: string; accepted: number; refused: number }[] }>(at, 'ack', 'batch.837');
    assert.equal(exit, 0);
    assert.deepEqual(
      answers.map(({ file, accepted, refused }) => [file, accepted, refused]),
      [['batch.837', 1, 0]],
    );
  });

  test('no file is a question', async () => assert.equal((await superbill(folder(), 'ack')).status, 2));

  test('answers that cannot be written are said', async () => {
    const at = folder();
    write(at, 'batch.837', frameX12('837P'));
    write(at, 'answers', 'a file');
    const refused = await superbill(at, 'ack', 'batch.837', '--out', 'answers');
    assert.deepEqual(refused, { status: 2, out: '', err: 'The folder answers could not be made: a file of that name is there already.\n' });
  });
});
