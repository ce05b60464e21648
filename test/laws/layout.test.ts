// Law about layout: sources stand as `npm run format` lays them out.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

suite('laws: layout', () => {
  test('sources are laid out by the formatter: npm run format', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout + stderr);
  });
});
