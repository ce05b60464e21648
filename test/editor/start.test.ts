// `npm start` prepares everything with one command and says so in plain words.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const start = (...words: string[]) => spawnSync(process.execPath, ['test/editor/start.mjs', ...words], { encoding: 'utf8' });

suite('npm start', () => {
  test('builds, and copies the sample practice once', function () {
    const { status, stdout, stderr } = start('--prepare');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Superbill is built/);
    assert.match(stdout, /sample practice/);
    const practice = path.join('out', 'practice');
    assert.ok(readdirSync(path.join(practice, 'encounters')).some((name) => name.endsWith('.encounter')));
    assert.ok(existsSync('dist/extension.js') && existsSync('dist/server.js') && existsSync('dist/superbill.js'));
  });

  test('a folder that is not there is a sentence, not a stack', () => {
    const { status, stderr } = start('--prepare', '--folder', 'no-such-folder');
    assert.equal(status, 1);
    assert.match(stderr, /There is no folder .*no-such-folder/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  test('a wrong port is refused with the usage', () => {
    const { status, stderr } = start('--port', 'eighty');
    assert.equal(status, 1);
    assert.match(stderr, /--port eighty is not a port number/);
    assert.match(stderr, /npm start --/);
  });
});
