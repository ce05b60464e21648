// Wakes with the first superbill or X12 document: starts the server, registers commands and views. Nothing else.
import * as vscode from 'vscode';
import { watchClaims } from './claims';
import { COMMANDS } from './commands';
import { explanations } from './panels/explain-file';
import { readableViews } from './panels/readable-view';
import { offerCodeSets } from './offer-code-sets';
import { offerLayout } from './offer-layout';
import { sayError } from './say';
import { startLanguageServer } from './language-server';
import { createStatusBar } from './views/status-bar';
import { createClaimsTree } from './views/claims-tree';
import { trackWalkthrough } from './views/walkthrough';

/** Returns before the server is ready: every question to it waits by itself. */
export function activate(context: vscode.ExtensionContext): void {
  const server = startLanguageServer(context);
  const claims = watchClaims(server);
  for (const { id, title, run } of COMMANDS) {
    const guarded = (...args: unknown[]) => run(server, args).catch((error: unknown) => sayError(title, error));
    context.subscriptions.push(vscode.commands.registerCommand(id, guarded));
  }
  context.subscriptions.push(
    explanations(),
    readableViews(server),
    claims,
    createClaimsTree(claims),
    createStatusBar(claims),
    trackWalkthrough(claims),
    offerCodeSets(context, server),
    offerLayout(),
  );
}
