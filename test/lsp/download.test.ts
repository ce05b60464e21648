// Downloads from a real server: whole, cut off and gone on with, refused, moved, slow, cancelled; nothing waits for a clock.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Download, type DownloadOptions, type Patience, download } from '../../server/lsp/download';
import { ReleaseServer } from '../kit/release-server';

const BYTES = new Uint8Array(randomBytes(300_000));

suite('download', () => {
  let server: ReleaseServer;
  let folder = '',
    file = '';
  let waited: number[] = [];

  setup(async () => {
    server = await new ReleaseServer().start();
    folder = mkdtempSync(path.join(tmpdir(), 'superbill-download-'));
    file = path.join(folder, 'some', 'release.part');
    waited = [];
  });
  teardown(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (url: string, options: Partial<DownloadOptions> = {}, patience: Partial<Patience> = {}): Promise<Download> =>
    download(url, file, {
      signal: new AbortController().signal,
      progress: () => undefined,
      again: () => undefined,
      ...options,
      patience: {
        waits: [10, 20, 30],
        silence: 60_000,
        mostBytes: 1_000_000,
        wait: async (milliseconds) => {
          waited.push(milliseconds);
        },
        ...patience,
      },
    });

  function assertWhole(got: Download, bytes = BYTES): void {
    assert.equal(got.kind, 'fetched', JSON.stringify(got));
    assert.deepEqual(new Uint8Array(readFileSync(file)), bytes);
  }

  function assertReason(got: Download, kind: Download['kind'], reason: RegExp): void {
    assert.equal(got.kind, kind, JSON.stringify(got));
    assert.match('reason' in got ? got.reason : '', reason);
  }

  test('a whole file, with progress, its hash and what the server says of it', async () => {
    const seen: (number | undefined)[][] = [];
    const got = await get(server.serve('/a.zip', { bytes: BYTES, etag: '"one"' }), { progress: (...now) => seen.push(now) });
    assertWhole(got);
    assert.ok(got.kind === 'fetched' && /^[0-9a-f]{64}$/.test(got.sha256));
    assert.deepEqual(got.kind === 'fetched' && got.version, { etag: '"one"' });
    assert.deepEqual(
      [seen[0], seen.at(-1)],
      [
        [0, BYTES.length],
        [BYTES.length, BYTES.length],
      ],
    );
    assert.deepEqual(waited, []);
  });

  test('cut off midway: gone on with where it ended', async () => {
    const seen: number[] = [];
    assertWhole(
      await get(server.serve('/a.zip', { bytes: BYTES, etag: '"one"', cutAt: 120_000 }), { progress: (received) => seen.push(received) }),
    );
    assert.deepEqual(server.statuses('/a.zip'), [200, 206]);
    const { range, 'if-range': mark } = server.asked[1].headers;
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]);
    assert.ok(from > 0 && from <= 120_000, range);
    assert.equal(mark, '"one"');
    assert.ok(seen.includes(from));
    assert.deepEqual(waited, [10]);
  });

  test('cut off, by a server that cannot go on, or cannot say whether it is the same file: fetched again', async () => {
    assertWhole(await get(server.serve('/a.zip', { bytes: BYTES, etag: '"one"', cutAt: 120_000, ranges: false })));
    assert.deepEqual(server.statuses('/a.zip'), [200, 200]);
    rmSync(path.dirname(file), { recursive: true });
    assertWhole(await get(server.serve('/b.zip', { bytes: BYTES, cutAt: 120_000 })));
    assert.equal(server.asked.at(-1)?.headers.range, undefined);
  });

  test('a file that changed meanwhile is not mixed with the old one', async () => {
    const url = server.serve('/a.zip', { bytes: BYTES, etag: '"one"', holdAt: 100_000 });
    await cancelledAfter(url, 50_000);
    const other = new Uint8Array(randomBytes(200_000));
    server.serve('/a.zip', { bytes: other, etag: '"two"' });
    assertWhole(await get(url), other);
    rmSync(path.dirname(file), { recursive: true });
    await cancelledAfter(server.serve('/a.zip', { bytes: BYTES, etag: '"one"', holdAt: 100_000 }), 50_000);
    server.serve('/a.zip', { bytes: other, etag: '"two"', careless: true });
    assertWhole(await get(url), other);
    // What another address gave is another file, whatever it is called.
    rmSync(path.dirname(file), { recursive: true });
    await cancelledAfter(server.serve('/b.zip', { bytes: BYTES, etag: '"two"', holdAt: 100_000 }), 50_000);
    assertWhole(await get(url), other);
  });

  test('cut off again and again at the same place: given up', async () => {
    const url = server.serve('/a.zip', { bytes: BYTES, etag: '"one"', ranges: false, holdAt: 1000 });
    assertReason(await get(url, {}, { silence: 20 }), 'gone', /does not answer|ended early/);
    assert.deepEqual(waited, [10, 20, 30]);
  });

  test('500, 503 and then good: tried again with growing waits', async () => {
    const reasons: string[] = [];
    assertWhole(await get(server.serve('/a.zip', { bytes: BYTES, first: [500, 503] }), { again: (reason) => reasons.push(reason) }));
    assert.deepEqual(waited, [10, 20]);
    assert.deepEqual(reasons, ['the server says to try later (500)', 'the server says to try later (503)']);
  });

  test('429 says how long; nobody gets to say for ever', async () => {
    assertWhole(await get(server.serve('/a.zip', { bytes: BYTES, first: [429], headers: { 'retry-after': '7' } })));
    assertWhole(await get(server.serve('/b.zip', { bytes: BYTES, first: [429], headers: { 'retry-after': '99999' } })));
    assert.deepEqual(waited, [7000, 120_000]);
  });

  test('always 500: given up, with the reason', async () => {
    assertReason(await get(server.serve('/a.zip', { first: [500, 500, 500, 500, 500, 500] })), 'gone', /try later \(500\)/);
    assert.equal(server.asked.length, 4);
  });

  test('404 and 403 are not tried again', async () => {
    assertReason(await get(`${server.origin}/nothing.zip`), 'gone', /^the file is not there \(404\)$/);
    assertReason(await get(server.serve('/a.zip', { first: [403] })), 'gone', /^the server does not give it \(403\)$/);
    assert.deepEqual(waited, []);
  });

  test('nobody there', async () => {
    const url = `${server.origin}/a.zip`;
    await server.close();
    assertReason(await get(url), 'gone', /nobody answers there/);
    assert.deepEqual(waited, [10, 20, 30]);
    server = await new ReleaseServer().start();
  });

  test('a server that is silent is left', async () => {
    assertReason(
      await get(server.serve('/a.zip', { bytes: BYTES, holdAt: 0 }), {}, { silence: 20, waits: [] }),
      'gone',
      /does not answer|ended early/,
    );
  });

  test('redirects are followed, to safe places only', async () => {
    server.serve('/here/a.zip', { bytes: BYTES });
    assertWhole(await get(server.serve('/a.zip', { location: 'here/a.zip' })));
    assertReason(
      await get(server.serve('/b.zip', { location: 'http://example.org/a.zip' })),
      'gone',
      /http:\/\/example\.org is not a safe address/,
    );
    assertReason(await get(server.serve('/c.zip', { location: 'file:///etc/passwd' })), 'gone', /is not a safe address/);
    assertReason(await get(server.serve('/d.zip', { location: '/d.zip' })), 'gone', /in circles/);
    assertReason(await get('http://127.0.0.1.example.org/a.zip'), 'gone', /is not a safe address/);
  });

  test('too large, announced or not', async () => {
    assertReason(await get(server.serve('/a.zip', { bytes: BYTES }), {}, { mostBytes: 200_000 }), 'failed', /larger than/);
    assertReason(await get(server.serve('/b.zip', { bytes: BYTES, unsized: true }), {}, { mostBytes: 200_000 }), 'failed', /larger than/);
    assert.equal(existsSync(file), false);
    assertWhole(await get(server.serve('/b.zip', { bytes: BYTES, unsized: true })));
  });

  test('packed although nobody asked for it', async () => {
    assertReason(await get(server.serve('/a.zip', { bytes: BYTES, headers: { 'content-encoding': 'gzip' } })), 'failed', /packs the file/);
  });

  /** Fetches until so many bytes are there, then has enough. */
  async function cancelledAfter(url: string, bytes: number): Promise<void> {
    const stop = new AbortController();
    const got = await get(url, {
      signal: stop.signal,
      progress: (received) => {
        if (received >= bytes) stop.abort();
      },
    });
    assert.deepEqual(got, { kind: 'cancelled' });
  }

  test('slow, and cancelled: what came is kept and gone on with', async () => {
    const url = server.serve('/a.zip', { bytes: BYTES, etag: '"one"', drips: true });
    await cancelledAfter(url, 5_000);
    const kept = statSync(file).size;
    assert.ok(kept >= 5_000 && kept < BYTES.length);
    server.serve('/a.zip', { bytes: BYTES, etag: '"one"' });
    assertWhole(await get(url));
    assert.equal(server.asked.at(-1)?.headers.range, `bytes=${kept}-`);
  });

  test('cancelled while it waits to try again, and before it begins', async () => {
    const stop = new AbortController();
    const url = server.serve('/a.zip', { first: [500, 500] });
    const wait = (_: number, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        stop.abort();
      });
    assert.deepEqual(await get(url, { signal: stop.signal }, { wait }), { kind: 'cancelled' });
    assert.deepEqual(await get(url, { signal: stop.signal }), { kind: 'cancelled' });
    assert.equal(server.asked.length, 1);
  });

  test('nothing is fetched that has not changed', async () => {
    const url = server.serve('/a.zip', { bytes: BYTES, etag: '"one"' });
    assert.deepEqual(await get(url, { known: { etag: '"one"' } }), { kind: 'unchanged' });
    assertWhole(await get(url, { known: { etag: '"zero"' } }));
  });

  test('what was whole already, when the program ended, is not fetched again', async () => {
    const url = server.serve('/a.zip', { bytes: BYTES, etag: '"one"' });
    assertWhole(await get(url));
    assertWhole(await get(url));
    assert.deepEqual(server.statuses('/a.zip'), [200, 416]);
    // More than there is: nobody knows what it is.
    writeFileSync(file, new Uint8Array(BYTES.length + 5));
    assertWhole(await get(url));
    assert.deepEqual(server.statuses('/a.zip').slice(2), [416, 200]);
  });

  test('a full disk is said, and is not tried again', async function () {
    if (!existsSync('/dev/full')) {
      console.log('skipped: this machine has no /dev/full to play a full disk');
      this.skip();
    }
    file = path.join(folder, 'full.part');
    symlinkSync('/dev/full', file);
    const got = await get(server.serve('/a.zip', { bytes: BYTES }));
    assert.deepEqual(got, { kind: 'failed', reason: `${folder} could not be written to: the disk is full` });
    assert.deepEqual(waited, []);
  });
});
