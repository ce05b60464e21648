// superbill codes update, the real program against a publisher on this machine: fetched, stopped, killed, gone on with, refused.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import shipped from '../../codesets/catalogue.json';
import { officialArchive, officialFile, whyNoOfficial } from '../codesets/official';
import { ProxyServer } from '../kit/proxy-server';
import { PUBLISHER, ReleaseServer, archive, orderFile } from '../kit/release-server';
import { builtProgram, cleanUp, ended, environment, folder, json, program, start, text, write } from './kit';

interface Told {
  readonly updated: readonly {
    readonly id: string;
    readonly edition: string;
    readonly state: string;
    readonly message: string;
    readonly editions: readonly { readonly id: string; readonly edition: string; readonly count: number }[];
  }[];
}

suite('superbill codes update', function () {
  let server: ReleaseServer;
  let at = '',
    home = '';

  setup(async () => {
    server = await new ReleaseServer().start();
    at = folder();
    home = environment().SUPERBILL_HOME ?? '';
  });
  teardown(async () => {
    await server.close();
    cleanUp();
  });

  const release = (id: string, set: string, file: string, more: object = {}) => ({
    id,
    title: id,
    publisher: 'me',
    set,
    calendar: 'fiscal-year',
    byHand: 'https://example.org/page',
    addresses: [{ url: `${server.origin}/${file}`, basis: 'seen' }],
    ...more,
  });
  /** Puts a catalogue into the data folder. */
  const catalogue = (...releases: object[]) => write(home, 'catalogue.json', JSON.stringify({ releases }));
  const diagnoses = () => release('icd-10-cm', 'icd-10-cm', '{fy}.zip');
  const update = (...words: string[]) => program(at, 'codes', 'update', ...words);
  const downloads = () => readdirSync(path.join(home, 'downloads'));
  const BYTES = archive({ 'icd10cm-order-2027.txt': orderFile() });

  /** Waits until the program has said some words. */
  function said(child: ChildProcess, words: RegExp): Promise<void> {
    let heard = '';
    return new Promise((resolve, reject) => {
      child.stderr?.on('data', (piece: Buffer) => {
        heard += String(piece);
        if (words.test(heard)) resolve();
      });
      child.once('close', () => reject(new Error(`The program ended and said only: ${heard}`)));
    });
  }

  test('fetches, says how far it is, imports; the second time it is up to date', async () => {
    catalogue(diagnoses());
    server.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
    const first = await update('icd-10-cm', '--as-of', '2026-11-21');
    assert.deepEqual([first.status, first.out], [0, 'icd-10-cm FY2027: imported, 4 entries, in use from 2026-10-01.\n']);
    assert.match(first.err, /^icd-10-cm FY2027: fetching 0\.0 of 0\.4 MB\n[^]*fetching 0\.4 of 0\.4 MB\nicd-10-cm FY2027: importing\n$/);
    assert.deepEqual(downloads(), []);
    const { editions } = await json<{ editions: { id: string; edition: string; source: string }[] }>(at, 'codes', 'list');
    assert.deepEqual(editions.find(({ edition }) => edition === 'FY2027')?.source, `${server.origin}/2027.zip`);
    assert.deepEqual(await update('ICD10CM', '--as-of', '2026-11-21'), { status: 0, out: 'icd-10-cm FY2027: up to date.\n', err: '' });
    assert.deepEqual(server.statuses('/2027.zip'), [200, 304]);
  });

  test('through the proxy of the environment, also on from where it was cut off; its password is told to nobody', async () => {
    await server.close();
    server = await new ReleaseServer('publisher.example').start();
    const proxy = await new ProxyServer().start();
    try {
      catalogue(diagnoses());
      server.serve('/2027.zip', { bytes: BYTES, etag: '"one"', cutAt: 250_000 });
      proxy.login = 'front-desk:s3cret';
      const words = ['codes', 'update', 'icd-10-cm', '--as-of', '2026-11-21'];
      const run = (more: NodeJS.ProcessEnv) => ended(start(at, words, { more: { NODE_EXTRA_CA_CERTS: PUBLISHER, ...more } }));
      const HTTPS_PROXY = `http://${proxy.login}@${proxy.host}`;
      const direct = await run({ HTTPS_PROXY, NO_PROXY: 'hospital.org,publisher.example' });
      assert.match(direct.err, /its server is not found/);
      assert.deepEqual(proxy.connected, []);
      const { status, out, err } = await run({ HTTPS_PROXY, NO_PROXY: 'hospital.org' });
      assert.deepEqual([status, out], [0, 'icd-10-cm FY2027: imported, 4 entries, in use from 2026-10-01.\n']);
      assert.doesNotMatch(err, /s3cret|front-desk/);
      assert.deepEqual(server.statuses('/2027.zip'), [200, 206]);
      const { host } = new URL(server.origin);
      const connected = { target: host, login: proxy.login, status: 200 };
      assert.deepEqual(proxy.connected, [connected, connected]);
      proxy.login = 'somebody:else';
      const refused = await run({ HTTPS_PROXY });
      assert.match(refused.err, /the proxy 127\.0\.0\.1:\d+ wants a name and a password/);
      assert.doesNotMatch(refused.err, /s3cret|front-desk/);
    } finally {
      await proxy.close();
    }
  });

  test('as JSON; another day is another edition; what is here already is kept up without a name', async () => {
    write(
      at,
      'mine.json',
      JSON.stringify({
        releases: [
          diagnoses(),
          release('icd-10-cm-notes', 'icd-10-cm', 'notes', { layer: 'notes', usual: true }),
          release('hcpcs', 'hcpcs', 'hcpcs', { usual: true }),
        ],
      }),
    );
    server.serve('/2026.zip', { bytes: archive({ 'icd10cm-order-2026.txt': orderFile() }) });
    server.serve('/2027.zip', { bytes: BYTES });
    const { updated, exit } = await json<Told>(at, 'codes', 'update', 'icd-10-cm', '--catalogue', 'mine.json', '--as-of', '2026-09-30');
    assert.deepEqual(
      [exit, updated.map(({ id, edition, state, editions }) => [id, edition, state, editions.map((one) => one.count)])],
      [0, [['icd-10-cm', 'FY2026', 'updated', [4]]]],
    );
    const all = await json<Told>(at, 'codes', 'update', '--catalogue', 'mine.json', '--as-of', '2026-11-21');
    assert.deepEqual(
      [all.exit, all.updated.map(({ id, state }) => [id, state])],
      [
        1,
        [
          ['icd-10-cm', 'updated'],
          ['icd-10-cm-notes', 'failed'],
          ['hcpcs', 'failed'],
        ],
      ],
    );
    assert.match(
      all.updated[1].message,
      /\/notes: the file is not there \(404\)\. Look at https:\/\/example\.org\/page, and import the file with superbill codes import FILE\. The edition before: superbill codes update icd-10-cm-notes --as-of 2026-09-30\. The editions in use are as they were\.$/,
    );
  });

  test('killed in the middle: the next run goes on where it ended', async () => {
    catalogue(diagnoses());
    server.serve('/2027.zip', { bytes: BYTES, etag: '"one"', holdAt: 250_000 });
    const child = start(at, ['codes', 'update', 'icd-10-cm', '--as-of', '2026-11-21']);
    const run = ended(child);
    await said(child, /fetching 0\.[123] of/);
    child.kill('SIGKILL');
    assert.equal((await run).status, null);
    const part = downloads().find((name) => name.endsWith('.part'));
    const kept = statSync(path.join(home, 'downloads', part ?? '')).size;
    assert.ok(kept > 0 && kept <= 250_000);
    assert.equal(existsSync(path.join(home, 'codes')), false);
    server.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
    assert.equal((await update('icd-10-cm', '--as-of', '2026-11-21')).status, 0);
    assert.equal(server.asked.at(-1)?.headers.range, `bytes=${kept}-`);
    assert.deepEqual([server.statuses('/2027.zip'), downloads()], [[200, 206], []]);
  });

  test('Ctrl-C ends it with a sentence, and what came is kept', async () => {
    catalogue(diagnoses());
    server.serve('/2027.zip', { bytes: BYTES, etag: '"one"', drips: true });
    const child = start(at, ['codes', 'update', 'icd-10-cm', '--as-of', '2026-11-21']);
    const run = ended(child);
    await said(child, /fetching 0\.[123] of/);
    child.kill('SIGINT');
    const { status, out, err } = await run;
    assert.deepEqual([status, out], [1, '']);
    assert.match(err, /icd-10-cm FY2027: stopped\. What has come is kept; the next time goes on from there\.\n$/);
    server.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
    assert.equal((await update('icd-10-cm', '--as-of', '2026-11-21')).status, 0);
    assert.equal(server.asked.at(-1)?.status, 206);
  });

  test('terms are shown first; without a screen they are accepted with a word, and then remembered', async () => {
    const licence = { title: 'Terms of the tester', text: 'Use it for tests.', link: 'https://example.org/terms' };
    write(home, 'catalogue.json', JSON.stringify({ licences: { tester: licence }, releases: [{ ...diagnoses(), licence: 'tester' }] }));
    server.serve('/2027.zip', { bytes: BYTES, etag: '"one"' });
    const words = ['icd-10-cm', '--as-of', '2026-11-21'];
    const refused = await update(...words);
    assert.deepEqual([refused.status, refused.out, server.asked.length], [1, '', 0]);
    assert.equal(
      refused.err,
      'icd-10-cm: Terms of the tester\n\nUse it for tests.\nhttps://example.org/terms\n\nicd-10-cm FY2027: not fetched, its terms were not accepted. With --accept-licence you accept them.\n',
    );
    const accepted = await update(...words, '--accept-licence');
    assert.equal(accepted.status, 0);
    assert.match(accepted.err, /Use it for tests\./);
    const { licences } = JSON.parse(text(home, 'updates.json')) as { licences: Record<string, { accepted: string; title: string }> };
    assert.match(licences.tester.accepted, /^\d{4}-\d{2}-\d{2}$/);
    assert.equal(licences.tester.title, 'Terms of the tester');
    assert.deepEqual(await update(...words), { status: 0, out: 'icd-10-cm FY2027: up to date.\n', err: '' });
  });

  test('on a screen the terms are asked for: no is no, Ctrl-C is no, y is yes', async function () {
    if (spawnSync('script', ['--version']).status !== 0) {
      console.log('skipped: this machine has no “script” that plays a screen');
      this.skip();
    }
    const licence = { title: 'Terms of the tester', text: 'Use it for tests.', link: 'https://example.org/terms' };
    write(home, 'catalogue.json', JSON.stringify({ licences: { tester: licence }, releases: [{ ...diagnoses(), licence: 'tester' }] }));
    server.serve('/2027.zip', { bytes: BYTES });
    const answered = async (keys: string) => {
      const command = `"${process.execPath}" "${builtProgram()}" codes update icd-10-cm --as-of 2026-11-21`;
      const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: at, env: environment(), stdio: ['pipe', 'pipe', 'inherit'] });
      let shown = '';
      child.stdout.on('data', (piece: Buffer) => {
        if (!shown.includes('[y/N]') && (shown + String(piece)).includes('[y/N]')) child.stdin.write(keys);
        shown += String(piece);
      });
      const status = await new Promise((resolve) => child.once('close', resolve));
      return { status, shown };
    };
    for (const keys of ['\r', 'n\r', '\x03', '\x04']) {
      const { status, shown } = await answered(keys);
      assert.equal(status, 1, JSON.stringify(keys));
      assert.match(shown, /Use it for tests\.[^]*not fetched, its terms were not accepted/);
    }
    assert.equal(server.asked.length, 0);
    const { status, shown } = await answered('y\r');
    assert.equal(status, 0, shown);
    // On a screen one line tells how far it is.
    assert.match(shown, /\r\x1b\[Kicd-10-cm FY2027: fetching 0\.4 of 0\.4 MB\r\n[^]*imported, 4 entries/);
  });

  test('--list says what there is, what is here, and where from; nobody is asked', async () => {
    catalogue(diagnoses());
    const { out, err, status } = await update('--list', '--as-of', '2026-11-21');
    assert.deepEqual([status, err], [0, `Addresses that have changed can be corrected in ${path.join(home, 'catalogue.json')}.\n`]);
    assert.match(out, /^icd-10-cm +FY2027 +not here +icd-10-cm$/m);
    assert.match(out, /^ncci-pairs +2026-10 +not here .*with terms to accept\)$/m);
    server.serve('/2027.zip', { bytes: BYTES });
    await update('icd-10-cm', '--as-of', '2026-11-21');
    assert.match((await update('--list', 'icd-10-cm', '--as-of', '2026-11-21')).out, /^icd-10-cm +FY2027 +is here +icd-10-cm\n$/);
    assert.match((await update('--list', 'icd-10-cm', '--as-of', '2027-10-01')).out, /^icd-10-cm +FY2028 +here: FY2027 /);
    const { releases } = await json<{ releases: { id: string; addresses: string[]; licence?: { accepted: string | null } }[] }>(
      at,
      'codes',
      'update',
      '--list',
      '--as-of',
      '2026-11-21',
    );
    assert.deepEqual(releases.find(({ id }) => id === 'icd-10-cm')?.addresses, [`${server.origin}/2027.zip`]);
    assert.equal(releases.find(({ id }) => id === 'taxonomy')?.licence?.accepted, null);
    assert.equal(server.asked.length, 1);
  });

  test('what cannot be understood is said', async () => {
    const failures: [string[], RegExp][] = [
      [['icd-9'], /^There is no release icd-9\. There are: icd-10-cm, .*taxonomy\.\n$/],
      [['hcpcs', '--all'], /^Name the sets or say --all, not both\.\n$/],
      [['hcpcs', '--catalogue', 'nowhere.json'], /^The catalogue nowhere\.json could not be read: .*\n$/],
      [['hcpcs', '--catalogue'], /^--catalogue needs a value\./],
    ];
    for (const [words, sentence] of failures) {
      const { status, out, err } = await update(...words);
      assert.deepEqual([status, out], [2, ''], words.join(' '));
      assert.match(err, sentence);
    }
    write(home, 'catalogue.json', '{"releases":[{}]}');
    assert.match((await update('hcpcs')).err, /catalogue\.json cannot be used: release 1 has no “id”\.\n$/);
    rmSync(path.join(home, 'catalogue.json'));
  });

  test('a catalogue in the folder of a practice is not looked at', async () => {
    write(at, 'catalogue.json', JSON.stringify({ releases: [{ ...diagnoses(), title: 'Bait' }] }));
    assert.doesNotMatch((await update('--list')).out, /Bait/);
  });

  test('official releases, as they were published', async function () {
    const reason = whyNoOfficial();
    if (reason) {
      console.log(reason);
      this.skip();
    }
    const published: [id: string, file: string, day: string][] = [
      ['icd-10-cm', 'icd10cm/fy2026-code-descriptions.zip', '2026-09-30'],
      ['icd-10-cm-notes', 'icd10cm/fy2021-tabular.zip', '2021-09-30'],
      ['icd-10-cm-poa', 'icd10cm/fy2026-poa-exempt.zip', '2026-09-30'],
      ['hcpcs', 'hcpcs/2019-alpha-numeric-hcpcs-file.zip', '2019-01-15'],
      ['relative-values', 'fees/PPRRVU2025_Oct-descriptors-blanked.csv.gz', '2025-10-01'],
    ];
    for (const [id, file, day] of published) {
      const name = path.basename(file).replace(/\.gz$/, '');
      const { bytes } = file.endsWith('.gz') ? officialFile(file, /./) : officialArchive(file);
      const url = server.serve(`/${name}`, { bytes, etag: `"${name}"`, cutAt: Math.floor(bytes.length / 2) });
      // All that the catalogue says of it, but its address.
      catalogue({ ...shipped.releases.find((one) => one.id === id), addresses: [{ url }] });
      const { updated, exit } = await json<Told>(at, 'codes', 'update', id, '--as-of', day, '--accept-licence');
      assert.deepEqual([exit, updated[0].state], [0, 'updated'], updated[0].message);
      assert.ok(updated[0].editions.reduce((sum, one) => sum + one.count, 0) > 5000, updated[0].message);
      assert.deepEqual(server.statuses(`/${name}`), [200, 206], name);
    }
    const { results } = await json<{ results: { code: string; edition: string }[] }>(
      at,
      'codes',
      'E11.65',
      '--as-of',
      '2026-08-01',
      '--set',
      'icd-10-cm',
      '--limit',
      '1',
    );
    assert.deepEqual(
      results.map(({ code, edition }) => [code, edition]),
      [['E11.65', 'FY2026']],
    );
  });
});
