// Laws about arrows: rooms import downwards only, files and network stay at the top, and nobody but the client knows VS Code.
import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { importsOf, sources } from './sources';

/** Which of our rooms each room may import; the longest beginning of a path decides. A room may always import itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  client: ['server/lsp/protocol'],
  'server/main': ['server/lsp'],
  'server/cli': ['server', 'codesets'],
  'server/terminal': ['server', 'codesets'],
  'server/lsp': ['server', 'codesets'],
  'server/lsp/protocol': [],
  'server/features': ['server/rules', 'server/terms', 'server/model', 'server/syntax', 'server/claims', 'server/payments', 'codesets'],
  'server/exchange': [
    'server/claims',
    'server/payments',
    'server/training-payer',
    'server/model',
    'server/syntax',
    'server/ledger',
    'codesets',
  ],
  'server/ledger': ['server/claims', 'server/payments', 'server/training-payer', 'server/model', 'server/syntax', 'codesets'],
  'server/claims': ['server/rules', 'server/model', 'server/syntax', 'server/payments', 'codesets'],
  'server/payments': ['server/rules', 'server/model', 'server/syntax', 'codesets'],
  'server/training-payer': ['server/rules', 'server/model', 'server/syntax', 'server/claims', 'server/payments', 'codesets'],
  'server/rules': ['server/model', 'server/syntax', 'codesets'],
  'server/model': ['server/syntax', 'codesets'],
  'server/terms': ['server/syntax'],
  'server/syntax': [],
  codesets: [],
};

/** The lower layers do not see what stands above them, also where the room as a whole is allowed. */
const NEVER: readonly (readonly [room: string, never: RegExp])[] = [
  ['server/lsp', /^server\/(terminal|cli|main)/],
  ['server/terminal', /^server\/(cli|main)/],
  ['server/rules', /^server\/rules\/[\w-]+\/[\w-]+$/],
];

/** Rooms that may open files and sockets. */
const MAY_DO_IO = ['client', 'server/main', 'server/cli', 'server/terminal', 'server/lsp', 'server/exchange', 'server/ledger'];

const files = sources(['client', 'server', 'codesets']);
const isIn = (file: string, room: string) => file === room || file.startsWith(`${room}/`) || file.startsWith(`${room}.`);
const roomOf = (file: string) =>
  Object.keys(ROOMS)
    .filter((room) => isIn(file, room))
    .sort((a, b) => b.length - a.length)[0];

/** Wrong arrows, as `file → import`. */
function wrong(judge: (file: string, room: string, name: string) => boolean): string[] {
  return files.flatMap((source) =>
    importsOf(source)
      .filter((name) => judge(source.file, roomOf(source.file), name))
      .map((name) => `${source.file} → ${name}`),
  );
}

suite('laws: imports', () => {
  test('imports are read', () => {
    assert.deepEqual(
      importsOf({
        file: 'server/a/b.ts',
        text: "import x from '../c';\nimport { y,\n  z } from 'fs';\nimport '../d';\nawait import('./e');\nexport { f } from './f';\nconst s = \"from 'no'\";",
      }),
      ['server/c', 'fs', 'server/d', 'server/a/e', 'server/a/f'],
    );
    assert.ok(
      files.length > 200 &&
        importsOf(files.find(({ file }) => file === 'server/features/hover.ts') ?? files[0]).includes('server/model/money'),
    );
  });

  test('a wrong arrow is seen', () => {
    assert.equal(roomOf('server/features/hover.ts'), 'server/features');
    assert.equal(roomOf('server/lsp/protocol.ts'), 'server/lsp/protocol');
    assert.equal(roomOf('elsewhere/x.ts'), undefined);
    assert.ok(
      !ROOMS['server/model'].some((allowed) => isIn('server/rules/rule', allowed)) &&
        ROOMS['server/rules'].some((allowed) => isIn('server/model/money', allowed)),
    );
  });

  test('every file is in a room', () =>
    assert.deepEqual(
      files.filter(({ file }) => !roomOf(file) && !file.endsWith('.d.ts')).map(({ file }) => file),
      [],
    ));

  test('arrows point down', () =>
    assert.deepEqual(
      wrong((_file, room, name) => {
        if (!/^(client|server|codesets|test)\b/.test(name)) return false;
        const own = room === 'server/lsp/protocol' ? false : isIn(name, room);
        return !own && !ROOMS[room].some((allowed) => isIn(name, allowed));
      }),
      [],
    ));

  test('no room sees what stands above it', () =>
    assert.deepEqual(
      wrong((file, _, name) => NEVER.some(([room, never]) => isIn(file, room) && never.test(name) && file !== 'server/rules/table.ts')),
      [],
    ));

  test('nothing imports tests', () =>
    assert.deepEqual(
      wrong((_file, _room, name) => name.startsWith('test/')),
      [],
    ));

  test('files and network only at the top', () =>
    assert.deepEqual(
      wrong((file, room, name) => {
        const isBuiltin = name.startsWith('node:') || builtinModules.includes(name.split('/')[0]);
        return isBuiltin && !MAY_DO_IO.includes(room) && file !== 'server/lsp/protocol.ts';
      }),
      [],
    ));

  test('only the client knows VS Code', () =>
    assert.deepEqual(
      wrong((_file, room, name) => (name === 'vscode' || name.startsWith('vscode-languageclient')) && room !== 'client'),
      [],
    ));

  test('only the wire knows the protocol’s library; features know its plain data', () =>
    assert.deepEqual(
      wrong(
        (_file, room, name) =>
          (/^vscode-languageserver(\/|$)/.test(name) && !['server/main', 'server/cli', 'server/lsp'].includes(room)) ||
          (name === 'vscode-languageserver-types' && !['server/features', 'server/lsp'].includes(room)),
      ),
      [],
    ));

  test('no file only hands on what others export', () =>
    assert.deepEqual(
      files
        .filter(
          ({ text }) =>
            text
              .replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, '')
              .replace(/^export\b[^'";]*\bfrom\s+'[^']+';?$/gm, '')
              .trim() === '',
        )
        .map(({ file }) => file),
      [],
    ));
});
