// The road of examples/README.md: its commands are run in a copy of the sample practice, and what they print stands below them.
// `UPDATE=1` writes it anew.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtProgram, cleanUp, environment, folder, samplePractice } from './kit';

const PAGE = path.join('examples', 'README.md');

/** What a command prints, both ways out in the order in which they come. */
function shell(at: string, command: string, bin: string): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...environment(), PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
    execFile('sh', ['-c', `${command} 2>&1`], { cwd: at, env }, (_, out) => resolve(out));
  });
}

/** The page with the output of every command below it. */
async function played(page: string): Promise<string> {
  const at = samplePractice(),
    bin = folder();
  const script = path.join(bin, 'superbill');
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" "${builtProgram()}" "$@"\n`);
  chmodSync(script, 0o755);
  const lines: string[] = [];
  let inside = false;
  for (const line of page.split('\n')) {
    if (line.startsWith('```')) inside = line === '```console';
    if (!inside || line.startsWith('```')) lines.push(line);
    else if (line.startsWith('$ ')) {
      if (!lines.at(-1)?.startsWith('```') && lines.at(-1) !== '') lines.push('');
      lines.push(line, ...(await shell(at, line.slice(2), bin)).split('\n').slice(0, -1));
    }
  }
  return lines.join('\n');
}

suite('the road in a terminal', function () {
  teardown(cleanUp);

  test('prints what the page says', async function () {
    if (process.platform === 'win32') {
      console.log('skipped: the page is for a shell that Windows does not have');
      this.skip();
    }
    const page = readFileSync(PAGE, 'utf8');
    const now = await played(page);
    if (process.env.UPDATE) writeFileSync(PAGE, now);
    else assert.deepEqual(page.split('\n'), now.split('\n'));
    for (const step of ['rejected', 'Corrected since', 'denied', 'replaces', 'paid', 'nothing is left'])
      assert.ok(now.includes(step), `the road shows: ${step}`);
  });
});
