// Runs the suites of test/editor/host inside a real extension host, and gives mocha's results.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { ensureHost, projectFolder } from './host.mjs';
import { sayError, sayer, seconds } from './say.mjs';
import { copyExamples, scratchFolder } from './scratch.mjs';
import { serve } from './server.mjs';

/** Milliseconds without a word of the tests after which they count as stuck. */
const longestSilence = 300_000;
const suites = path.join(projectFolder, 'out', 'host', 'index.js');
const pictures = path.join(projectFolder, 'test', 'out');

/** Runs the suites in VS Code served to a headless browser: `{ results }`, as test/reporter.mjs writes them. */
export async function runHostTests({ say, extension = projectFolder }) {
  const host = await ensureHost(say);
  const { folder, remove } = scratchFolder();
  const workspace = path.join(folder, 'practice');
  const resultsFile = path.join(folder, 'results.json');
  copyExamples(workspace);
  const lines = [];
  let server;
  let browser;
  try {
    const start = performance.now();
    [server, browser] = await Promise.all([
      serve(host, {
        data: path.join(folder, 'data'),
        extensions: path.join(folder, 'extensions'),
        tests: true,
        // In a browser VS Code would save by itself, in the middle of what a test does.
        settings: { 'files.autoSave': 'off' },
        env: { SUPERBILL_RESULTS: resultsFile, SUPERBILL_HOME: path.join(folder, 'home') },
      }),
      launchBrowser(host, say),
    ]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(longestSilence);
    const ended = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    const silence = limit();
    await page.exposeFunction('codeAutomationLog', (_kind, words) => {
      silence.refresh();
      lines.push(words.join(' '));
    });
    const serverGone = new Promise((resolve) => {
      server.child.once('exit', () => resolve('VS Code ended by itself'));
    });
    await page.goto(
      server.address(workspace, [
        ['extensionDevelopmentPath', server.remote(extension)],
        ['extensionTestsPath', server.remote(suites)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    say(`VS Code is open (${seconds(performance.now() - start)})`);
    const outcome = await Promise.race([ended, serverGone, silence.reached]);
    if (!existsSync(resultsFile)) {
      mkdirSync(pictures, { recursive: true });
      const picture = path.join(pictures, 'host-tests.png');
      await page.screenshot({ path: picture });
      const where = path.relative(projectFolder, picture);
      throw new Error(`The extension host gave no results (${outcome}); see ${where}.\n${lines.slice(-40).join('\n')}`);
    }
    return { results: JSON.parse(readFileSync(resultsFile, 'utf8')) };
  } finally {
    await browser?.close();
    await server?.stop();
    remove();
  }
}

/** The same suites in a desktop VS Code; gives `{ skipped: why }` where there is none to be had. */
export async function runDesktopTests({ say, extension = projectFolder }) {
  if (process.env.SUPERBILL_ELECTRON !== '1') {
    return { skipped: 'the desktop VS Code is tried only when asked for: SUPERBILL_ELECTRON=1 npm test' };
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { skipped: 'no desktop here: DISPLAY is not set (try `xvfb-run npm test`)' };
  }
  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  const start = performance.now();
  let executable;
  try {
    executable =
      process.env.SUPERBILL_ELECTRON_PATH ??
      (await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(projectFolder, '.vscode-test') }));
  } catch (error) {
    return { skipped: `a desktop VS Code could not be downloaded: ${error.message}` };
  }
  say(`Desktop VS Code is here (${seconds(performance.now() - start)})`);
  const { folder, remove } = scratchFolder();
  const workspace = path.join(folder, 'practice');
  const resultsFile = path.join(folder, 'results.json');
  copyExamples(workspace);
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suites,
      extensionTestsEnv: { SUPERBILL_RESULTS: resultsFile, SUPERBILL_HOME: path.join(folder, 'home') },
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
        '--user-data-dir',
        path.join(folder, 'user'),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    }).catch((error) => {
      // Failed tests end VS Code with an error too; the results tell them apart from a VS Code that did not start.
      if (!existsSync(resultsFile)) throw error;
    });
    return { results: JSON.parse(readFileSync(resultsFile, 'utf8')) };
  } finally {
    remove();
  }
}

/** What ends the wait for somebody who says nothing any more. */
function limit() {
  let timer;
  const reached = new Promise((resolve) => {
    timer = setTimeout(() => resolve(`nothing heard for ${longestSilence / 60_000} minutes`), longestSilence).unref();
  });
  return { reached, refresh: () => timer.refresh() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { results } = await runHostTests({ say: sayer(), extension: process.argv[2] && path.resolve(process.argv[2]) });
    console.log(JSON.stringify(results, null, 2));
    process.exitCode = results.failures.length > 0 ? 1 : 0;
  } catch (error) {
    sayError(error);
    process.exitCode = 1;
  }
}
