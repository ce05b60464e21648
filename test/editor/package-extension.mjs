// Packages the extension as users get it: one VSIX file, built code only.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectFolder } from './host.mjs';
import { seconds } from './say.mjs';

/** Writes the VSIX of a folder; the packager's own report is kept back unless it fails. */
export async function packageExtension(say, file, folder = projectFolder) {
  const start = performance.now();
  const packager = path.join(path.dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
  const child = spawn(
    process.execPath,
    [
      packager,
      'package',
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--allow-missing-repository',
      '--skip-license',
      '--allow-unused-files-pattern',
      '--out',
      file,
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
  say(`Extension is packaged (${seconds(performance.now() - start)})`);
}
