// The language server as a program: it says at once what it can, and brings the engine while the editor takes that in.
import path from 'node:path';
import { dataFolder } from './lsp/data-folder';
import { requireKept } from './lsp/kept-code';
import type { StartServer } from './lsp/listen';
import { keepMemorySmall } from './lsp/memory';

/** Name the texts of the programs beside this one; put in when it is built. */
declare const VERSIONS: Readonly<Record<'wire.js' | 'superbill.js', string>>;

keepMemorySmall();
// Before what stands on it is asked for.
kept('wire.js');
void import('./lsp/listen').then(({ listen }) => {
  const engine = () => (kept('superbill.js') as { languageServer(): Promise<StartServer> }).languageServer();
  return listen(process.argv.includes('--node-ipc'), (problem) => process.stderr.write(`${problem}\n`), engine);
});

function kept(name: keyof typeof VERSIONS): unknown {
  return requireKept(path.join(__dirname, name), VERSIONS[name], path.join(dataFolder(), 'compiled'));
}
