// The engine as a program: its arguments, its two ways out, its exit status.
import { IMPORT_THREAD } from './lsp/import-thread';
import type { StartServer } from './lsp/listen';
import { reason } from './lsp/reason';
import { runCommandLine } from './terminal/command-line';
import { type Status, type Terminal, UNUSABLE } from './terminal/terminal';

const terminal: Terminal = { print: (text) => process.stdout.write(`${text}\n`), say: (text) => process.stderr.write(`${text}\n`) };

/** The language server, for the program that opens its connection. */
export const languageServer = async (): Promise<StartServer> => (await import('./lsp/server')).startServer;

if (require.main === module) {
  // A reader that went away (`| head`) is no fault: what is left unsaid was not wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') terminal.say(`The output could not be written: ${reason(error)}.`);
    process.exit(error.code === 'EPIPE' ? process.exitCode : UNUSABLE);
  });
  void start().then((status) => {
    process.exitCode = status;
  });
}

async function start(): Promise<Status | undefined> {
  const [, , ...argv] = process.argv;
  // Imports run in a thread of this program. What tells threads apart is not loaded for each start.
  if (argv[0] === IMPORT_THREAD && (await import('./lsp/import-files')).importInThread()) return undefined;
  return runCommandLine(argv, terminal);
}
