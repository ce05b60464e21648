// How outcomes are said: one notification at a time, small things in the status bar, and the place that matters one click away.
import * as vscode from 'vscode';
import type { Outcome } from '../server/lsp/protocol';

export interface Button {
  readonly title: string;
  run(): Thenable<unknown>;
}

/** Milliseconds that a passing remark stays in the status bar. */
const REMARK = 8000;
const QUICK = 500;

/** Says one thing and, if asked to, does the next; what was said before makes room. Does not wait for the answer. */
export function say(kind: 'information' | 'warning' | 'error', message: string, ...buttons: Button[]): void {
  const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;
  const show = { information: showInformationMessage, warning: showWarningMessage, error: showErrorMessage };
  void vscode.commands
    .executeCommand('notifications.hideToasts')
    .then(() => show[kind](message, ...buttons.map((button) => button.title)))
    .then((chosen) => buttons.find((button) => button.title === chosen)?.run());
}

/** For what nobody needs to act on. */
export function remark(message: string): void {
  vscode.window.setStatusBarMessage(`$(info) ${message}`, REMARK);
}

/** What a command ended with that nobody foresaw. */
export function sayError(title: string, error: unknown): void {
  say('error', `${title} did not work. ${error instanceof Error ? error.message : String(error)}`);
}

/** Says what came of a command and leads to the place that it names. `next`: what one would do next when it went well. */
export async function sayOutcome(outcome: Outcome, ...next: Button[]): Promise<void> {
  const { ok, message, news, at, show } = outcome;
  if (!ok) {
    if (at) await showPlace(at);
    const problems = { title: 'Show Problems', run: () => vscode.commands.executeCommand('workbench.actions.view.problems') };
    say('error', message, ...(at ? [problems] : []));
    return;
  }
  if (news === 'none') {
    remark(message);
    return;
  }
  const buttons = news === 'returned' && at ? [{ title: 'Show', run: () => showPlace(at) }] : next;
  const open = show ? [{ title: 'Open File', run: () => vscode.window.showTextDocument(vscode.Uri.parse(show)) }] : [];
  say(news === 'returned' ? 'warning' : 'information', message, ...buttons, ...open);
}

/** Puts the cursor where the problem is and opens what is said about it. */
async function showPlace({ uri, line, character }: NonNullable<Outcome['at']>): Promise<void> {
  const place = new vscode.Position(line, character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(place, place) });
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** Shows progress for anything that takes more than half a second. */
export async function withProgress<T>(title: string, work: Promise<T>): Promise<T> {
  const slow = Symbol('slow');
  let timer: NodeJS.Timeout | undefined;
  const first = await Promise.race([
    work,
    new Promise<typeof slow>((resolve) => {
      timer = setTimeout(() => resolve(slow), QUICK);
    }),
  ]);
  clearTimeout(timer);
  if (first !== slow) return first;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () => work);
}
