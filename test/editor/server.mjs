// Serves VS Code to a browser on this machine, and ends everything that it started.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sentence } from './say.mjs';

/** A quiet VS Code: nothing that talks to the network, asks a question or covers the text. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Starts a server. `data` is its folder for state and settings, `extensions` the folder of installed extensions.
 * `tests` lets a page load an extension under test, `trust: false` starts folders in Restricted Mode, `brief` ends the
 * server by itself when it is left alone, `keepSettings` leaves settings of an earlier time as they are.
 * Gives `{ port, address(folder, payload), saveSettings(chosen), stop() }`.
 */
export async function serve(
  host,
  { data, extensions, port = 0, settings = {}, tests = false, trust = true, brief = true, keepSettings = false, env = {} },
) {
  /** Writes the user's settings; a running VS Code takes them up at once. */
  const saveSettings = (chosen) => {
    for (const kind of ['Machine', 'User']) {
      const folder = path.join(data, 'data', kind);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings, ...chosen }, null, 2));
    }
  };
  if (!keepSettings || !existsSync(path.join(data, 'data', 'User', 'settings.json'))) saveSettings({});
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--telemetry-level',
      'off',
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(tests ? ['--enable-smoke-test-driver'] : []),
      ...(brief ? ['--enable-remote-auto-shutdown'] : []),
    ],
    {
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env },
    },
  );
  const endNow = () => endGroup(child, 'SIGKILL');
  process.once('exit', endNow);
  const stop = async () => {
    await endGently(child);
    process.off('exit', endNow);
  };
  const actual = await listeningPort(child);
  return {
    port: actual,
    child,
    saveSettings,
    stop,
    address: (folder, payload) =>
      `http://127.0.0.1:${actual}/?folder=${encodeURIComponent(urlPath(folder)).replaceAll('%2F', '/')}` +
      (payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''),
    remote: (file) => `vscode-remote://127.0.0.1:${actual}${urlPath(file)}`,
  };
}

/** Installs a packaged extension into a folder of extensions. */
export async function installExtension(host, vsix, { data, extensions }) {
  const child = spawn(
    host.node,
    [
      host.serverMain,
      '--install-extension',
      vsix,
      '--force',
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTENSIONS_GALLERY: '{}' } },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`VS Code refused the extension (code ${code}):\n${output}`);
}

function urlPath(file) {
  return decodeURIComponent(pathToFileURL(file).pathname);
}

function listeningPort(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = () => {
      endGroup(child, 'SIGKILL');
      const busy = /EADDRINUSE/.test(output);
      reject(
        busy
          ? sentence('That port is taken by another program. Choose another one: `npm start -- --port 8500`.')
          : new Error(`VS Code did not start. It said:\n${output}`),
      );
    };
    const timer = setTimeout(fail, 60_000);
    child.once('exit', fail);
    const read = (text) => {
      output += text;
      const found = /agent listening on (\d+)/.exec(output);
      if (!found) return;
      clearTimeout(timer);
      child.off('exit', fail);
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume();
      resolve(Number(found[1]));
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', read);
  });
}

/** Extension hosts are children of the server: the whole group is ended, or they stay behind. */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function endGently(child) {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const gone = ended ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
  endGroup(child, 'SIGTERM');
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
  endGroup(child, 'SIGKILL');
}
