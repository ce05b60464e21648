// Offers the full list of diagnoses, once, to people who write encounters and have only the starter list.
import * as vscode from 'vscode';
import { type CodeSetOffer, REQUESTS } from '../server/lsp/protocol';
import type { Server } from './language-server';

/** What the user answered, and when: `never`, or the day of “Later”. */
const ANSWER = 'superbill.codeSetsOffer';
const DAYS_UNTIL_AGAIN = 7;
const DIAGNOSES = 'icd-10-cm';

/** Waits for a document of ours; does nothing where the user has answered, has the list, or has switched it off. */
export function offerCodeSets(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  // Tests of other things are not asked.
  if (context.extensionMode === vscode.ExtensionMode.Test || !isWanted(context)) return { dispose: () => undefined };
  let offered = false;
  const look = (document: vscode.TextDocument) => {
    if (offered || document.languageId !== 'superbill' || !vscode.workspace.workspaceFolders) return;
    offered = true;
    listening.dispose();
    // A server that does not start says so itself.
    offer(context, server).catch(() => undefined);
  };
  const listening = vscode.workspace.onDidOpenTextDocument(look);
  vscode.workspace.textDocuments.forEach(look);
  return listening;
}

function isWanted(context: vscode.ExtensionContext): boolean {
  const answer = context.globalState.get<string>(ANSWER);
  if (answer === 'never' || !vscode.workspace.getConfiguration('superbill').get<boolean>('offerCodeSets', true)) return false;
  return answer === undefined || Date.now() - Date.parse(answer) > DAYS_UNTIL_AGAIN * 86_400_000;
}

async function offer(context: vscode.ExtensionContext, server: Server): Promise<void> {
  const diagnoses = (await server.ask<CodeSetOffer[]>(REQUESTS.codeSets)).find(({ id }) => id === DIAGNOSES);
  if (!diagnoses || diagnoses.imported !== undefined) return;
  const size = diagnoses.megabytes ? ` (about ${diagnoses.megabytes} MB)` : '';
  const words = `Superbill knows a starter list of diagnoses. Fetch the full ${diagnoses.edition} list from its publisher${size}?`;
  const answer = await vscode.window.showInformationMessage(words, 'Update', 'Later', 'Never');
  await context.globalState.update(ANSWER, answer === 'Never' ? 'never' : new Date().toISOString());
  if (answer === 'Update') await vscode.commands.executeCommand('superbill.updateCodeSets');
}
