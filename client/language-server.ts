// Starts the language server in a process of its own and lets the rest of the client ask it.
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  LanguageClient,
  ResponseError,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  CLAIMS_CHANGED,
  CODE_SETS_PROGRESS,
  type CodeSetsProgress,
  type InitializationOptions,
  READABLE_SCHEME,
} from '../server/lsp/protocol';
import { type Button, remark, say } from './say';

export interface Server {
  /** Settles when the server answers. */
  readonly ready: Promise<void>;
  /** Asks the server; waits until it is ready. `token` cancels what takes long. */
  ask<R>(request: string, params?: unknown, token?: vscode.CancellationToken): Promise<R>;
  /** Called when claims changed. */
  onClaimsChanged(listener: () => void): vscode.Disposable;
  /** Called while code sets are updated. */
  onCodeSetsProgress(listener: (progress: CodeSetsProgress) => void): vscode.Disposable;
}

/** Documents of the folders and new ones. What a comparison shows of an older state is no second encounter. */
const DOCUMENTS = [
  ...['file', 'untitled'].flatMap((scheme) => ['superbill', 'x12'].map((language) => ({ scheme, language }))),
  { scheme: READABLE_SCHEME, language: 'x12' },
];
/** Codes of errors of a connection that is not there, or no more. */
const GONE: readonly number[] = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive];
const INTERRUPTED = 'Superbill had to start again in the middle of it. Look whether it was done, and try once more.';
const STOPPED = 'Superbill has stopped several times and is not started again. Your documents are as they were. Reload the window.';
const RELOAD: Button = { title: 'Reload Window', run: () => vscode.commands.executeCommand('workbench.action.reloadWindow') };

/** So often in a row a server is started again; one that ran for so many milliseconds was well, and the row begins anew. */
const MOST_STARTS = 4,
  WELL = 3 * 60 * 1000;

/** A server that ended is started again, with a passing remark; where it ends again and again, that is said once. */
function restarting(): ErrorHandler {
  let ends = 0,
    last = 0;
  return {
    // The end of the connection tells more than a message that was lost on it.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      ends = Date.now() - last < WELL ? ends + 1 : 1;
      last = Date.now();
      if (ends <= MOST_STARTS) {
        remark('Superbill stopped and starts again. Your documents are as they were.');
        return { action: CloseAction.Restart, handled: true };
      }
      say('error', STOPPED, RELOAD);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

export function startLanguageServer(context: vscode.ExtensionContext): Server {
  const module = context.asAbsolutePath('dist/server.js');
  // Asked for at every start: trust can be given later, and then the server starts again.
  const options = (): InitializationOptions => ({ trusted: vscode.workspace.isTrusted, findsCodes: true });
  const client = new LanguageClient(
    'superbill',
    'Superbill',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: DOCUMENTS,
      initializationOptions: options,
      synchronize: { configurationSection: 'superbill' },
      // The server says itself what a person should know, and so do we: the log does not open by itself.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: restarting(),
    },
  );
  const changed = new vscode.EventEmitter<void>(),
    progressed = new vscode.EventEmitter<CodeSetsProgress>();
  client.onNotification(CLAIMS_CHANGED, () => changed.fire());
  client.onNotification(CODE_SETS_PROGRESS, (progress: CodeSetsProgress) => progressed.fire(progress));
  const ready = client.start().catch((error: unknown) => {
    say('error', 'Superbill could not start. Reload the window; if that does not help, install the extension again.', RELOAD);
    throw error;
  });
  context.subscriptions.push(
    client,
    changed,
    progressed,
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.restart()),
  );
  return {
    ready,
    async ask(request, params, token) {
      await ready.catch(() => {
        throw new Error('Superbill could not start. Reload the window.');
      });
      try {
        // A token that is not there would count as a second parameter.
        return token ? await client.sendRequest(request, params ?? {}, token) : await client.sendRequest(request, params ?? {});
      } catch (error) {
        if (error instanceof ResponseError && GONE.includes(error.code)) throw new Error(INTERRUPTED);
        throw error;
      }
    },
    onClaimsChanged: changed.event,
    onCodeSetsProgress: progressed.event,
  };
}
