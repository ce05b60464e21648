// The language server as a program: connects standard input and output (or the editor's channel) to the engine.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { importInThread } from './lsp/import-files';
import { startServer } from './lsp/server';

if (!importInThread()) serve();

function serve(): void {
  // An error that nobody caught is said without document text, and the server goes on.
  process.on('uncaughtException', (error) => console.error(`superbill: ${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`));
  process.on('unhandledRejection', () => console.error('superbill: a request failed'));
  startServer(createConnection(ProposedFeatures.all));
}
