// The shape of a command, and what those about encounters share: which ones are meant, saving, trust, progress.
import * as vscode from 'vscode';
import { type ClaimNode, type EncounterAt, type Outcome, REQUESTS } from '../../server/lsp/protocol';
import type { Server } from '../language-server';
import { type Button, say, sayOutcome, withProgress } from '../say';

export interface Command {
  readonly id: string;
  readonly title: string;
  run(server: Server, args: readonly unknown[]): Promise<void>;
}

export interface EncounterCommand {
  readonly id: string;
  readonly title: string;
  readonly request: string;
  /** Shown while it takes long. */
  readonly doing: string;
  /** Said after several at once. */
  done(count: number): string;
  /** Does it send something? Then the folder must be trusted. */
  readonly sends?: boolean;
  /** Does it change the encounter? Then it is shown first and saved afterwards. */
  readonly changes?: boolean;
  /** What one would do next. */
  readonly next?: Button;
}

/** Milliseconds that a save may take which somebody else began. */
const LONGEST_SAVE = 5000;

/** A command that asks the server about encounters, one after the other, and says what came of it. */
export function encounterCommand(command: EncounterCommand): Command {
  const { id, title, request, doing, done, next } = command;
  return {
    id,
    title,
    async run(server, args) {
      if (command.sends && !mayExchange(title)) return;
      const places = await encountersOf(server, title, args);
      if (places.length === 0) return;
      const saved = await saveDocuments(title, places);
      if (!saved) return;
      if (command.changes) await vscode.window.showTextDocument(vscode.Uri.parse(places[0].uri), { preview: false });
      const outcomes = await withProgress(
        doing,
        inTurn(places, (at) => server.ask<Outcome>(request, at)),
      );
      if (command.changes) await saveDocuments(title, places);
      const outcome = together(outcomes, done);
      const first = saved.length > 0 ? `Saved ${saved.join(', ')}. ` : '';
      await sayOutcome({ ...outcome, message: first + outcome.message }, ...(next ? [next] : []));
    },
  };
}

/** From the arguments of a lens, from the items of the tree, from the cursor; else the user chooses. */
export async function encountersOf(server: Server, title: string, [first, second]: readonly unknown[]): Promise<EncounterAt[]> {
  if (typeof first === 'string') return [{ uri: first, ...(typeof second === 'string' && { encounter: second }) }];
  const items = [...new Set([first, ...(Array.isArray(second) ? second : [])])].filter(isClaimItem);
  if (items.length > 0) return items.map(({ claim }) => ({ uri: claim.uri, encounter: claim.encounter }));
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === 'superbill' && /^encounter\b/im.test(editor.document.getText())) {
    return [{ uri: editor.document.uri.toString(), line: editor.selection.active.line }];
  }
  return choose(title, await server.ask<ClaimNode[]>(REQUESTS.claims));
}

async function choose(title: string, claims: readonly ClaimNode[]): Promise<EncounterAt[]> {
  if (claims.length === 0) {
    say('warning', `${title}: there is no encounter yet.`, {
      title: 'New Encounter',
      run: () => vscode.commands.executeCommand('superbill.newEncounter'),
    });
    return [];
  }
  const items = claims.map((claim) => ({
    label: `${claim.encounter}  ${claim.patient}`,
    description: [claim.date, claim.payer].filter(Boolean).join(' · '),
    detail: claim.summary || claim.state,
    claim,
  }));
  const options = { title, placeHolder: 'Which encounter?', matchOnDescription: true, matchOnDetail: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  return chosen ? [{ uri: chosen.claim.uri, encounter: chosen.claim.encounter }] : [];
}

function isClaimItem(value: unknown): value is { claim: { uri: string; encounter: string } } {
  return typeof value === 'object' && value !== null && 'claim' in value;
}

/** Nothing is sent or fetched in Restricted Mode; says why. */
export function mayExchange(title: string): boolean {
  if (vscode.workspace.isTrusted) return true;
  say('warning', `${title} is off in Restricted Mode: claims are neither sent nor received in a folder that you have not trusted.`, {
    title: 'Manage Trust',
    run: () => vscode.commands.executeCommand('workbench.trust.manage'),
  });
  return false;
}

/** Claims are made of what is on disk. Gives the names of documents that were saved besides; undefined where one could not be. */
async function saveDocuments(title: string, places: readonly EncounterAt[]): Promise<string[] | undefined> {
  const names: string[] = [];
  for (const document of vscode.workspace.textDocuments) {
    const isMeant = places.some(({ uri }) => uri === document.uri.toString());
    if (document.languageId !== 'superbill' || (document.isUntitled ? !isMeant : !document.isDirty)) continue;
    const name = vscode.workspace.asRelativePath(document.uri);
    if (document.isUntitled || !(await isSaved(document))) {
      say('error', `${title}: save ${name} in the folder of your practice first.`);
      return undefined;
    }
    if (!isMeant) names.push(name);
  }
  return names;
}

/**
 * A save that is under way, by the editor itself or somebody's key, refuses another one while extensions look at the text:
 * its end is waited for. What is still not saved then, is saved once more.
 */
async function isSaved(document: vscode.TextDocument): Promise<boolean> {
  const other = nextSave(document);
  if ((await document.save()) || !document.isDirty) return true;
  await withProgress(`Saving ${vscode.workspace.asRelativePath(document.uri)}…`, other);
  return !document.isDirty || document.save();
}

/** Settles when a document is saved next; after a while also when it is not, as nobody is told of a save that fails. */
function nextSave(document: vscode.TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      listening.dispose();
      clearTimeout(timer);
      resolve();
    };
    const listening = vscode.workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) finish();
    });
    const timer = setTimeout(finish, LONGEST_SAVE);
  });
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** One sentence for several; the first that did not work leads. */
function together(outcomes: readonly Outcome[], done: (count: number) => string): Outcome {
  const failed = outcomes.find((one) => !one.ok);
  if (outcomes.length === 1) return outcomes[0];
  const good = outcomes.filter((one) => one.ok).length;
  if (!failed) return { ok: true, message: done(good) };
  return { ...failed, message: `${good > 0 ? `${done(good)} ` : ''}${outcomes.length - good} could not be done. ${failed.message}` };
}
