// Which proxy is on the way to an address, and what is said where it lets nothing through.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Download, PATIENCE, download } from '../../server/lsp/download';
import type { ProxySettings } from '../../server/lsp/protocol';
import { proxyFor } from '../../server/lsp/proxy';
import { ProxyServer } from '../kit/proxy-server';
import { ReleaseServer } from '../kit/release-server';

suite('proxy: which one', () => {
  const cases: [what: string, to: string, environment: Record<string, string>, expected: string | undefined, settings?: ProxySettings][] = [
    ['none', 'https://a.org/', {}, undefined],
    ['of the environment', 'https://a.org/', { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['in small letters', 'https://a.org/', { https_proxy: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['without what it begins with', 'https://a.org/', { HTTPS_PROXY: 'proxy.hospital.org:3128' }, 'http://proxy.hospital.org:3128/'],
    ['encrypted itself, with a name', 'https://a.org/', { HTTPS_PROXY: 'https://me:secret@proxy' }, 'https://me:secret@proxy/'],
    ['the one for everything', 'https://a.org/', { ALL_PROXY: 'http://all', HTTP_PROXY: 'http://plain' }, 'http://all/'],
    ['the only one that there is', 'https://a.org/', { HTTP_PROXY: 'http://plain' }, 'http://plain/'],
    ['never to this machine', 'http://127.0.0.1:80/', { HTTP_PROXY: 'http://plain', HTTPS_PROXY: 'http://proxy' }, undefined],
    ['never to this machine, by its name', 'https://localhost/', { HTTPS_PROXY: 'http://proxy' }, undefined],
    ['the editor’s first', 'https://a.org/', { HTTPS_PROXY: 'http://proxy' }, 'http://editor/', { proxy: 'http://editor' }],
    ['an editor without one', 'https://a.org/', { HTTPS_PROXY: 'http://proxy' }, 'http://proxy/', { proxy: '', noProxy: [] }],
    ['an editor that wants none', 'https://a.org/', { HTTPS_PROXY: 'http://proxy' }, undefined, { noProxy: ['*'] }],
  ];
  for (const [what, to, environment, expected, settings] of cases)
    test(what, () => assert.equal(proxyFor(new URL(to), settings, environment)?.href, expected));

  for (const [pattern, isDirect] of [
    ['a.org', true],
    ['.a.org', true],
    ['*.a.org', true],
    ['A.ORG', true],
    ['b.org, a.org', true],
    ['b.org a.org:443', true],
    ['files.a.org', true],
    ['*', true],
    ['a.org:80', false],
    ['s.a.org', false],
    ['org.a', false],
    ['iles.a.org', false],
    ['', false],
    [' , ', false],
  ] as const) {
    test(`NO_PROXY=${pattern}`, () => {
      const found = proxyFor(new URL('https://files.a.org/x'), {}, { HTTPS_PROXY: 'http://proxy', NO_PROXY: pattern });
      assert.equal(found === undefined, isDirect);
    });
  }

  for (const wrong of ['socks5://proxy', 'http://', 'http://a b', '://', 'http://me:secret@:x']) {
    test(`${wrong} is told, without what it says`, () =>
      assert.throws(() => proxyFor(new URL('https://a.org/'), { proxy: wrong }, {}), {
        message: 'the address of the proxy is not understood: it is written http://HOST:PORT',
      }));
  }
});

suite('proxy: what it does not let through', () => {
  let proxy: ProxyServer, publisher: ReleaseServer;
  let folder = '';

  setup(async () => {
    proxy = await new ProxyServer().start();
    publisher = await new ReleaseServer('publisher.example').start();
    folder = mkdtempSync(path.join(tmpdir(), 'superbill-proxy-'));
  });
  teardown(async () => {
    await Promise.all([proxy.close(), publisher.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const tries = () => proxy.connected.map(({ status }) => status);
  const get = (address = `http://me:s%C3%A9cret@${proxy.host}`, silence = 60_000): Promise<Download> =>
    download(publisher.serve('/a.zip', { bytes: new Uint8Array(10) }), path.join(folder, 'a.part'), {
      signal: new AbortController().signal,
      progress: () => undefined,
      again: (why) => assert.doesNotMatch(why, /me|s.cret/),
      proxy: { proxy: address },
      patience: { ...PATIENCE, waits: [1, 2], silence, wait: async () => undefined },
    });

  test('a name and a password are wanted', async () => {
    proxy.login = 'me:another';
    assert.deepEqual(await get(), {
      kind: 'gone',
      reason: `the proxy ${proxy.host} wants a name and a password: put them into its address, http://NAME:PASSWORD@${proxy.host}`,
    });
    assert.deepEqual(proxy.connected, [{ target: new URL(publisher.origin).host, login: 'me:sécret', status: 407 }]);
  });

  test('not allowed; out of order: tried again', async () => {
    proxy.status = 403;
    assert.deepEqual(await get(), { kind: 'gone', reason: `the proxy ${proxy.host} does not let it through (403)` });
    proxy.status = 502;
    assert.deepEqual(await get(), { kind: 'gone', reason: `the proxy ${proxy.host} does not let it through (502)` });
    assert.deepEqual(tries(), [403, 502, 502, 502]);
  });

  test('it does not answer', async () => {
    proxy.status = 0;
    assert.deepEqual(await get(undefined, 50), { kind: 'gone', reason: `the proxy ${proxy.host} does not answer` });
    assert.deepEqual(tries(), [0, 0, 0]);
  });

  test('it is not there', async () => {
    const { host } = proxy;
    await proxy.close();
    assert.deepEqual(await get(`http://${host}`), { kind: 'gone', reason: `the proxy ${host} cannot be reached (ECONNREFUSED)` });
    proxy = await new ProxyServer().start();
  });

  test('a publisher whose name nobody vouches for is not believed, proxy or not', async () => {
    const got = await get(`http://me:50%@${proxy.host}`);
    assert.match('reason' in got ? got.reason : got.kind, /^the connection is not safe \(\w+\)/);
    assert.deepEqual(proxy.connected, [{ target: new URL(publisher.origin).host, login: 'me:50%', status: 200 }]);
    assert.equal(publisher.asked.length, 0);
  });
});
