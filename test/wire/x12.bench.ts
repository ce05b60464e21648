// How long a person waits in a large X12 file: findings after a key, and hover while the whole file is checked.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Position } from 'vscode-languageserver-types';
import { LineIndex } from '../../server/features/positions';
import { SERVER, startClient, stopAll } from './client';

const GENERATOR = path.join(process.cwd(), '..', 'shared', 'tools', 'gen837.mjs');
const KEYS = 200,
  WARM = 20;

export default async function run(): Promise<void> {
  if (!existsSync(GENERATOR)) {
    console.log('skipped: ../shared/tools/gen837.mjs is not on this machine');
    return;
  }
  try {
    await measure('5.8 MB', batch(10_000), KEYS);
    await measure('10 MB in one line', batch(18_500).replaceAll('\n', ''), 50);
    await measure('100 MB', batch(175_000), 10);
  } finally {
    await stopAll();
  }
}

async function measure(name: string, text: string, keys: number): Promise<void> {
  const client = startClient({ program: SERVER });
  await client.initialized;
  const uri = 'file:///batch.837';
  // What is measured is the server: places are looked for before, and this editor does not write the text anew with each key.
  const places = placesIn(text, 1000);
  let version = 1;
  const key = (place: Position, sign: string) =>
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: (version += 1) },
      contentChanges: [{ range: { start: place, end: { line: place.line, character: place.character + 1 } }, text: sign }],
    });
  const start = performance.now();
  await client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'x12', version, text } });
  const opened = await timed(() => client.at('textDocument/hover', uri, places[0]));
  const checked = client.pull(uri);
  let done = false;
  void checked.then(() => {
    done = true;
  });
  const hovers: number[] = [];
  while (!done) hovers.push(await timed(() => client.at('textDocument/hover', uri, places[hovers.length % places.length])));
  const found = (await checked).length;
  const first = performance.now() - start;
  console.log(`${name}: first hover ${opened.toFixed(0)} ms and first findings ${first.toFixed(0)} ms after it was opened, ${found} shown`);
  line('  hover while the file is checked', hovers, 'aim: within 50 ms');
  const times: number[] = [],
    after: number[] = [];
  for (let n = 0; n < keys + WARM; n += 1) {
    const place = places[n];
    const time = await timed(async () => {
      await key(place, String(n % 10));
      await client.pull(uri);
    });
    if (n >= WARM || keys < WARM) times.push(time);
    if (n % 4 === 0) {
      await key(place, '5');
      after.push(await timed(() => client.at('textDocument/hover', uri, place)));
    }
  }
  line('  key to findings', times, 'aim: p99 within 50 ms; the way there and back is in it');
  line('  first hover after a key', after, 'aim: within 50 ms');
  await client.stop();
}

/** Places inside of amounts, spread over the file. */
function placesIn(text: string, count: number): Position[] {
  const lines = new LineIndex(text);
  return Array.from({ length: count }, (_, n) => lines.position(text.indexOf('SV1*', ((n + 1) * 7_919_777) % (text.length - 10_000)) + 14));
}

async function timed<T>(work: () => Promise<T>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function line(name: string, times: readonly number[], target: string): void {
  const sorted = [...times].sort((a, b) => a - b);
  const within = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
  console.log(
    `${name.padEnd(40)} p50 ${within(0.5).padStart(9)}   p99 ${within(0.99).padStart(9)}   max ${within(1).padStart(9)}   (${target})`,
  );
}

function batch(claims: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'superbill-x12-'));
  const file = path.join(folder, 'batch.837');
  spawnSync(process.execPath, [GENERATOR, String(claims), '4', file]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}
