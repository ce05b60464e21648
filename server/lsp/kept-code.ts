// Starts a program with what the compiler made of it the last time: compiling is half of a start.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** What no start asked for in so long is removed. */
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000;
/** By then a program has run what it always runs. */
const SETTLED = 500;
/** Length of a digest, in bytes. */
const DIGEST = 20;

/**
 * Runs a CommonJS program as if it had been started itself. `version` names its text: what is kept of another text is
 * never used. Without a place to keep anything the program runs all the same, only later.
 */
export function runKept(program: string, version: string, folder: string): void {
  const kept = path.join(folder, `${path.basename(program, '.js')}-${version}-${process.version}-${process.arch}`);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {//${readFileSync(program, 'utf8')}\n})`, {
    filename: program,
    ...cachedData(kept),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  run(module.exports, createRequire(program), module, program, path.dirname(program));
  if (script.cachedDataRejected === false) return;
  const settled = setTimeout(end, SETTLED).unref();
  process.once('exit', end);
  function end(): void {
    clearTimeout(settled);
    process.off('exit', end);
    keep(kept, script.createCachedData());
  }
}

/** Kept code behind its digest: the compiler itself does not notice a byte that the disk lost. */
function cachedData(file: string): { cachedData?: Buffer } {
  try {
    const bytes = readFileSync(file),
      code = bytes.subarray(DIGEST);
    return digest(code).equals(bytes.subarray(0, DIGEST)) ? { cachedData: code } : {};
  } catch {
    return {};
  }
}

function digest(code: Buffer): Buffer {
  return createHash('sha1').update(code).digest();
}

/** Whole or not at all: other servers may start meanwhile. */
function keep(file: string, code: Buffer): void {
  const folder = path.dirname(file),
    draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, Buffer.concat([digest(code), code]));
    renameSync(draft, file);
    for (const other of readdirSync(folder).map((name) => path.join(folder, name))) {
      if (Date.now() - statSync(other).mtimeMs > FORGOTTEN) rmSync(other, { force: true });
    }
  } catch {
    // A disk that takes nothing costs a tenth of a second at the next start, no more.
  }
}
