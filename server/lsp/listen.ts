// Opens the connection to the editor and serves it until the editor goes away.
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { placeOf } from './faults';
import { keepMemorySmall } from './memory';
import { startServer } from './server';

/** `channel`: over the editor's own channel instead of standard input and output. Never settles: the connection ends the program. */
export function listen(channel: boolean, log: (problem: string) => void): Promise<never> {
  // An error that nobody caught is said without document text, and the server goes on.
  process.on('uncaughtException', (error) => log(`superbill: ${placeOf(error)}`));
  process.on('unhandledRejection', (error) => log(`superbill: ${placeOf(error)}`));
  keepMemorySmall();
  startServer(channel ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout));
  return new Promise(() => undefined);
}
