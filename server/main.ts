// The language server as a program: connects standard input and output (or the editor's channel) to the engine.
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';

if (isMainThread) serve();
else void import('./lsp/import-files').then(({ importInThread }) => importInThread());

function serve(): void {
  // An error that nobody caught is said without document text, and the server goes on.
  process.on('uncaughtException', (error) => console.error(`superbill: ${error.name} ${/\n *(at [^\n]{1,200})/.exec(error.stack ?? '')?.[1] ?? ''}`));
  process.on('unhandledRejection', () => console.error('superbill: a request failed'));
  startServer(createConnection(ProposedFeatures.all));
}
