// How fast a large batch of claims is checked: read, guide (SNIP types 1 and 2), all rules; and how much memory that takes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkX12Document } from '../../../server/features/check-x12';
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
  const world = x12World();
  const megabytes = text.length / 1e6;
  const rate = (what: string, work: () => unknown): void => {
    const milliseconds = fastest(work);
    console.log(`${what.padEnd(38)} ${(megabytes / (milliseconds / 1000)).toFixed(0).padStart(4)} MB/s  ${milliseconds.toFixed(0).padStart(5)} ms`);
  };
  console.log(`file ${megabytes.toFixed(1)} MB, ${document.segments.count} segments`);
  rate('read', () => readX12(text));
  rate('guide (SNIP 1 and 2)', () => validate(document));
  rate('claims read for rules', () => visit837(document, source, { claim: () => undefined }));
  rate('all rules (SNIP 3 to 7)', () => checkX12Claims(document, source, world));
  rate('everything', () => checkX12Document(readX12(text), source, world));
}

function memory(): void {
  for (const claims of [2_000, 20_000]) {
    const text = batch(claims);
    const source: Source = { uri: 'file:///batch.837', text, language: 'x12' };
    const world = x12World();
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const found = checkX12Claims(readX12(text), source, world);
    globalThis.gc?.();
    const kept = (process.memoryUsage().heapUsed - before) / 1e6;
    console.log(`${claims} claims, ${(text.length / 1e6).toFixed(1)} MB: ${kept.toFixed(1)} MB kept with ${found.length} findings${globalThis.gc ? '' : ' (garbage included)'}`);
  }
}

function batch(claims: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'superbill-x12-'));
  const file = path.join(folder, 'batch.837');
  spawnSync(process.execPath, [GENERATOR, String(claims), '4', file]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}

/** The shortest of some runs, in milliseconds of processor time: other work on the machine counts little. */
function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < 9; i += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
