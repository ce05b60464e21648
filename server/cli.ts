// The engine as a program: its arguments, its two ways out, its exit status.
import { isMainThread } from 'node:worker_threads';
import { reason } from './lsp/reason';
import { runCommandLine } from './terminal/command-line';
import { type Terminal, UNUSABLE } from './terminal/terminal';

const terminal: Terminal = { print: (text) => process.stdout.write(`${text}\n`), say: (text) => process.stderr.write(`${text}\n`) };

// A reader that went away (`| head`) is no fault: what is left unsaid was not wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') terminal.say(`The output could not be written: ${reason(error)}.`);
  process.exit(error.code === 'EPIPE' ? process.exitCode : UNUSABLE);
});

if (isMainThread) {
  void runCommandLine(process.argv.slice(2), terminal).then((status) => {
    process.exitCode = status;
  });
} else {
  // Imports run in a thread of this program.
  void import('./lsp/import-files').then(({ importInThread }) => importInThread());
}
