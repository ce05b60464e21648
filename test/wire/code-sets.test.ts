// Code sets over the wire: what is offered, fetched with progress while others are answered, cancelled, imported from files.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Hover } from 'vscode-languageserver-types';
import { CODE_SETS_PROGRESS, type CodeSetOffer, type CodeSetsOutcome, type CodeSetsProgress } from '../../server/lsp/protocol';
import { ProxyServer } from '../kit/proxy-server';
import { PUBLISHER, ReleaseServer, archive, orderFile } from '../kit/release-server';
import { Client, SERVER, SUPERBILL, emptyFolder, startClient, stopAll } from './client';

/** The server says so when it has other code sets. */
const REFRESH = 'workspace/diagnostic/refresh';

suite('wire: code sets', function () {
  const BYTES = archive({ 'icd10cm-order-2027.txt': orderFile() });
  let publisher: ReleaseServer;
  let home = '';
  let client: Client;

  setup(async () => {
    publisher = await new ReleaseServer().start();
    home = emptyFolder();
    const addresses = [{ url: `${publisher.origin}/{fy}.zip`, basis: 'seen' }];
    const release = {
      title: 'Diagnoses',
      publisher: 'me',
      set: 'icd-10-cm',
      calendar: 'fiscal-year',
      byHand: 'https://example.org/page',
      addresses,
    };
    writeFileSync(
      path.join(home, 'catalogue.json'),
      JSON.stringify({
        licences: { tester: { title: 'Terms', text: 'Use it for tests.', link: 'https://example.org/terms' } },
        releases: [
          { ...release, id: 'icd-10-cm', usual: true },
          { ...release, id: 'with-terms', licence: 'tester' },
          { ...release, id: 'gone', addresses: [{ url: `${publisher.origin}/gone.zip` }] },
        ],
      }),
    );
  });
  teardown(async () => {
    await stopAll();
    await publisher.close();
  });

  function begin(program: readonly string[] = SERVER, more: Readonly<Record<string, string>> = {}): void {
    client = startClient({ program, environment: { SUPERBILL_HOME: home, ...more } });
  }
  const saysTheNewTitle = async () =>
    JSON.stringify(await client.at<Hover>('textDocument/hover', 'untitled:one', 'Z99<|>.8')).includes('Other dependence');
  const aFifthIsHere = async () => {
    const isHere = () => client.told<CodeSetsProgress>(CODE_SETS_PROGRESS).some(({ percent }) => percent > 20);
    while (!isHere()) await client.heard(CODE_SETS_PROGRESS, client.times(CODE_SETS_PROGRESS) + 1);
  };
  const offers = () => client.ask<CodeSetOffer[]>('superbill/codeSets');
  const update = (releases: readonly string[], accepted: readonly string[] = [], token?: CancellationTokenSource) =>
    client.ask<CodeSetsOutcome>('superbill/updateCodeSets', { releases, accepted }, token?.token);

  for (const program of [SERVER, SUPERBILL]) {
    test(`${program[0]}: offered, fetched with progress, then here`, async () => {
      begin(program);
      const [before] = (await offers()).filter(({ id }) => id === 'icd-10-cm');
      assert.deepEqual(before, { id: 'icd-10-cm', title: 'Diagnoses', publisher: 'me', edition: 'FY2027', here: false, usual: true });
      publisher.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
      assert.deepEqual(await update(['icd-10-cm']), {
        ok: true,
        message: 'Diagnoses FY2027: imported, 4 entries, in use from 2026-10-01.',
      });
      const progress = client.told<CodeSetsProgress>(CODE_SETS_PROGRESS);
      assert.match(progress[0].message, /^Diagnoses FY2027: fetching 0\.0 of 0\.4 MB$/);
      assert.match(progress.at(-1)?.message ?? '', /: importing$/);
      assert.ok(progress.some(({ percent }) => percent === 100));
      const [after] = (await offers()).filter(({ id }) => id === 'icd-10-cm');
      assert.deepEqual([after.here, after.imported], [true, 'FY2027']);
      assert.deepEqual(await update(['icd-10-cm']), { ok: true, message: 'Diagnoses FY2027: up to date.' });
      await client.open('untitled:one', 'encounter E1\n  date  2026-11-02\n  diagnoses\n    A  Z99.8\n');
      for (let seen = client.times(REFRESH); !(await saysTheNewTitle()); seen = client.times(REFRESH))
        await client.heard(REFRESH, seen + 1);
    });
  }

  test('through the proxy of the editor’s settings, whatever the environment says; its password is told to nobody', async () => {
    const secure = await new ReleaseServer('publisher.example').start(),
      proxy = await new ProxyServer().start();
    try {
      const catalogue = path.join(home, 'catalogue.json');
      writeFileSync(catalogue, readFileSync(catalogue, 'utf8').replaceAll(publisher.origin, secure.origin));
      secure.serve('/2027.zip', { bytes: BYTES });
      proxy.login = 'front-desk:s3cret';
      begin(SERVER, { NODE_EXTRA_CA_CERTS: PUBLISHER, HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '*' });
      const through = (login: string) =>
        client.ask<CodeSetsOutcome>('superbill/updateCodeSets', {
          releases: ['icd-10-cm'],
          accepted: [],
          proxy: { proxy: `http://${login}@${proxy.host}`, noProxy: ['hospital.org'] },
        });
      const refused = await through('front-desk:0ld');
      assert.match(refused.message, /the proxy 127\.0\.0\.1:\d+ wants a name and a password/);
      assert.equal((await through(proxy.login)).message, 'Diagnoses FY2027: imported, 4 entries, in use from 2026-10-01.');
      assert.deepEqual(
        proxy.connected.map(({ status }) => status),
        [407, 200],
      );
      const told = client.told<CodeSetsProgress>(CODE_SETS_PROGRESS).map(({ message }) => message);
      assert.doesNotMatch([refused.message, ...told, ...client.log].join('\n'), /front-desk|s3cret|0ld/);
    } finally {
      await Promise.all([secure.close(), proxy.close()]);
    }
  });

  test('cancelled midway: others are answered meanwhile, and the next time goes on', async () => {
    begin();
    publisher.serve('/2027.zip', { bytes: BYTES, etag: '"one"', holdAt: 200_000 });
    const stop = new CancellationTokenSource();
    const running = update(['icd-10-cm'], [], stop);
    await aFifthIsHere();
    assert.deepEqual(await update(['icd-10-cm']), { ok: false, message: 'Code sets are being updated already.' });
    stop.cancel();
    const outcome = await running;
    assert.deepEqual(
      [outcome.ok, outcome.message],
      [false, 'Diagnoses FY2027: stopped. What has come is kept; the next time goes on from there.'],
    );
    publisher.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
    assert.equal((await update(['icd-10-cm'])).ok, true);
    assert.deepEqual(publisher.statuses('/2027.zip'), [200, 206]);
    assert.deepEqual(readdirSync(path.join(home, 'downloads')), []);
  });

  test('terms must have been accepted; what is gone says where to look, and the rest is done', async () => {
    begin();
    publisher.serve('/2027.zip', { bytes: BYTES });
    const refused = await update(['with-terms']);
    assert.deepEqual(
      [refused.ok, refused.message, publisher.asked.length],
      [false, 'Diagnoses FY2027: not fetched, its terms were not accepted.', 0],
    );
    const outcome = await update(['with-terms', 'gone'], ['tester']);
    assert.deepEqual([outcome.ok, outcome.page], [false, 'https://example.org/page']);
    assert.match(
      outcome.message,
      /^Diagnoses FY2027: .*gone\.zip: the file is not there \(404\)\. Find it at https:\/\/example\.org\/page, and bring it in with “Superbill: Import Code Set File…”\. .*imported, 4 entries/,
    );
    assert.equal((await offers()).find(({ id }) => id === 'with-terms')?.licence?.accepted, true);
  });

  test('a catalogue that cannot be read is said', async () => {
    begin();
    writeFileSync(path.join(home, 'catalogue.json'), '{');
    await assert.rejects(offers(), /catalogue\.json cannot be used: it is not JSON/);
  });

  test('files are imported, refused with the reason, or the edition is asked for', async () => {
    begin();
    const file = (name: string, content: string | Uint8Array) => {
      mkdirSync(path.join(home, 'files'), { recursive: true });
      writeFileSync(path.join(home, 'files', name), content);
      return pathToFileURL(path.join(home, 'files', name)).href;
    };
    const bring = (uris: readonly string[], edition?: string) =>
      client.ask<CodeSetsOutcome>('superbill/importCodeSets', { uris, ...(edition && { edition }) });
    assert.deepEqual(await bring([file('icd10cm 2027.zip', BYTES)]), {
      ok: true,
      message: 'Imported ICD-10-CM diagnosis codes FY2027: 4 entries, in use from 2026-10-01.',
    });
    const nameless = file('codes.txt', orderFile());
    const asked = await bring([nameless]);
    assert.deepEqual([asked.ok, asked.asksEdition], [false, true]);
    assert.match((await bring([nameless], 'FY2025')).message, /FY2025: 4 entries/);
    const refused = await bring([file('letter.txt', 'Dear publisher')]);
    assert.deepEqual(
      [refused.ok, refused.asksEdition, refused.message],
      [
        false,
        false,
        'letter.txt is not imported: no file of a known layout was found. It holds letter.txt. The editions in use are as they were.',
      ],
    );
    assert.equal((await bring([pathToFileURL(path.join(home, 'nowhere')).href])).ok, false);
    assert.equal((await bring(['https://example.org/a.zip'])).ok, false);
    assert.equal(readdirSync(path.join(home, 'codes')).length, 2);
  });

  test('the editor goes away midway: what came is kept', async () => {
    begin();
    publisher.serve('/2027.zip', { bytes: BYTES, etag: '"one"', holdAt: 200_000 });
    void update(['icd-10-cm']).catch(() => undefined);
    await aFifthIsHere();
    client.hangUp();
    await client.exit;
    assert.ok(existsSync(path.join(home, 'downloads')));
    begin();
    publisher.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
    assert.equal((await update(['icd-10-cm'])).ok, true);
    assert.deepEqual(publisher.statuses('/2027.zip'), [200, 206]);
  });
});
