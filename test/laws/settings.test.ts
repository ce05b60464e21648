// Laws about what is said twice: settings, commands and file kinds of package.json are those of server and client.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { languageOf } from '../../server/lsp/files';
import { DEFAULT_SETTINGS, READABLE_SCHEME } from '../../server/lsp/protocol';
import { TOKEN_TYPES } from '../../server/features/semantic-tokens';
import { sources } from './sources';

interface Manifest {
  readonly main: string;
  readonly bin: Record<string, string>;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly firstLine?: string;
    }[];
    readonly grammars: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Record<string, readonly { readonly command: string }[]>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Record<string, { readonly default: unknown }> };
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly markdown?: string }; readonly completionEvents?: readonly string[] }[];
    }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const client = sources(['client']);

suite('laws: package.json', () => {
  test('settings and their defaults are the server’s', () => {
    const written = Object.fromEntries(
      Object.entries(contributes.configuration.properties).map(([name, { default: value }]) => [name.replace(/^superbill\./, ''), value]),
    );
    assert.deepEqual(written, DEFAULT_SETTINGS);
  });

  test('commands and their titles are the client’s', () => {
    const index = readFileSync('client/commands/index.ts', 'utf8');
    const written = [...index.matchAll(/from '\.\/([\w-]+)'/g)]
      .map((match) => match[1])
      .filter((name) => name !== 'command')
      .map((name) => {
        const text = readFileSync(`client/commands/${name}.ts`, 'utf8');
        const words = /'(superbill\.\w+)',\s*(?:title:\s*)?'([^']+)'/.exec(text);
        assert.ok(words, `client/commands/${name}.ts has no id and title`);
        return `${words[1]} ${words[2]}`;
      });
    assert.deepEqual([...written].sort(), contributes.commands.map(({ command, title }) => `${command} ${title}`).sort());
  });

  test('menus and keys name commands that there are', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command);
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });

  test('file kinds are the server’s', () => {
    for (const { id, extensions } of contributes.languages)
      for (const extension of extensions) assert.equal(languageOf(`a${extension}`), id, extension);
    const first = new RegExp(contributes.languages.find(({ id }) => id === 'x12')?.firstLine ?? '');
    for (const begin of ['ISA*00*', 'GS*HC*', 'ST|837|0001', 'ST. MARY', 'STATE', 'GS-1']) {
      const isX12 = /[*|]/.test(begin);
      assert.equal(languageOf('a.txt', begin), isX12 ? 'x12' : undefined, begin);
      assert.equal(first.test(begin), isX12, begin);
    }
  });

  test('the folder wakes the extension, and a readable view that stands open when the window is opened again', () =>
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:**/*.{practice,patient,encounter,payer}',
      `onFileSystem:${READABLE_SCHEME}`,
    ]));

  test('files that are named exist', () => {
    const { languages, grammars, snippets, walkthroughs } = contributes;
    const named = [
      ...languages.map((one) => one.configuration),
      ...grammars.map((one) => one.path),
      ...snippets.map((one) => one.path),
      manifest.icon,
      ...walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => media.markdown ?? [])),
    ];
    assert.deepEqual(
      named.filter((file) => !existsSync(file)),
      [],
    );
  });

  test('grammars, snippets and configurations can be read', () => {
    const { languages, grammars, snippets } = contributes;
    for (const file of [
      ...languages.map((one) => one.configuration),
      ...grammars.map((one) => one.path),
      ...snippets.map((one) => one.path),
    ])
      JSON.parse(readFileSync(file, 'utf8'));
    for (const { path: file, scopeName } of grammars)
      assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { scopeName: string }).scopeName, scopeName);
  });

  test('steps of the tour complete on what the client sets', () => {
    const text = client.map((one) => one.text).join('\n');
    const keys = contributes.walkthroughs
      .flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents ?? []))
      .flatMap((event) => /^onContext:superbill\.(\w+)$/.exec(event)?.[1] ?? []);
    assert.deepEqual(
      keys.filter((key) => !new RegExp(`superbill\\.${key}|'${key}'|\\b${key}\\b`).test(text)),
      [],
    );
  });

  test('colours have names that editors know', () => {
    const standard = [
      'namespace',
      'type',
      'class',
      'enum',
      'interface',
      'struct',
      'typeParameter',
      'parameter',
      'variable',
      'property',
      'enumMember',
      'event',
      'function',
      'method',
      'macro',
      'keyword',
      'modifier',
      'comment',
      'string',
      'number',
      'regexp',
      'operator',
      'decorator',
    ];
    assert.deepEqual(
      TOKEN_TYPES.filter((type) => !standard.includes(type)),
      [],
    );
  });
});
