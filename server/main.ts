// The language server as a program: the engine beside it, started with compiled code that was kept.
import path from 'node:path';
import { dataFolder } from './lsp/data-folder';
import { runKept } from './lsp/kept-code';
import { keepMemorySmall } from './lsp/memory';

/** Names the text of the engine; put in when it is built. */
declare const ENGINE_VERSION: string;

keepMemorySmall();
const engine = path.join(__dirname, 'superbill.js');
process.argv.splice(1, 1, engine, 'lsp');
runKept(engine, ENGINE_VERSION, path.join(dataFolder(), 'compiled'));
