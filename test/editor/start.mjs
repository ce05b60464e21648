// `npm start`: builds Superbill and opens VS Code with it on a copy of the sample practice.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureHost, projectFolder } from './host.mjs';
import { packageExtension } from './package-extension.mjs';
import { sayError, sayer, seconds, sentence } from './say.mjs';
import { copyExamples, scratchFolder } from './scratch.mjs';
import { installExtension, serve } from './server.mjs';

const usualPort = 8484;
const oldestVsCode = [1, 101];
const usage = `npm start -- [--web] [--port N] [--folder DIR] [--fresh]

  --web         VS Code in the browser, even where VS Code is installed
  --port N      the port of VS Code in the browser (${usualPort}, or a free one)
  --folder DIR  open this folder; without it, a copy of the sample practice
  --fresh       throw away your copy of the sample practice and begin with a new one`;

const say = sayer();
try {
  await start();
} catch (error) {
  sayError(error);
  process.exit(1);
}

async function start() {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return;
  }
  const folder = choosePractice(options);
  build();
  if (options.prepare) return;
  const why = options.web ? 'as you asked' : reasonAgainstDesktop();
  if (why) await openInBrowser(folder, options.port, why);
  else await openOnDesktop(folder);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        web: { type: 'boolean' },
        port: { type: 'string' },
        folder: { type: 'string' },
        fresh: { type: 'boolean' },
        prepare: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    const isPort = port === undefined || (Number.isInteger(port) && port > 0 && port < 65_536);
    if (!isPort) throw new Error(`--port ${values.port} is not a port number.`);
    return { ...values, port };
  } catch (error) {
    throw sentence(`${error.message}\n\n${usage}`);
  }
}

function build() {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectFolder, encoding: 'utf8' });
  if (status !== 0) throw sentence(`Superbill could not be built:\n${stderr}`);
  say(`Superbill is built (${seconds(performance.now() - begun)})`);
}

/** The folder to open; the samples are copied, so that practising does not change them. */
function choosePractice({ folder, fresh }) {
  if (folder) {
    const chosen = path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
    if (!existsSync(chosen)) throw sentence(`There is no folder ${chosen}.`);
    return chosen;
  }
  const practice = path.join(projectFolder, 'out', 'practice');
  if (fresh) rmSync(practice, { recursive: true, force: true });
  if (existsSync(practice)) {
    say(`Your copy of the sample practice is in ${practice} (begin anew: npm start -- --fresh)`);
  } else {
    copyExamples(practice);
    say(`The sample practice is copied to ${practice}: change what you like`);
  }
  return practice;
}

/** Why the installed VS Code is not used; undefined where it can be. */
function reasonAgainstDesktop() {
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no desktop here';
    if (process.getuid?.() === 0) return 'the installed VS Code does not run as root';
  }
  const { status, stdout } = spawnSync('code', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) return 'no `code` command is installed';
  const [major, minor] = stdout.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestVsCode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `the installed VS Code ${stdout.split('\n')[0]} is older than ${oldestVsCode.join('.')}`;
}

async function openOnDesktop(folder) {
  const words = ['--new-window', '--wait', `--extensionDevelopmentPath=${projectFolder}`, folder, ...firstEncounter(folder)];
  const windows = process.platform === 'win32';
  const child = spawn('code', windows ? words.map((word) => `"${word}"`) : words, { stdio: 'inherit', shell: windows });
  say('VS Code opens with Superbill loaded. This ends when you close its window, or with Ctrl+C.');
  await new Promise((resolve) => {
    child.once('exit', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => {
        child.kill();
        resolve();
      });
  });
}

async function openInBrowser(folder, wantedPort, why) {
  say(`VS Code is served to your browser: ${why}`);
  const host = await ensureHost(say);
  const { folder: scratch, remove } = scratchFolder();
  process.once('exit', remove);
  const data = path.join(projectFolder, '.vscode-test', 'start');
  const extensions = path.join(scratch, 'extensions');
  const vsix = path.join(scratch, 'superbill.vsix');
  await packageExtension(say, vsix);
  await installExtension(host, vsix, { data: path.join(scratch, 'data'), extensions });
  const port = wantedPort ?? ((await isFree(usualPort)) ? usualPort : 0);
  const server = await serve(host, {
    data,
    extensions,
    port,
    brief: false,
    keepSettings: true,
    settings: { 'git.enabled': true, 'git.openRepositoryInParentFolders': 'never' },
  });
  const address = server.address(
    folder,
    firstEncounter(folder).map((file) => ['openFile', server.remote(file)]),
  );
  const opened = openSystemBrowser(address);
  say(`VS Code is ready${opened ? ' and opens in your browser' : '. Open this address in a browser'}:`);
  console.log(`\n  ${server.address(folder)}\n\nCtrl+C ends it.`);
  const ended = await new Promise((resolve) => {
    server.child.once('exit', () => resolve('itself'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
  });
  await server.stop();
  if (ended === 'itself') throw sentence('VS Code ended by itself. Start it again with `npm start`.');
  say('VS Code has ended.');
  process.exit(0);
}

/** An encounter to begin with, so that the first thing on screen is not an empty window. */
function firstEncounter(folder) {
  const names = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.encounter'))
    .sort();
  return names.slice(0, 1).map((name) => path.join(folder, name));
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Opens the address in the person's browser where there is a desktop; says whether it was tried. */
function openSystemBrowser(address) {
  const openers = {
    darwin: ['open', [address]],
    win32: ['cmd', ['/c', 'start', '""', address.replaceAll('&', '^&')]],
    linux: ['xdg-open', [address]],
  };
  const [command, words] = openers[process.platform] ?? [];
  if (!command || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return false;
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.once('error', () => say('Your browser could not be opened: open the address by hand.'));
  child.unref();
  return true;
}
