// How fast a large batch of claims is checked: read, guide (SNIP types 1 and 2), all rules; and how much memory that takes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkX12Document } from '../../../server/features/x12/check';
import { visit837 } from '../../../server/model/lower-837';
import type { Source } from '../../../server/model/value';
import { checkX12Claims } from '../../../server/rules/run';
import { readX12 } from '../../../server/syntax/x12/read';
import { validate } from '../../../server/syntax/x12/validate';
import { x12World } from '../../rules/x12/kit';

const GENERATOR = path.join(process.cwd(), '..', 'shared', 'tools', 'gen837.mjs');

export default async function run(): Promise<void> {
  if (!existsSync(GENERATOR)) {
    console.log('skipped: ../shared/tools/gen837.mjs is not on this machine');
    return;
  }
  speed();
  memory();
}

/** 10,000 claims of four lines. */
function speed(): void {
  const text = batch(10_000);
  const source: Source = { uri: 'file:///batch.837', text, language: 'x12' };
  const document = readX12(text);
  const world = { ...x12World(), settings: { rules: SAID_OF_ALL, payers: {} } };
  const megabytes = text.length / 1e6;
  const rate = (what: string, work: () => unknown): void => {
    const { processor, clock } = fastest(work);
    const perSecond = (megabytes / (processor / 1000)).toFixed(0).padStart(4);
    console.log(`${what.padEnd(38)} ${perSecond} MB/s  ${processor.toFixed(0).padStart(5)} ms, ${clock.toFixed(0)} on the clock`);
  };
  const { length } = checkX12Document(document, source, world);
  console.log(`file ${megabytes.toFixed(1)} MB, ${document.segments.count} segments, ${length} findings`);
  // First: what follows asks for parts of it in other ways, to which the compiler has to adapt.
  rate('everything, aim: 20', () => checkX12Document(readX12(text), source, world));
  rate('read, aim: 50', () => readX12(text));
  rate('guide (SNIP 1 and 2)', () => validate(document));
  rate('claims read for rules', () => visit837(document, source, { claim: () => undefined }));
  rate('all rules (SNIP 3 to 7)', () => checkX12Claims(document, source, world));
}

/** So often the command line is run for each size: one run differs from the next by some megabytes. */
const RUNS = 3;

/** The command line over files of one size and of ten times that size. */
function memory(): void {
  const sizes: number[] = [];
  for (const claims of [10_000, 100_000]) {
    inFile(claims, (file) => {
      const most = Array.from({ length: RUNS }, () => memoryOfCheck(file)).sort((a, b) => a - b);
      sizes.push(most[1]);
      console.log(
        `superbill check ${(statSync(file).size / 1e6).toFixed(0).padStart(3)} MB                    ${most[1].toFixed(0).padStart(4)} MB in memory at most (aim: 150; the middle of ${most.map((one) => one.toFixed(0)).join(', ')})`,
      );
    });
  }
  console.log(`ten times the file takes ${((sizes[1] / sizes[0] - 1) * 100).toFixed(0)} % more memory (aim: 10)`);
}

/** Megabytes at most. */
function memoryOfCheck(file: string): number {
  const program = path.resolve('dist', 'superbill.js');
  const atEnd = path.join(path.dirname(file), 'at-end.cjs');
  writeFileSync(atEnd, "process.on('exit', () => console.error(process.resourceUsage().maxRSS));");
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', atEnd, program, 'check', file], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (!/^1 file, /m.test(stdout)) throw new Error(`the file was not checked: ${stderr}`);
  return Number(stderr.trim().split('\n').at(-1)) / 1024;
}

/** Of every claim of these batches these say the same; without them it is judged to its end, for nobody reads 10,000 findings. */
const SAID_OF_ALL = { 'diagnosis/unused-diagnosis': 'off', 'x12/invalid-name': 'off' } as const;

function batch(claims: number): string {
  return inFile(claims, (file) => readFileSync(file, 'utf8'));
}

function inFile<T>(claims: number, use: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'superbill-x12-'));
  try {
    const file = path.join(folder, 'batch.837');
    spawnSync(process.execPath, [GENERATOR, String(claims), '4', file]);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The compiler goes on for some twenty runs. */
const TIMES = 25;

/**
 * The shortest of some runs in milliseconds. Of processor time, in which other work on the machine counts little, but threads that compile
 * and collect beside it do; and on the clock.
 */
function fastest(work: () => unknown): { readonly processor: number; readonly clock: number } {
  let processor = Infinity,
    clock = Infinity;
  for (let i = 0; i < TIMES; i += 1) {
    const before = process.cpuUsage(),
      start = performance.now();
    work();
    clock = Math.min(clock, performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor = Math.min(processor, (user + system) / 1000);
  }
  return { processor, clock };
}
