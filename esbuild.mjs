// Builds the programs (extension, engine, and what starts the engine as a language server), the tests, or the generated pages.
import * as esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  rmSync,
  readdirSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { ruleTable } from './test/kit/rule-table.mjs';

const flags = new Set(process.argv.slice(2));
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: { '.tsv': 'text', '.txt': 'text', '.guide': 'text' },
  logLevel: 'warning',
};

/** All files below a folder whose name ends as given. */
export function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** The starter code sets as the tests read them; beside the programs lies a copy. */
const STARTER = path.resolve('out', 'starter.packed');

/** Compiles the starter code sets; again only when a file of codesets/ is newer. */
async function packStarter() {
  const target = STARTER;
  const newest = Math.max(...filesBelow('codesets', '').map((file) => statSync(file).mtimeMs));
  if (existsSync(target) && statSync(target).mtimeMs > newest) return;
  mkdirSync('out', { recursive: true });
  const program = path.resolve('out', `pack-${process.pid}.mjs`);
  await esbuild.build({
    ...common,
    plugins: [packed(JSON.stringify(STARTER))],
    entryPoints: ['codesets/pack.ts'],
    outfile: program,
    format: 'esm',
  });
  const { packStarter: pack } = await import(pathToFileURL(program).href);
  writeFileSync(
    `${target}.${process.pid}`,
    pack((bytes) => brotliCompressSync(bytes).toString('base64')),
  );
  renameSync(`${target}.${process.pid}`, target);
  rmSync(program);
}

function escaped(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A packed file is no part of a program but read when it is first asked for: a start has a megabyte less to read. */
const packed = (file) => ({
  name: 'packed',
  setup(build) {
    build.onLoad({ filter: /\.packed$/ }, () => ({
      contents: `import { readFileSync } from 'node:fs'; let text; export default () => (text ??= readFileSync(${file}, 'latin1'));`,
    }));
  },
});

/** Parts of Node that a start can do without are loaded when they are first used: together they would take a quarter of it. */
const whenUsed = {
  name: 'when used',
  setup(build) {
    build.onResolve({ filter: /^(node:)?(child_process|crypto|worker_threads|zlib)$/ }, ({ path: name, namespace }) =>
      namespace === 'node' ? { path: name, external: true } : { path: name, namespace: 'node' },
    );
    // Each name is its own: libraries copy those.
    build.onLoad({ filter: /.*/, namespace: 'node' }, ({ path: name }) => ({
      contents: `for (const key of ${JSON.stringify(Object.keys(process.getBuiltinModule(name)))})
        Object.defineProperty(exports, key, { enumerable: true, get: () => require('${name}')[key] });`,
    }));
  },
};

/** One program into dist/. */
async function build(program, plugins = []) {
  await esbuild.build({
    ...common,
    ...program,
    outdir: 'dist',
    format: 'cjs',
    plugins: [...plugins, packed(`__dirname + '/starter.packed'`)],
    sourcemap: flags.has('--maps'),
    minify: !flags.has('--maps'),
  });
  // One sign beyond Latin-1, in a regular expression say, and a program takes twice the memory.
  for (const name of Object.keys(program.entryPoints).filter(() => !flags.has('--maps'))) {
    const file = path.join('dist', `${name}.js`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
  }
}

/** The library of the protocol is a file of its own: the language server needs it before the engine, and both the same one. */
const wire = {
  name: 'wire',
  setup(build) {
    build.onResolve({ filter: /^vscode-languageserver\/node$/ }, () => ({ path: './wire.js', external: true }));
  },
};

/** The engine, the library of the protocol, and the program that starts both as a language server and has to know their texts. */
async function buildEngine() {
  const engine = path.join('dist', 'superbill.js');
  mkdirSync('dist', { recursive: true });
  copyFileSync(STARTER, path.join('dist', 'starter.packed'));
  await build({ entryPoints: { wire: 'vscode-languageserver/node' } }, [whenUsed]);
  await build({ entryPoints: { superbill: 'server/cli.ts' }, banner: { js: '#!/usr/bin/env node' } }, [wire, whenUsed]);
  chmodSync(engine, 0o755);
  const version = (name) =>
    createHash('sha256')
      .update(readFileSync(path.join('dist', name)))
      .digest('hex')
      .slice(0, 16);
  const versions = Object.fromEntries(['wire.js', 'superbill.js'].map((name) => [name, version(name)]));
  await build({ entryPoints: { server: 'server/main.ts' }, define: { VERSIONS: JSON.stringify(versions) } }, [wire, whenUsed]);
}

/** `--only=codesets` builds the tests of one room into a folder of its own. */
const room = process.argv.find((flag) => flag.startsWith('--only='))?.slice('--only='.length);
const testFolder = room ? path.join('out', 'only', room) : path.join('out', 'test');
const testFiles = (ending) => ({
  ...common,
  plugins: [packed(JSON.stringify(STARTER))],
  entryPoints: filesBelow(path.join('test', room ?? ''), ending).filter((file) => !file.startsWith(path.join('test', 'editor', 'host'))),
  outdir: testFolder,
  outbase: 'test',
  packages: 'external',
  sourcemap: 'inline',
  sourcesContent: false,
});
const tests = { ...testFiles('.test.ts'), format: 'esm', splitting: true, outExtension: { '.js': '.mjs' } };
/** Measured is what people have: a program in one piece, in which calls are quicker than between modules. */
const benches = { ...testFiles('.bench.ts'), format: 'cjs', outExtension: { '.js': '.cjs' } };

/** Tests that run inside VS Code's extension host: one file each, CommonJS, mocha stays outside. */
const hostTests = {
  ...common,
  plugins: [packed(JSON.stringify(STARTER))],
  entryPoints: filesBelow(path.join('test', 'editor', 'host'), '.ts'),
  outdir: 'out/host',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  sourcesContent: false,
};

await packStarter();
if (flags.has('--generate')) {
  const table = path.join('server', 'rules', 'table.ts');
  const current = existsSync(table) && readFileSync(table, 'utf8') === ruleTable();
  if (!current && flags.has('--check')) {
    console.error(`${table} is not up to date: run npm run generate`);
    process.exit(1);
  }
  if (!current) writeFileSync(table, ruleTable());
  await esbuild.build({
    ...common,
    plugins: [packed(JSON.stringify(STARTER))],
    entryPoints: ['test/kit/generate.ts'],
    outfile: 'out/generate.mjs',
    format: 'esm',
    packages: 'external',
  });
  process.exit(spawnSync(process.execPath, ['out/generate.mjs', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
} else if (flags.has('--tests')) {
  rmSync(testFolder, { recursive: true, force: true });
  await Promise.all([tests, benches].filter(({ entryPoints }) => entryPoints.length > 0).map((each) => esbuild.build(each)));
  if (!room && hostTests.entryPoints.length > 0) await esbuild.build(hostTests);
} else {
  await Promise.all([build({ entryPoints: { extension: 'client/extension.ts' }, external: ['vscode'] }), buildEngine()]);
}
