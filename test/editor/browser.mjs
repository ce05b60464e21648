// Finds the Chromium that shows VS Code to the tests, and installs one where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sayError, sayer, seconds, sentence } from './say.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const remedy =
  'Install Chromium or Google Chrome (Debian and Ubuntu: `sudo apt-get install chromium`; ' +
  'macOS: `brew install --cask google-chrome`), or name one: `CHROME_PATH=/path/to/chrome npm test`.';

/** The path of a Chromium; installs one on Debian when we are root; else says what to do. */
export function ensureBrowser(say) {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen)) throw sentence(`CHROME_PATH names ${chosen}, and there is no such file. ${remedy}`);
  const found = chosen ?? findBrowser();
  if (found) return found;
  if (!canInstall()) throw sentence(`The editor tests need a Chromium browser and none was found. ${remedy}`);
  installChromium(say);
  const installed = findBrowser();
  if (!installed) throw sentence(`apt-get ended well, and still there is no Chromium. ${remedy}`);
  return installed;
}

/** A Chromium on this machine, or undefined. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return [...onPath, ...applications].find((file) => existsSync(file));
}

/** Starts the browser headless: `await launchBrowser(host, say)` gives playwright's browser. */
export async function launchBrowser(host, say) {
  const executablePath = ensureBrowser(say);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    return await host.playwright.chromium.launch({
      executablePath,
      args: [
        ...sandbox,
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--force-color-profile=srgb',
        // Nothing leaves this machine: every other name is unknown to this browser.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
  } catch (error) {
    throw sentence(`${executablePath} could not be started headless:\n${error.message}\n${remedy}`);
  }
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installChromium(say) {
  const start = performance.now();
  say('There is no Chromium on this machine: installing it with apt-get (about a minute)');
  for (const words of [
    ['update', '-q'],
    ['install', '-y', '-q', 'chromium'],
  ]) {
    const result = spawnSync('apt-get', words, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (result.status !== 0) {
      const said = (result.stderr || String(result.error ?? '')).trim();
      throw sentence(`apt-get ${words[0]} failed, so Chromium is missing. It said:\n${said}\n${remedy}`);
    }
  }
  say(`Chromium is installed (${seconds(performance.now() - start)})`);
}

// `node test/editor/browser.mjs` installs the browser where that can be done, and says which one is used.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const say = sayer();
  try {
    say(`The editor tests use ${ensureBrowser(say)}`);
  } catch (error) {
    sayError(error);
    process.exitCode = 1;
  }
}
