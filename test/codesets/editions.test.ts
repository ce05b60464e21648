// Editions on disk: listed by their heads, written whole or not at all, a bad file left out with its reason.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { buildSync } from 'esbuild';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Manifest } from '../../codesets/code-set';
import { compileEdition } from '../../codesets/compile';
import { openEdition } from '../../codesets/edition';
import type { CompiledEdition } from '../../codesets/importers';
import { dataFolder } from '../../server/lsp/data-folder';
import {
  codeSetsHere,
  editionsOf,
  inStarter,
  removeEdition,
  saveEdition,
  storedEditions,
  watchedCodeSets,
} from '../../server/lsp/editions';

function edition(name: string, from: string, title = 'One'): CompiledEdition {
  const manifest: Manifest = {
    id: 'icd-10-cm',
    title: 'Diagnoses',
    publisher: '',
    edition: name,
    effective: { from },
    source: '',
    retrieved: '',
    sha256: '',
    licence: '',
    columns: ['code', 'title'],
    count: 1,
  };
  return { manifest, bytes: compileEdition(manifest, [{ code: 'A00.1', title, billable: true, more: {} }]) };
}

suite('editions on disk', () => {
  let folder = '';
  setup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'superbill-editions-'));
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test('lie where the user says, else where the platform keeps data', () => {
    const at = (environment: Record<string, string>, platform: string): string =>
      editionsOf(dataFolder(environment, platform, '/home/sam')).replaceAll('\\', '/');
    assert.equal(at({ SUPERBILL_HOME: '/data/sb' }, 'linux'), path.resolve('/data/sb/codes').replaceAll('\\', '/'));
    assert.equal(at({ XDG_DATA_HOME: '/home/sam/.data' }, 'linux'), '/home/sam/.data/superbill/codes');
    assert.equal(at({}, 'linux'), '/home/sam/.local/share/superbill/codes');
    assert.equal(at({}, 'darwin'), '/home/sam/Library/Application Support/superbill/codes');
    assert.equal(at({ LOCALAPPDATA: '/home/sam/Local' }, 'win32'), '/home/sam/Local/superbill/codes');
  });

  test('are listed beside the lists that ship, and answer for their date', () => {
    saveEdition(edition('FY2025', '2024-10-01', 'Before'), folder);
    saveEdition(edition('FY2026', '2025-10-01', 'Now'), folder);
    const problems: string[] = [];
    const sets = codeSetsHere((problem) => problems.push(problem), folder);
    assert.deepEqual(
      sets
        .editions()
        .filter(({ id }) => id === 'icd-10-cm')
        .map((one) => one.edition),
      ['starter FY2027', 'FY2026', 'FY2025'],
    );
    const title = (date: string): string => {
      const found = sets.find('icd-10-cm', 'A001', date);
      return found.status === 'active' ? found.entry.title : found.status;
    };
    assert.deepEqual([title('2025-01-01'), title('2026-01-01')], ['Before', 'Now']);
    assert.deepEqual(problems, []);
    assert.equal(sets.find('icd-10-cm', 'B12', '2025-11-01').status, 'unknown');
  });

  test('one edition takes the place of the same one; removing takes it away', () => {
    saveEdition(edition('FY2026', '2025-10-01', 'Old'), folder);
    saveEdition(edition('FY2026', '2025-10-01', 'New'), folder);
    assert.equal(storedEditions(assert.fail, folder).length, 1);
    assert.equal(removeEdition('icd-10-cm', 'FY2020', folder), false);
    assert.equal(removeEdition('icd-10-cm', 'fy2026', folder), true);
    assert.deepEqual(readdirSync(folder), []);
  });

  test('a file that is none, or is damaged, is named and left out', () => {
    writeFileSync(path.join(folder, 'notes.codes'), 'no code set at all, but long enough for a head');
    writeFileSync(path.join(folder, 'empty.codes'), '');
    const file = saveEdition(edition('FY2026', '2025-10-01'), folder);
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] ^= 1;
    writeFileSync(file, bytes);
    const problems: string[] = [];
    const sets = codeSetsHere((problem) => problems.push(problem), folder);
    assert.equal(problems.length, 2);
    assert.match(problems.join('\n'), /empty.codes is left out: the file is cut off/);
    assert.match(problems.join('\n'), /notes.codes is left out: this is not a compiled code set/);
    assert.equal(sets.find('icd-10-cm', 'I10', '2026-01-01').status, 'active');
    assert.equal(problems.length, 3);
    assert.match(problems[2], /FY2026: the file is damaged/);
  });

  test('no folder, no editions', () => {
    assert.deepEqual(storedEditions(assert.fail, path.join(folder, 'nowhere')), []);
  });

  test('a program that stays answers with an edition once it is there', async () => {
    const sets = await new Promise<ReturnType<typeof codeSetsHere>>((resolve) => {
      const watched = watchedCodeSets(assert.fail, () => resolve(watched), folder);
      assert.equal(watched.find('icd-10-cm', 'A00.1', '2025-11-01').status, 'unknown');
      saveEdition(edition('FY2026', '2025-10-01', 'New'), folder);
    });
    assert.equal(sets.find('icd-10-cm', 'A00.1', '2025-11-01').status, 'active');
  });

  test('the starter list is known to importers', () => {
    const known = inStarter();
    assert.equal(known('E1165'), true);
    assert.equal(known('Q9999'), false);
  });

  test('a process that is killed while it writes leaves the edition before, whole', async () => {
    const program = path.join(folder, 'editions.mjs');
    buildSync({
      entryPoints: [path.resolve('server/lsp/editions.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
      loader: { '.packed': 'text', '.tsv': 'text' },
      logLevel: 'silent',
    });
    const home = path.join(folder, 'codes');
    const first = saveEdition(edition('FY2026', '2025-10-01', 'Before'), home);
    writeFileSync(
      path.join(folder, 'child.mjs'),
      `
      import { readFileSync, writeSync } from 'node:fs';
      import { saveEdition } from './editions.mjs';
      const small = readFileSync(${JSON.stringify(first)});
      const manifest = ${JSON.stringify(edition('FY2026', '2025-10-01').manifest)};
      const bytes = new Uint8Array(40_000_000);
      bytes.set(small);
      writeSync(1, 'writing');
      for (;;) saveEdition({ manifest, bytes }, ${JSON.stringify(home)});
    `,
    );
    const child = spawn(process.execPath, [path.join(folder, 'child.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    for (const { file } of storedEditions(assert.fail, home)) {
      const bytes = readFileSync(file);
      assert.ok(bytes.length === 40_000_000 || typeof openEdition(bytes) !== 'string', `${bytes.length} bytes`);
    }
    assert.equal(storedEditions(assert.fail, home).length, 1);
    // What was left of the draft does not stand in the way of the next import.
    saveEdition(edition('FY2026', '2025-10-01', 'After'), home);
    const opened = openEdition(readFileSync(first));
    assert.equal(typeof opened === 'string' ? opened : opened.titleAt(0), 'After');
  });
});
