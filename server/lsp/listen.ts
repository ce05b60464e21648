// Opens the connection to the editor and serves it until the editor goes away.
import {
  type Connection,
  createConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageStrategy,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { editorOf, promises } from './editor';
import { placeOf } from './place-of';

/** Serves a connection; what it gives back is to be told who the editor is. */
export type StartServer = (connection: Connection) => (params: InitializeParams) => InitializeResult;

/**
 * What the server can is said before the `engine` is there, and what the editor says next waits for that. `channel`: over the editor's own
 * channel instead of standard input and output. Never settles: the connection ends the program.
 */
export function listen(channel: boolean, log: (problem: string) => void, engine: () => Promise<StartServer>): Promise<never> {
  // An error that nobody caught is said without document text, and the server goes on.
  process.on('uncaughtException', (error) => log(`superbill: ${placeOf(error)}`));
  process.on('unhandledRejection', (error) => log(`superbill: ${placeOf(error)}`));
  let editor: InitializeParams | undefined, waiting: (() => void)[] | undefined;
  let isServed = false;
  const messageStrategy: MessageStrategy = {
    handleMessage(message, next) {
      if (isServed || (!waiting && !editor && 'method' in message && message.method === 'initialize')) return next(message);
      if (!waiting) serve((waiting = [])).catch(giveUp);
      return new Promise((resolve) => waiting?.push(() => resolve(next(message))));
    },
  };
  const connection = channel
    ? createConnection(ProposedFeatures.all, { messageStrategy })
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout, { messageStrategy });
  connection.onInitialize((params) => {
    editor = params;
    return promises(editorOf(params));
  });
  connection.listen();
  return new Promise(() => undefined);

  /** Without the engine nothing would ever be answered: an editor starts a server that ends again. */
  function giveUp(error: unknown): void {
    log(`superbill: ${placeOf(error)}`);
    process.exit(1);
  }

  async function serve(held: readonly (() => void)[]): Promise<void> {
    const begin = (await engine())(connection);
    if (editor) begin(editor);
    isServed = true;
    for (const goOn of held) goOn();
  }
}
