// Starts the language server in a process of its own and lets the rest of the client ask it.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLAIMS_CHANGED, CODE_SETS_PROGRESS, type CodeSetsProgress, type InitializationOptions } from '../server/lsp/protocol';
import { say } from './say';

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

export function startLanguageServer(context: vscode.ExtensionContext): Server {
  const module = context.asAbsolutePath('dist/server.js');
  // Asked for at every start: trust can be given later, and then the server starts again.
  const options = (): InitializationOptions => ({ trusted: vscode.workspace.isTrusted, findsCodes: true });
  const client = new LanguageClient('superbill', 'Superbill', { module, transport: TransportKind.ipc }, {
    documentSelector: [{ language: 'superbill' }, { language: 'x12' }],
    initializationOptions: options,
    synchronize: { configurationSection: 'superbill' },
  });
  const changed = new vscode.EventEmitter<void>(), progressed = new vscode.EventEmitter<CodeSetsProgress>();
  client.onNotification(CLAIMS_CHANGED, () => changed.fire());
  client.onNotification(CODE_SETS_PROGRESS, (progress: CodeSetsProgress) => progressed.fire(progress));
  const ready = client.start().catch((error: unknown) => {
    say('error', 'Superbill could not start. Reload the window; if that does not help, install the extension again.', {
      title: 'Reload Window', run: () => vscode.commands.executeCommand('workbench.action.reloadWindow'),
    });
    throw error;
  });
  context.subscriptions.push(client, changed, progressed, vscode.workspace.onDidGrantWorkspaceTrust(() => client.restart()));
  return {
    ready,
    async ask(request, params, token) {
      await ready;
      // A token that is not there would count as a second parameter.
      return token ? client.sendRequest(request, params ?? {}, token) : client.sendRequest(request, params ?? {});
    },
    onClaimsChanged: changed.event,
    onCodeSetsProgress: progressed.event,
  };
}
