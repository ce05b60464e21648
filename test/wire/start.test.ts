// The server starts with the compiled code it kept, and just as surely without it.
import assert from 'node:assert/strict';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SERVER, startClient, stopAll } from './client';

suite('a start of the server', () => {
  let home = '';
  setup(() => {
    home = mkdtempSync(path.join(tmpdir(), 'superbill-start-'));
  });
  teardown(async () => {
    await stopAll();
    rmSync(home, { recursive: true, force: true });
  });

  const compiled = () => path.join(home, 'compiled');
  /** Of the engine, and of the library that it shares with what starts it. */
  const kept = () =>
    readdirSync(compiled())
      .sort()
      .map((name) => path.join(compiled(), name));

  /** One whole life of a server: hover on a code answers, then it is asked to end. */
  async function live(): Promise<void> {
    const client = startClient({ program: SERVER, environment: { SUPERBILL_HOME: home } });
    await client.open('untitled:one', 'encounter E1\n  diagnoses\n    A  E11.65\n');
    const answer = await client.at<{ contents: unknown } | null>('textDocument/hover', 'untitled:one', 'E11.65');
    assert.match(JSON.stringify(answer), /Type 2 diabetes mellitus with hyperglycemia/);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  }

  test('keeps compiled code once, and uses it the next time', async () => {
    await live();
    const files = kept(),
      times = () => files.map((file) => statSync(file).mtimeMs);
    assert.equal(files.length, 2);
    const before = times();
    await live();
    assert.deepEqual(kept(), files);
    assert.deepEqual(times(), before, 'what was kept was thrown away');
  });

  for (const [what, spoil] of [
    ['cut off', (file: string) => truncateSync(file, 1000)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['of another program', (file: string) => writeFileSync(file, 'not compiled code at all')],
    [
      'changed in the middle',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0x55, bytes.length / 2, bytes.length / 2 + 4000);
        writeFileSync(file, bytes);
      },
    ],
  ] as const) {
    test(`goes on with compiled code that is ${what}, and puts it right`, async () => {
      await live();
      const files = kept();
      assert.equal(files.length, 2);
      const good = files.map((file) => statSync(file).size);
      for (const file of files) spoil(file);
      await live();
      for (const [n, file] of files.entries()) {
        assert.ok(statSync(file).size > good[n] / 2, 'it was not put right');
        assert.notEqual(readFileSync(file).includes(Buffer.alloc(4000, 0x55)), true);
      }
    });
  }

  test('goes on where nothing can be kept', async () => {
    writeFileSync(compiled(), 'a file is where the folder should be');
    await live();
    assert.equal(readFileSync(compiled(), 'utf8'), 'a file is where the folder should be');
  });

  test('ends where its engine is gone, so that an editor starts it again', async () => {
    for (const name of ['server.js', 'wire.js']) copyFileSync(path.join('dist', name), path.join(home, name));
    const client = startClient({ program: [path.join(home, 'server.js'), '--stdio'], environment: { SUPERBILL_HOME: home } });
    await client.initialized;
    assert.equal(await client.exit, 1);
    assert.match(client.log.join(''), /^superbill: Error at /);
  });

  test('removes what no start asked for in a month', async () => {
    mkdirSync(compiled());
    const old = path.join(compiled(), 'superbill-of-last-year');
    writeFileSync(old, 'old');
    utimesSync(old, new Date(Date.now() - 40 * 86_400_000), new Date(Date.now() - 40 * 86_400_000));
    await live();
    assert.ok(!kept().includes(old));
    assert.equal(kept().length, 2);
  });
});
