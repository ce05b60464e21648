// The door through which VS Code runs the suites beside this file, inside its extension host.
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Runs every suite of this folder; the results go to the file that SUPERBILL_RESULTS names. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  if (!process.env['SUPERBILL_RESULTS']) {
    throw new Error('SUPERBILL_RESULTS names no file: start these suites with `node test/run.mjs host`.');
  }
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, reporter: path.resolve(__dirname, '..', '..', 'test', 'reporter.mjs') });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
