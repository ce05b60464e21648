// Superbill: Find Codes in Note.
import * as vscode from 'vscode';
import { type ChosenCodes, type CodeChoice, type CodeChoices, type NotePart, type Outcome, REQUESTS } from '../../server/lsp/protocol';
import { remark, sayOutcome } from '../say';
import type { Command } from './command';

const command: Command = {
  id: 'superbill.findCodes',
  title: 'Find Codes in Note',
  async run(server, args) {
    const part = partOf(args);
    if (!part) {
      remark('Find Codes in Note: put the cursor into the note of an encounter first.');
      return;
    }
    const { choices, message } = await server.ask<CodeChoices>(REQUESTS.findCodes, part);
    if (choices.length === 0) {
      remark(message);
      return;
    }
    const chosen = await vscode.window.showQuickPick(itemsOf(choices), {
      // What is chosen already is not lost with a look at the chart.
      ignoreFocusOut: true,
      title: 'Codes for the note',
      placeHolder: message,
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen || chosen.length === 0) return;
    const codes = chosen.flatMap((one) => (one.code ? [one.code] : []));
    await sayOutcome(await server.ask<Outcome>(REQUESTS.addCodes, { ...part, codes } satisfies ChosenCodes));
  },
};
export default command;

type Item = vscode.QuickPickItem & { readonly code?: string };

/** One item a code, below a line for its kind. */
function itemsOf(choices: readonly CodeChoice[]): Item[] {
  return choices.flatMap(({ code, title, because, group }, i): Item[] => [
    ...(group === choices[i - 1]?.group ? [] : [{ label: group, kind: vscode.QuickPickItemKind.Separator }]),
    { label: code, description: title, detail: because, code },
  ]);
}

/** From the code action, else the selection of the editor. */
function partOf([uri, range]: readonly unknown[]): NotePart | undefined {
  if (typeof uri === 'string' && typeof range === 'object' && range !== null) return { uri, range: range as NotePart['range'] };
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'superbill') return undefined;
  const { start, end } = editor.selection;
  const plain = ({ line, character }: vscode.Position) => ({ line, character });
  return { uri: editor.document.uri.toString(), range: { start: plain(start), end: plain(end) } };
}
