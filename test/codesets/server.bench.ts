// The promise of the server with everything imported: how soon it is ready, what it holds in memory, how fast it completes.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-jsonrpc/node';
import { whyNoOfficial } from './official';
import { everydayQueries, unseenQueries } from './search-evaluation';

const RELEASES = [
  'icd10cm/fy2024-code-descriptions.zip',
  'icd10cm/fy2025-code-descriptions.zip',
  'icd10cm/fy2026-code-descriptions.zip',
  'icd10cm/fy2027-derived-order.zip',
  'icd10pcs/fy2026-pcs-order.zip',
  'hcpcs/2019-alpha-numeric-hcpcs-file.zip',
  'hcpcs/2020-oct-anweb.xlsx',
];
/** Beside the codes of the promise: notes, indexes and lists that payers check. */
const BESIDE = ['icd10cm/fy2021-tabular.zip', 'icd10cm/fy2022-eindex-drug-neoplasm.zip', 'icd10cm/fy2026-poa-exempt.zip'];
const STARTS = 9;
const PROGRAM = path.resolve(process.env.SUPERBILL_SERVER ?? 'dist/server.js');
const COMMAND_LINE = path.resolve('dist/superbill.js');

const within = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const ms = (time: number): string => `${time.toFixed(1)} ms`;
const mb = (kilobytes: number): string => `${(kilobytes / 1024).toFixed(0)} MB`;

export default async function run(): Promise<void> {
  const why = whyNoOfficial() ?? (existsSync(PROGRAM) ? undefined : 'skipped: the server is not built');
  if (why) {
    console.log(`server with everything imported: ${why}`);
    return;
  }
  const home = path.resolve('out', `bench-home-${process.pid}`);
  try {
    importAll(home, RELEASES);
    await measure(home, 'FY2024-FY2027, PCS and HCPCS');
    importAll(home, BESIDE);
    await measure(home, 'the same with notes and indexes');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Imports by the command line, as a person does; the time has the start of the program in it. */
function importAll(home: string, releases: readonly string[]): void {
  for (const release of releases) {
    const start = performance.now();
    const file = path.resolve('..', 'shared', 'data', release);
    const { status, stderr } = spawnSync(process.execPath, [COMMAND_LINE, 'codes', 'import', file], {
      encoding: 'utf8',
      env: { ...process.env, SUPERBILL_HOME: home },
    });
    if (status !== 0) throw new Error(stderr);
    console.log(`${`import of ${path.basename(release)}`.padEnd(52)} ${ms(performance.now() - start)}   (aim: 5 s a year)`);
  }
}

async function measure(home: string, what: string): Promise<void> {
  const ready: number[] = [];
  const answered: number[] = [];
  const first: number[] = [];
  const worked: number[] = [];
  const completions: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const began = performance.now();
    const server = begin(home);
    await server.initialized;
    ready.push(performance.now() - began);
    await server.complete('htn', '2026-11-02');
    answered.push(performance.now() - began);
    first.push(server.memory());
    if (start < 3) {
      for (const { query } of [...everydayQueries.slice(0, 200), ...unseenQueries])
        completions.push(await server.complete(query, '2026-11-02'));
      for (const year of ['2023', '2024', '2025']) await server.complete('htn', `${year}-11-02`);
      worked.push(server.memory());
    }
    server.end();
  }
  console.log(`\n${what}: medians of ${STARTS} starts`);
  console.log(
    `  start to ready                        ${ms(within(ready, 0.5))}   (aim: 150 ms; best ${ms(Math.min(...ready))}, worst ${ms(Math.max(...ready))}; an empty program takes ${ms(emptyProgram())} on this machine now)`,
  );
  console.log(`  start to the first completion         ${ms(within(answered, 0.5))}`);
  console.log(`  memory after the first completion     ${mb(within(first, 0.5))}   (aim: 120 MB; node alone holds ${mb(bareNode())})`);
  console.log(`  memory after ${String(completions.length / worked.length).padEnd(4)} completions, all years ${mb(within(worked, 0.5))}`);
  console.log(
    `  completion in the server, with the way there and back: p50 ${ms(within(completions, 0.5))}  p99 ${ms(within(completions, 0.99))}  (${completions.length} completions)\n`,
  );
}

interface Server {
  readonly initialized: Promise<unknown>;
  /** Completes a diagnosis of some words; how long it took in milliseconds. */
  complete(words: string, date: string): Promise<number>;
  /** Resident memory in kilobytes. */
  memory(): number;
  end(): void;
}

function begin(home: string): Server {
  const server = spawn(process.execPath, [PROGRAM, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, SUPERBILL_HOME: home },
  });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest(() => null);
  connection.listen();
  const uri = 'untitled:bench';
  let version = 0;
  const initialized = connection
    .sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { completion: {}, diagnostic: {} } },
      initializationOptions: { today: '2026-11-21' },
    })
    .then((result) => connection.sendNotification('initialized', {}).then(() => result));
  return {
    initialized,
    async complete(words, date) {
      const text = `encounter E1\n  date  ${date}\n  diagnoses\n    A  ${words}`;
      await connection.sendNotification(
        version === 0 ? 'textDocument/didOpen' : 'textDocument/didChange',
        version++ === 0
          ? { textDocument: { uri, languageId: 'superbill', version, text } }
          : { textDocument: { uri, version }, contentChanges: [{ text }] },
      );
      const start = performance.now();
      await connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line: 3, character: 7 + words.length },
      });
      return performance.now() - start;
    },
    memory: () => residentOf(server),
    end() {
      connection.dispose();
      server.kill();
    },
  };
}

function residentOf({ pid }: ChildProcess): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** How long Node alone takes to start and end: what a busy or slow machine makes of every figure here. */
function emptyProgram(): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - start;
  });
  return within(times, 0.5);
}

function bareNode(): number {
  return Number(execFileSync(process.execPath, ['-e', 'console.log(process.memoryUsage().rss / 1024)'], { encoding: 'utf8' }));
}
