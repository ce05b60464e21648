// Wakes with the first superbill or X12 document: starts the server, registers commands and views. Nothing else.
import * as vscode from 'vscode';
import { COMMANDS } from './commands';
import { startLanguageServer } from './language-server';
import { createStatusBar } from './views/status-bar';
import { createClaimsTree } from './views/claims-tree';
import { trackWalkthrough } from './views/walkthrough';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = startLanguageServer(context);
  for (const command of COMMANDS) {
    context.subscriptions.push(vscode.commands.registerCommand(command.id, (...args: unknown[]) => command.run(server, args)));
  }
  context.subscriptions.push(createClaimsTree(server), createStatusBar(server), trackWalkthrough(server));
  await server.ready;
}
