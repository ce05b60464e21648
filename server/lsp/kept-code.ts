// Loads programs with what the compiler made of them the last time: compiling is half of a start.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';

/** What no start asked for in so long is removed. */
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000;
/** By then a program has run what it always runs. */
const SETTLED = 500;
/** The sum behind kept code, in bytes. */
const SUM = 4;
/** One of so many words is summed up: what a disk loses are blocks. */
const APART = 128;

/**
 * What a CommonJS program exports; it is loaded once. `version` names its text: what is kept of another text is never used. Without a place
 * to keep anything the program is loaded all the same, only later.
 */
export function requireKept(program: string, version: string, folder: string): unknown {
  const known = require.cache[program];
  if (known) return known.exports;
  const kept = path.join(folder, `${path.basename(program, '.js')}-${version}-${process.version}-${process.arch}`);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(program, 'utf8').replace(/^#!/, '//')}\n})`,
    { filename: program, ...cachedData(kept) },
  );
  const module = { exports: {}, id: program, filename: program, loaded: true } as NodeJS.Module;
  require.cache[program] = module;
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module.exports, require, module, program, path.dirname(program));
  if (script.cachedDataRejected !== false) keepLater(kept, script);
  return module.exports;
}

function keepLater(kept: string, script: Script): void {
  const settled = setTimeout(end, SETTLED).unref();
  process.once('exit', end);
  function end(): void {
    clearTimeout(settled);
    process.off('exit', end);
    keep(kept, script.createCachedData());
  }
}

/** Kept code before its sum: the compiler itself does not notice what the disk lost. */
function cachedData(file: string): { cachedData?: Buffer } {
  try {
    const bytes = readFileSync(file),
      code = bytes.subarray(0, -SUM);
    return sumOf(code) === bytes.readInt32LE(code.length) ? { cachedData: code } : {};
  } catch {
    return {};
  }
}

/** Length and some words: a digest of all would take longer than it takes to compile. */
function sumOf(code: Buffer): number {
  const words = new Int32Array(code.buffer, code.byteOffset, code.length >> 2);
  let sum = code.length;
  for (let at = words.length - 1; at >= 0; at -= APART) sum = (Math.imul(sum, 31) + words[at]) | 0;
  return sum;
}

/** Whole or not at all: other servers may start meanwhile. */
function keep(file: string, code: Buffer): void {
  const folder = path.dirname(file),
    draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    const sum = Buffer.alloc(SUM);
    sum.writeInt32LE(sumOf(code));
    writeFileSync(draft, Buffer.concat([code, sum]), { flush: true });
    renameSync(draft, file);
    for (const other of readdirSync(folder).map((name) => path.join(folder, name))) {
      if (Date.now() - statSync(other).mtimeMs > FORGOTTEN) rmSync(other, { force: true });
    }
  } catch {
    // A disk that takes nothing costs a tenth of a second at the next start, no more.
  }
}
