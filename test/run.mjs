// The one test runner: `node test/run.mjs [unit|wire|host|visible|bench|all]`. Each stage says what it does and how long it takes.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './editor/browser.mjs';
import { ensureHost } from './editor/host.mjs';
import { runDesktopTests, runHostTests } from './editor/run-host-tests.mjs';
import { sayError, sayer, seconds } from './editor/say.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));

const choices = ['unit', 'wire', 'host', 'visible', 'bench', 'all'];
const choice = process.argv[2] ?? 'all';
if (!choices.includes(choice)) {
  console.error(`There is no part "${choice}". Choose one of: ${choices.join(', ')}.`);
  process.exit(2);
}
const wants = (...parts) => (choice === 'all' ? !parts.includes('bench') : parts.includes(choice));

const say = sayer();
// What somebody imported on this machine must not change what the tests see.
process.env.SUPERBILL_HOME = path.resolve('out', 'home');
/** Milliseconds without a word after which a stage counts as stuck, however slow the machine. */
const longestSilence = 20 * 60_000;
const totals = { passed: 0, failed: 0, skipped: 0 };
const reasons = [];
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(1);
  });
}

const built = await check('Building the extension, the language server and the command line', ['esbuild.mjs']);
await check('Checking types', [bin('typescript', 'tsc'), '--noEmit']);
if (existsSync('test/kit/generate.ts')) {
  const remedy = 'Write them again with `npm run generate`.';
  await check('Checking that generated files are current', ['esbuild.mjs', '--generate', '--', '--check'], remedy);
}
const testsBuilt = await check('Building the tests', ['esbuild.mjs', '--tests']);

if (testsBuilt) {
  const all = filesBelow('out/test', '.test.mjs');
  const isWire = (file) => file.startsWith(path.join('out', 'test', 'wire') + path.sep);
  if (wants('unit'))
    await mochaStage(
      'unit',
      'Unit tests',
      all.filter((file) => !isWire(file)),
    );
  if (wants('wire')) await mochaStage('wire', 'Tests over real connections', all.filter(isWire));
  if (wants('bench')) for (const file of filesBelow('out/test', '.bench.cjs')) await bench(file);
}
if (wants('host', 'visible')) await editorStages();

if (reasons.length > 0) {
  console.log('\nSkipped, and why:');
  for (const [reason, count] of countEqual(reasons)) console.log(`  ${reason}${count > 1 ? ` (${count} tests)` : ''}`);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** The stages that need a VS Code: where it or the browser cannot be had, they are skipped and say why; on CI that is a failure. */
async function editorStages() {
  if (!built || !testsBuilt) {
    skip('the editor tests need a build, and it failed');
    return;
  }
  try {
    await ensureHost(say);
    ensureBrowser(say);
  } catch (error) {
    sayError(error);
    if (process.env.CI || !error.sentence) totals.failed += 1;
    else skip(error.message.split('\n')[0]);
    return;
  }
  if (wants('host')) {
    await hostStage('Tests inside the extension host', runHostTests);
    await hostStage('The same tests in a desktop VS Code', runDesktopTests);
  }
  if (wants('visible')) {
    const files = filesBelow('test/editor/visible', '.test.mjs');
    await mochaStage('visible', 'Tests in the visible editor', files, ['--require', './test/editor/visible.mjs']);
  }
}

/** A step without tests of its own; only a failure counts. */
async function check(what, words, remedy = '') {
  const start = performance.now();
  const output = [];
  const code = await runNode(words, { onLine: (line) => output.push(line) });
  say(`${what}: ${code === 0 ? 'done' : 'FAILED'} (${seconds(performance.now() - start)})`);
  if (code === 0) return true;
  console.error([...output, remedy].filter(Boolean).join('\n'));
  totals.failed += 1;
  return false;
}

async function mochaStage(name, what, files, more = []) {
  if (files.length === 0) {
    say(`${what}: there are none yet`);
    return;
  }
  const start = performance.now();
  const results = path.resolve('test', 'out', `results-${name}.json`);
  rmSync(results, { force: true });
  say(`${what} (${files.length} ${files.length === 1 ? 'file' : 'files'})`);
  const reporting = ['--reporter', './test/reporter.mjs', '--reporter-option', 'patience=15000'];
  const code = await runNode([bin('mocha', 'mocha'), ...reporting, ...more, ...files], {
    env: { SUPERBILL_RESULTS: results },
    onLine: (line) => console.log(line),
  });
  const { passed, failures, skipped } = existsSync(results)
    ? JSON.parse(readFileSync(results, 'utf8'))
    : { passed: 0, failures: [{ title: `${what} ended with code ${code} before they were done` }], skipped: [] };
  count(what, start, passed, failures.length, skipped);
  // Mocha can fail outside of any test, for example in a file that cannot be loaded.
  if (code !== 0 && failures.length === 0) totals.failed += 1;
}

async function hostStage(what, run) {
  const start = performance.now();
  say(what);
  try {
    const { results, skipped } = await run({ say });
    if (skipped) {
      skip(skipped);
      return;
    }
    for (const { title, stack, message } of results.failures) console.log(`    ✗ ${title}\n${indent(stack ?? message)}`);
    count(what, start, results.passed, results.failures.length, results.skipped);
  } catch (error) {
    sayError(error);
    totals.failed += 1;
  }
}

/** One measurement in a process of its own. It is started from a file: libraries start threads with what a program was started with. */
async function bench(file) {
  const start = performance.now();
  say(path.relative(path.join('out', 'test'), file).replace(/\.bench\.cjs$/, ''));
  const code = await runNode(['--enable-source-maps', '--expose-gc', 'test/kit/run-bench.mjs', file], {
    onLine: (line) => console.log(`    ${line}`),
  });
  say(`  ${code === 0 ? 'done' : 'FAILED'} (${seconds(performance.now() - start)})`);
  totals[code === 0 ? 'passed' : 'failed'] += 1;
}

function count(what, start, passed, failed, skipped) {
  totals.passed += passed;
  totals.failed += failed;
  say(`${what}: ${passed} passed, ${failed} failed, ${skipped.length} skipped (${seconds(performance.now() - start)})`);
  for (const { title, reason } of skipped) skip(reason ?? `${title}: gives no reason; say it with console.log('skipped: why')`);
}

function skip(reason) {
  totals.skipped += 1;
  reasons.push(reason);
}

/** Runs Node on a script in a process group of its own, line by line; gives its exit code. */
function runNode(words, { env = {}, onLine }) {
  const child = spawn(process.execPath, words, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      timer.refresh();
      lines.forEach((line) => onLine(line));
    });
    stream.on('end', () => {
      if (rest) onLine(rest);
    });
  }
  const timer = setTimeout(() => {
    onLine(`This said nothing for ${longestSilence / 60_000} minutes and was ended.`);
    endGroup(child);
  }, longestSilence);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

function endGroup(child) {
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGTERM');
}

/** The script behind a package's command. */
function bin(name, command) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin: commands } = JSON.parse(readFileSync(manifest, 'utf8'));
  return path.join(path.dirname(manifest), typeof commands === 'string' ? commands : commands[command]);
}

function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith(ending))
    .sort();
}

function countEqual(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function indent(text) {
  return text.replace(/^/gm, '        ');
}
