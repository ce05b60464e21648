// How fast X12 is read, followed and validated: figures for the large batch of invented claims.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveLoops } from '../../../server/syntax/x12/loops';
import { readX12 } from '../../../server/syntax/x12/read';
import { validateStream } from '../../../server/syntax/x12/stream';
import { validate } from '../../../server/syntax/x12/validate';

const GENERATOR = path.join(process.cwd(), '..', 'shared', 'tools', 'gen837.mjs');

export default async function run(): Promise<void> {
  if (!existsSync(GENERATOR)) {
    console.log('skipped: ../shared/tools/gen837.mjs is not on this machine');
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'superbill-x12-'));
  const file = path.join(folder, 'batch.837');
  spawnSync(process.execPath, [GENERATOR, '10000', '4', file]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  const megabytes = text.length / 1e6;
  const document = readX12(text);
  const findings = validate(document);
  const rate = (work: () => unknown): string => `${(megabytes / (fastest(work) / 1000)).toFixed(0)} MB/s`;
  console.log(`file ${megabytes.toFixed(1)} MB, ${document.segments.count} segments, ${findings.length} findings`);
  console.log(`bare loop ${rate(() => bareLoop(text))}  (each character looked at once)`);
  console.log(`read      ${rate(() => readX12(text))}`);
  console.log(`validate  ${rate(() => validate(document))}  (SNIP types 1 and 2)`);
  console.log(
    `loops     ${rate(() =>
      document.interchanges.forEach((each) =>
        each.groups.forEach((group) => group.transactions.forEach((transaction) => resolveLoops(document, transaction))),
      ),
    )}`,
  );
  console.log(
    `stream    ${rate(() => {
      const stream = validateStream(() => undefined);
      for (let at = 0; at < text.length; at += 65_536) stream.push(text.slice(at, at + 65_536));
      stream.end();
    })}  (read and validated in pieces of 64 KB)`,
  );
}

/** The shortest of some runs, in milliseconds of processor time: other work on the machine counts little. */
function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < 9; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Looks at every character once and does nothing else: what this machine can do at most. */
function bareLoop(text: string): number {
  let stars = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 42) stars++;
  return stars;
}
