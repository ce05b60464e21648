// Runs command lines in copies of the sample practice: what a person at a terminal sees. `superbill` runs them in this process,
// `program` in one of their own, as it was built; commands.test.ts proves for each command that both say the same.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../server/terminal/command-line';

/** The day on which the sample practice is looked at. */
export const TODAY = '2026-11-21';

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const made: string[] = [];
let copied: string | undefined, home: string | undefined;

/** The program as it was built, in a folder of its own: another build beside the tests does not disturb them. */
export function builtProgram(): string {
  if (copied) return copied;
  copied = path.join(folder(), 'superbill.js');
  for (const name of ['superbill.js', 'starter.packed']) copyFileSync(path.join('dist', name), path.join(path.dirname(copied), name));
  return copied;
}

/** An empty folder outside of any practice. */
export function folder(): string {
  const created = mkdtempSync(path.join(tmpdir(), 'superbill-'));
  made.push(created);
  return created;
}

/** A copy of the sample practice. */
export function samplePractice(): string {
  const copy = path.join(folder(), 'practice');
  cpSync('examples', copy, { recursive: true });
  return copy;
}

/** Removes everything that was made. */
export function cleanUp(): void {
  for (const one of made.splice(0)) rmSync(one, { recursive: true, force: true });
  copied = home = undefined;
}

/** The environment of the program: no editions but those that ship. */
export function environment(): NodeJS.ProcessEnv {
  home ??= path.join(folder(), 'home');
  return { ...process.env, SUPERBILL_HOME: home, NO_COLOR: '1' };
}

/** `more`: what the environment has besides. */
export function start(
  at: string,
  args: readonly string[],
  options: { nodeOptions?: readonly string[]; more?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  return spawn(process.execPath, [...(options.nodeOptions ?? []), builtProgram(), ...args], {
    cwd: at,
    env: { ...environment(), ...options.more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the built program in a folder. */
export function program(at: string, ...args: readonly string[]): Promise<Run> {
  return ended(start(at, args));
}

let running = false;

/** Runs a command line in a folder, in this process: one at a time. */
export async function superbill(at: string, ...args: readonly string[]): Promise<Run> {
  assert.ok(!running, 'two command lines at once: run one of them with `program`');
  const project = process.cwd(),
    ownHome = process.env.SUPERBILL_HOME;
  let out = '',
    err = '';
  running = true;
  process.env.SUPERBILL_HOME = environment().SUPERBILL_HOME;
  process.chdir(at);
  try {
    const status = await runCommandLine(args, {
      print: (text) => {
        out += `${text}\n`;
      },
      say: (text) => {
        err += `${text}\n`;
      },
    });
    return { status, out, err };
  } finally {
    process.chdir(project);
    if (ownHome === undefined) delete process.env.SUPERBILL_HOME;
    else process.env.SUPERBILL_HOME = ownHome;
    running = false;
  }
}

export function ended(child: ChildProcess): Promise<Run> {
  let out = '',
    err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })));
}

/** The same for JSON. */
export async function json<T>(at: string, ...args: readonly string[]): Promise<T & { readonly exit: number | null }> {
  const { status, out, err } = await superbill(at, ...args, '--format', 'json');
  try {
    return { ...(JSON.parse(out) as T), exit: status };
  } catch {
    throw new Error(`superbill ${args.join(' ')} printed no JSON but:\n${out}${err}`);
  }
}

export function write(at: string, name: string, text: string | Uint8Array): string {
  const file = path.join(at, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

export function text(at: string, name: string): string {
  return readFileSync(path.join(at, name), 'utf8');
}

/** Replaces a word in a file, as a person would. */
export function edit(at: string, name: string, from: string, to: string): void {
  const before = text(at, name);
  if (!before.includes(from)) throw new Error(`${name} does not hold “${from}”`);
  write(at, name, before.replace(from, to));
}

/** Names of all files below a folder, sorted. */
export function files(at: string, below: string): string[] {
  try {
    return readdirSync(path.join(at, below), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => path.relative(at, path.join(one.parentPath, one.name)))
      .sort();
  } catch {
    // There is no such folder.
    return [];
  }
}
