// The shape of a command, and what most of them share: which encounter is meant, progress, and the outcome said to the user.
import * as vscode from 'vscode';
import type { EncounterAt, Outcome } from '../../server/lsp/protocol';
import type { Server } from '../language-server';

export interface Command {
  readonly id: string;
  readonly title: string;
  run(server: Server, args: readonly unknown[]): Promise<void>;
}

/** A command that asks the server about one encounter and shows what came of it. */
export function encounterCommand(id: string, title: string, request: string, doing: string, done?: (outcome: Outcome) => Promise<void>): Command {
  return {
    id, title,
    async run(server, args) {
      const at = encounterOf(args);
      if (!at) {
        void vscode.window.showWarningMessage(`${title}: open an encounter first.`);
        return;
      }
      await vscode.workspace.saveAll(false);
      const outcome = await withProgress(doing, server.ask<Outcome>(request, at));
      await (done ?? showOutcome)(outcome);
    },
  };
}

/** From the arguments of a lens or tree item, else from the cursor. */
export function encounterOf(args: readonly unknown[]): EncounterAt | undefined {
  const [first, second] = args;
  if (typeof first === 'string') return { uri: first, ...(typeof second === 'string' && { encounter: second }) };
  if (isNode(first)) return { uri: first.claim.uri, encounter: first.claim.encounter };
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'superbill') return undefined;
  return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}

function isNode(value: unknown): value is { claim: { uri: string; encounter: string } } {
  return typeof value === 'object' && value !== null && 'claim' in value;
}

const QUICK = 500;

/** Shows progress for anything that takes more than half a second. */
export async function withProgress<T>(title: string, work: Promise<T>): Promise<T> {
  const slow = Symbol('slow');
  const first = await Promise.race([work, new Promise<typeof slow>((resolve) => { setTimeout(() => resolve(slow), QUICK); })]);
  if (first !== slow) return work;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () => work);
}

/** Says the outcome and shows the file or place that it names. */
export async function showOutcome(outcome: Outcome): Promise<void> {
  if (outcome.at) {
    const place = new vscode.Position(outcome.at.line, outcome.at.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(outcome.at.uri), { selection: new vscode.Range(place, place) });
  }
  if (!outcome.ok) {
    const choice = await vscode.window.showErrorMessage(outcome.message, ...(outcome.at ? ['Show problems'] : []));
    if (choice) await vscode.commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  void vscode.window.showInformationMessage(outcome.message, ...(outcome.show ? ['Open file'] : [])).then(async (choice) => {
    if (choice && outcome.show) await vscode.window.showTextDocument(vscode.Uri.parse(outcome.show), { preview: true });
  });
}
