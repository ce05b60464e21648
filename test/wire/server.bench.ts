// How long a person waits: start to the first completion, a completion, and findings after a key in a document of 2,000 lines.
import { spawn } from 'node:child_process';
import type { CompletionList } from 'vscode-languageserver-types';
import { type Client, SERVER, SUPERBILL, addressIn, practiceFolder, startClient, stopAll } from './client';
import { longDocument } from './long-document';

const LINES = 2000,
  KEYS = 300,
  STARTS = 5;
const WORDS = [
  'htn',
  'knee oa right',
  'diab hyperg',
  'low back pain',
  'afib',
  'migraine aura',
  'strep throat',
  'M17.1',
  'E11',
  'copd exac',
  'broken wrist',
  'depresion',
  'uti',
  'cough',
];

function within(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
}

function line(name: string, times: readonly number[], target: string): void {
  console.log(
    `${name.padEnd(52)} p50 ${within(times, 0.5).padStart(9)}   p99 ${within(times, 0.99).padStart(9)}   max ${within(times, 1).padStart(9)}   (${target})`,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export default async function run(): Promise<void> {
  try {
    await measure();
  } finally {
    await stopAll();
  }
}

async function measure(): Promise<void> {
  const folder = practiceFolder();
  const uri = addressIn(folder, 'encounters/long.encounter');
  // The first start keeps what it compiled for the others.
  await starts(folder, SERVER, 1);
  for (const [name, program] of [
    ['', SERVER],
    [', from a terminal', SUPERBILL],
  ] as const) {
    const { ready, first } = await starts(folder, program, STARTS);
    line(`server start to ready${name}`, ready, 'aim: within 300 ms');
    line(`server start to first completion${name}`, first, 'process, code sets and search included');
  }
  line('Node alone, for comparison', await nodeAlone(), 'part of every start');

  const client = startClient({ folder });
  await client.open(uri, longDocument(LINES));
  await client.pull(uri);
  line(
    `completion of a diagnosis in ${LINES} lines`,
    await completionTimes(client, uri),
    'aim: p99 within 5 ms in the server; one key and the way there and back are in it',
  );
  line(`key to findings in ${LINES} lines`, await keyTimes(client, uri), 'aim: p99 within 16 ms; the way there and back is in it');
}

/** Ready: the server has answered the editor's first question. */
async function starts(folder: string, program: readonly string[], times: number): Promise<{ ready: number[]; first: number[] }> {
  const ready: number[] = [],
    first: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    const client = startClient({ folder, program });
    await client.initialized;
    ready.push(performance.now() - start);
    await client.open('untitled:first', 'encounter E1\n  diagnoses\n    A  htn');
    await client.at('textDocument/completion', 'untitled:first', { line: 2, character: 10 });
    first.push(performance.now() - start);
    await client.stop();
  }
  return { ready, first };
}

async function nodeAlone(): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < STARTS; n += 1)
    times.push(
      await timed(
        () =>
          new Promise((resolve) => {
            spawn(process.execPath, ['--eval', '0']).once('exit', resolve);
          }),
      ),
    );
  return times;
}

/** The words of everyday questions, letter by letter. */
async function completionTimes(client: Client, uri: string): Promise<number[]> {
  const times: number[] = [];
  for (const round of [0, 1]) {
    for (const words of WORDS) {
      const at = client.find(uri, '  services\n');
      await client.edit(uri, { range: { start: at, end: at }, text: '    B  \n' });
      for (let length = 0; length < words.length; length += 1) {
        const place = { line: at.line, character: 7 + length };
        const time = await timed(async () => {
          await client.edit(uri, { range: { start: place, end: place }, text: words[length] });
          await client.at<CompletionList>('textDocument/completion', uri, { line: at.line, character: 8 + length });
        });
        // The first round warms up.
        if (round > 0) times.push(time);
      }
      await client.edit(uri, { range: { start: at, end: { line: at.line + 1, character: 0 } }, text: '' });
    }
  }
  return times;
}

/** A key in the note of an encounter in the middle, then the findings. */
async function keyTimes(client: Client, uri: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < KEYS + 50; n += 1) {
    const place = client.find(uri, `encounter L${1070}\n`).line + 7;
    const time = await timed(async () => {
      await client.edit(uri, { range: { start: { line: place, character: 4 }, end: { line: place, character: 4 } }, text: 'x' });
      await client.pull(uri);
    });
    if (n >= 50) times.push(time);
  }
  return times;
}
