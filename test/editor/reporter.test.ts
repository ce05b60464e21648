// The report of a run counts what passed, what failed and what was skipped, with the reason.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const suites = `
suite('all kinds', () => {
  test('passes', () => {});
  test('fails', () => { throw new Error('the reason it failed'); });
  test('is skipped', function () { console.log('skipped: no such file here'); this.skip(); });
  test.skip('is not run (skipped: its title (this one) says why): at all', () => {});
  test.skip('keeps quiet', () => {});
});
suite('a whole suite', () => {
  suiteSetup(function () { console.log('skipped: nothing to test with'); this.skip(); });
  test('one', () => {});
  test('two', () => {});
});
`;

interface Results {
  passed: number;
  failures: { title: string; message: string }[];
  skipped: { title: string; reason?: string }[];
}

suite('report of a run', () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'superbill-report-'));
  });
  teardown(() => {
    rmSync(folder, { recursive: true });
  });

  test('counts each kind, and a failure fails the run', () => {
    const { status, output, results } = runMocha(suites);
    assert.equal(status, 1);
    assert.match(output, /✗ all kinds: 1 passed, 1 failed, 3 skipped/);
    assert.match(output, /the reason it failed/);
    assert.equal(results.passed, 1);
    assert.deepEqual(
      results.failures.map(({ title, message }) => [title, message]),
      [['all kinds fails', 'the reason it failed']],
    );
    assert.deepEqual(
      results.skipped.map(({ reason }) => reason),
      ['no such file here', 'its title (this one) says why', undefined, 'nothing to test with', 'nothing to test with'],
    );
  });

  test('a run without failures is fine', () => {
    const { status, results } = runMocha(`suite('one', () => { test('passes', () => {}); });`);
    assert.equal(status, 0);
    assert.deepEqual(results, { passed: 1, failures: [], skipped: [] });
  });

  test('a run that is kept from ending fails', () => {
    const { status } = runMocha(`setInterval(() => {}, 1000); suite('one', () => { test('passes', () => {}); });`);
    assert.equal(status, 1);
  });

  function runMocha(text: string): { status: number | null; output: string; results: Results } {
    const file = path.join(folder, 'sample.cjs');
    const resultsFile = path.join(folder, 'results.json');
    writeFileSync(file, text);
    const mocha = path.join(process.cwd(), 'node_modules', 'mocha', 'bin', 'mocha.js');
    const reporter = path.join(process.cwd(), 'test', 'reporter.mjs');
    const reporting = ['--reporter', reporter, '--reporter-option', 'patience=100'];
    const { status, stdout } = spawnSync(process.execPath, [mocha, '--ui', 'tdd', '--no-config', ...reporting, file], {
      encoding: 'utf8',
      env: { ...process.env, SUPERBILL_RESULTS: resultsFile },
    });
    return { status, output: stdout, results: JSON.parse(readFileSync(resultsFile, 'utf8')) as Results };
  }
});
