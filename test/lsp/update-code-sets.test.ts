// Releases brought to a machine: fetched, checked, imported, the download removed; what is wrong is refused and the edition in use stays.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Offer, type Release, offerOn } from '../../codesets/catalogue';
import { editionsOf, storedEditions } from '../../server/lsp/editions';
import { importFiles } from '../../server/lsp/import-files';
import { type UpdateOptions, type Updated, standings, updateRelease } from '../../server/lsp/update-code-sets';
import { acceptedOn, readCatalogueHere, recordAcceptance } from '../../server/lsp/update-records';
import { ReleaseServer, archive, orderFile } from '../kit/release-server';

const DAY = '2026-11-21';
const PAIRS = (first: string) => `Column 1\tColumn 2\n${first}\t99213\t\t20260101\t*\t1\tSame time\n`;

suite('update of code sets', () => {
  let server: ReleaseServer;
  let folder = '';
  let told: string[] = [];

  setup(async () => {
    server = await new ReleaseServer().start();
    folder = mkdtempSync(path.join(tmpdir(), 'superbill-update-'));
    told = [];
  });
  teardown(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function offer(change: Partial<Release> = {}): Offer {
    const release: Release = {
      id: 'icd-10-cm',
      title: 'Diagnoses',
      publisher: 'CMS',
      set: 'icd-10-cm',
      calendar: 'fiscal-year',
      byHand: 'https://example.org/page',
      addresses: [{ url: `${server.origin}/{fy}.zip`, basis: 'seen' }],
      ...change,
    };
    return offerOn({ licences: {}, releases: [release] }, release, DAY);
  }

  function update(offered: Offer, options: Partial<UpdateOptions> = {}): Promise<Updated> {
    return updateRelease(offered, {
      signal: new AbortController().signal,
      import: importFiles,
      folder,
      advice: ({ release }) => `Look at ${release.byHand}.`,
      patience: { waits: [1], silence: 60_000, mostBytes: 10_000_000, wait: async () => undefined },
      tell: (_, doing) => {
        if (told.at(-1) !== doing) told.push(doing);
      },
      ...options,
    });
  }

  const stored = () =>
    storedEditions(assert.fail, editionsOf(folder)).map(
      ({ manifest }) => `${manifest.id} ${manifest.layer ?? 'codes'} ${manifest.edition}`,
    );
  const downloads = () => readdirSync(path.join(folder, 'downloads'));
  const fy2027 = () => archive({ 'icd10cm-order-2027.txt': orderFile() });

  test('a whole release is imported, and the download removed', async () => {
    server.serve('/2027.zip', { bytes: fy2027(), etag: '"one"' });
    const result = await update(offer());
    assert.deepEqual([result.state, result.message], ['updated', 'Diagnoses FY2027: imported, 4 entries, in use from 2026-10-01.']);
    assert.deepEqual(told, ['fetching', 'importing']);
    assert.deepEqual([stored(), downloads()], [['icd-10-cm codes FY2027'], []]);
    const [{ manifest }] = storedEditions(assert.fail, editionsOf(folder));
    assert.equal(manifest.source, `${server.origin}/2027.zip`);
  });

  test('the second time it is up to date: by the server’s word, else by the content', async () => {
    const bytes = fy2027();
    server.serve('/2027.zip', { bytes, etag: '"one"' });
    await update(offer());
    const again = await update(offer(), { import: assert.fail });
    assert.deepEqual([again.state, again.message], ['current', 'Diagnoses FY2027: up to date.']);
    assert.deepEqual(server.statuses('/2027.zip'), [200, 304]);
    server.serve('/2027.zip', { bytes });
    assert.equal((await update(offer(), { import: assert.fail })).state, 'current');
    assert.deepEqual(downloads(), []);
    // Another content under the same name is a correction.
    server.serve('/2027.zip', { bytes: archive({ 'icd10cm-order-2027.txt': orderFile('Corrected') }), etag: '"two"' });
    assert.equal((await update(offer())).state, 'updated');
  });

  test('a file that was imported by hand, or whose edition was removed', async () => {
    const bytes = fy2027(),
      file = path.join(folder, 'by-hand.zip');
    writeFileSync(file, bytes);
    await importFiles({ files: [{ file, name: 'by-hand.zip' }], source: 'by-hand.zip', folder: editionsOf(folder) });
    server.serve('/2027.zip', { bytes, etag: '"one"' });
    assert.equal((await update(offer(), { import: assert.fail })).state, 'current');
    for (const one of storedEditions(assert.fail, editionsOf(folder))) rmSync(one.file);
    assert.equal((await update(offer())).state, 'updated');
  });

  test('a hash that the catalogue knows', async () => {
    const bytes = fy2027();
    const sha256 = { '2027.zip': createHash('sha256').update(bytes).digest('hex') };
    server.serve('/2027.zip', { bytes });
    const wrong = await update(offer({ sha256: { '2027.zip': 'ab'.repeat(32) } }));
    assert.match(
      wrong.message,
      /is not the file that the catalogue knows: its hash is [0-9a-f]{64}, not abab.*Look at https:\/\/example\.org\/page\. The editions in use are as they were\.$/,
    );
    assert.deepEqual([wrong.state, stored(), downloads()], ['failed', [], []]);
    assert.equal((await update(offer({ sha256 }))).state, 'updated');
    server.serve('/2027.zip', {});
    assert.equal((await update(offer({ sha256 }))).state, 'current', 'and nobody was asked');
    assert.equal(server.asked.length, 2);
  });

  test('gone: every address is named, and where to look', async () => {
    const result = await update(
      offer({
        addresses: [
          { url: `${server.origin}/a.zip`, basis: 'seen' },
          { url: `${server.origin}/b.zip`, basis: 'pattern' },
        ],
      }),
    );
    assert.equal(
      result.message,
      `Diagnoses FY2027: It is at none of these addresses. ${server.origin}/a.zip: the file is not there (404). ${server.origin}/b.zip: the file is not there (404). Look at https://example.org/page. The editions in use are as they were.`,
    );
    assert.equal(result.state, 'failed');
  });

  test('the next address helps where one is gone, broken or gives a web page', async () => {
    const addresses = ['gone', 'broken', 'page', 'good'].map((name) => ({ url: `${server.origin}/${name}.zip`, basis: 'seen' as const }));
    server.serve('/broken.zip', { first: [500, 500, 500] });
    server.serve('/page.zip', {
      bytes: new TextEncoder().encode('\n<!DOCTYPE html><html><body>Please accept</body></html>'),
      headers: { 'content-type': 'text/html' },
    });
    server.serve('/good.zip', { bytes: fy2027() });
    assert.equal((await update(offer({ addresses }))).state, 'updated');
    const page = await update(offer({ addresses: [addresses[2]], id: 'other' }));
    assert.match(page.message, /page\.zip: it gives a web page, not the file\. Look at/);
    assert.deepEqual(downloads(), []);
  });

  test('what holds something else than promised is refused, and the edition in use stays', async () => {
    server.serve('/2027.zip', { bytes: fy2027() });
    await update(offer());
    const before = readFileSync(storedEditions(assert.fail, editionsOf(folder))[0].file);
    const refused = async (bytes: Uint8Array, change: Partial<Release>, reason: RegExp) => {
      server.serve('/x.zip', { bytes });
      const result = await update(offer({ addresses: [{ url: `${server.origin}/x.zip`, basis: 'seen' }], ...change }));
      assert.equal(result.state, 'failed');
      assert.match(result.message, reason);
      assert.deepEqual([stored(), downloads()], [['icd-10-cm codes FY2027'], []]);
      assert.deepEqual(readFileSync(storedEditions(assert.fail, editionsOf(folder))[0].file), before);
    };
    await refused(
      archive({ 'icd10cm-order-2026.txt': orderFile() }),
      {},
      /it holds ICD-10-CM diagnosis codes FY2026, from 2025-10-01, and not FY2027/,
    );
    await refused(
      archive({ 'icd10cm-order-2027.txt': orderFile('Else') }),
      { layer: 'notes' },
      /it holds ICD-10-CM diagnosis codes FY2027, and not what it should/,
    );
    await refused(
      archive({ 'icd10cm-order-2027.txt': orderFile().split('\r\n').slice(0, 2).join('\n') }),
      {},
      /icd10cm-order-2027\.txt: .*the list ends with A00\.9: the file is cut off\. Look/,
    );
    await refused(archive({ 'readme.txt': 'hello' }), {}, /no file of a known layout was found\. It holds readme\.txt\. Look/);
    await refused(fy2027().subarray(0, 200_000), {}, /is a zip archive that is cut off/);
  });

  test('only the file that is meant is read, where the archive has it', async () => {
    server.serve('/2027.zip', { bytes: archive({ 'a-order-2027.txt': orderFile('Meant'), 'b-order-2027.txt': 'no order file' }) });
    assert.equal((await update(offer({ inside: '^A-ORDER' }))).state, 'updated');
    assert.equal((await update(offer({ inside: 'renamed' }))).state, 'current');
  });

  test('a release of several files', async () => {
    const change: Partial<Release> = {
      id: 'pairs',
      set: 'hcpcs',
      layer: 'pairs',
      calendar: 'quarter',
      parts: 2,
      addresses: [{ url: `${server.origin}/v{ncci}r0-f{part}.zip?agree=yes`, basis: 'seen' }],
    };
    for (const part of [1, 2])
      server.serve(`/v323r0-f${part}.zip?agree=yes`, {
        bytes: archive({ [`ccipra-v323r0-f${part}.txt`]: PAIRS(`2000${part}`) }),
        etag: `"${part}"`,
      });
    const result = await update(offer(change));
    assert.deepEqual([result.state, stored()], ['updated', ['hcpcs pairs v323r0-f1', 'hcpcs pairs v323r0-f2']]);
    assert.ok(told.includes('fetching part 2 of 2'));
    assert.equal((await update(offer(change))).state, 'current');
    server.remove('/v323r0-f2.zip?agree=yes');
    rmSync(storedEditions(assert.fail, editionsOf(folder))[1].file);
    const half = await update(offer(change));
    assert.match(half.message, /f2\.zip\?agree=yes: the file is not there \(404\)/);
    assert.deepEqual(stored(), ['hcpcs pairs v323r0-f1']);
  });

  test('stopped while it is imported: nothing is fetched twice', async () => {
    server.serve('/2027.zip', { bytes: fy2027(), etag: '"one"' });
    const stop = new AbortController();
    const result = await update(offer(), {
      signal: stop.signal,
      import: async () => {
        stop.abort();
        throw stop.signal.reason as Error;
      },
    });
    assert.deepEqual([result.state, downloads().length], ['cancelled', 2]);
    assert.equal((await update(offer())).state, 'updated');
    assert.deepEqual([server.statuses('/2027.zip'), downloads()], [[200, 416], []]);
  });

  test('one program at a time; one that was ended counts for nothing', async () => {
    server.serve('/2027.zip', { bytes: fy2027() });
    const lock = path.join(folder, 'downloads', 'icd-10-cm.FY2027.lock');
    mkdirSync(path.dirname(lock));
    writeFileSync(lock, String(process.pid));
    assert.match((await update(offer())).message, /another window or program is fetching it/);
    // Ours is not removed by others.
    assert.equal(readFileSync(lock, 'utf8'), String(process.pid));
    writeFileSync(lock, '99999999');
    assert.equal((await update(offer())).state, 'updated');
    assert.deepEqual(downloads(), []);
  });

  test('a disk that cannot keep it is said', async () => {
    server.serve('/2027.zip', { bytes: fy2027() });
    const full = async () => {
      throw Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' });
    };
    const { message } = await update(offer(), { import: full });
    assert.ok(message.endsWith(`could not be kept in ${folder}: the disk is full. The editions in use are as they were.`), message);
  });

  test('what is here and what is offered', async () => {
    server.serve('/2026.zip', { bytes: archive({ 'icd10cm-order-2026.txt': orderFile() }) });
    const { release } = offer();
    await update(offerOn({ licences: {}, releases: [release] }, release, '2026-09-30'));
    const [now] = standings({ licences: {}, releases: [release] }, DAY, folder);
    assert.deepEqual([now.offer.edition, now.here.length, now.imported.map((one) => one.edition)], ['FY2027', 0, ['FY2026']]);
    const [then] = standings({ licences: {}, releases: [release] }, '2026-09-30', folder);
    assert.equal(then.here.length, 1);
  });
});

suite('records of updates', () => {
  let folder = '';
  setup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'superbill-records-'));
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test('terms are accepted in these words; other words are other terms', () => {
    const terms = { id: 'ama', title: 'Terms', text: 'Use it well', link: 'https://example.org' };
    assert.equal(acceptedOn(folder, terms), undefined);
    recordAcceptance(folder, terms, DAY);
    assert.equal(acceptedOn(folder, terms), DAY);
    assert.equal(acceptedOn(folder, { ...terms, text: 'Use it better' }), undefined);
    assert.equal(acceptedOn(folder, { ...terms, id: '__proto__' }), undefined);
    writeFileSync(path.join(folder, 'updates.json'), '{"licences":');
    assert.equal(acceptedOn(folder, terms), undefined);
  });

  test('the catalogue of the data folder, of a file that is named, and one that is broken', () => {
    const mine = (title: string) =>
      JSON.stringify({
        releases: [
          {
            id: 'hcpcs',
            title,
            publisher: 'me',
            set: 'hcpcs',
            calendar: 'quarter',
            byHand: 'https://example.org',
            licence: 'ama-cms',
            addresses: [{ url: 'https://example.org/a' }],
          },
        ],
      });
    const title = (named?: string) => readCatalogueHere(folder, named).releases.find(({ id }) => id === 'hcpcs')?.title;
    assert.equal(title(), 'HCPCS Level II codes and modifiers');
    writeFileSync(path.join(folder, 'catalogue.json'), `\uFEFF${mine('mine')}`);
    assert.equal(title(), 'mine');
    writeFileSync(path.join(folder, 'named.json'), mine('named'));
    assert.equal(title(path.join(folder, 'named.json')), 'named');
    assert.throws(() => title(path.join(folder, 'nowhere.json')), /nowhere\.json could not be read/);
    writeFileSync(path.join(folder, 'catalogue.json'), '{}');
    assert.throws(() => title(), /catalogue\.json cannot be used: it has no list “releases”\./);
  });
});
