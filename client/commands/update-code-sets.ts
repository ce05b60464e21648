// Superbill: Update Code Sets: the user ticks releases, accepts terms where there are any, and sees how far it is.
import * as vscode from 'vscode';
import {
  type CodeSetOffer,
  type CodeSetsOutcome,
  type CodeSetsProgress,
  type OfferedLicence,
  type ProxySettings,
  REQUESTS,
} from '../../server/lsp/protocol';
import type { Server } from '../language-server';
import { type Button, remark, say } from '../say';
import type { Command } from './command';
import { importNext } from './import-code-set';

const command: Command = {
  id: 'superbill.updateCodeSets',
  title: 'Update Code Sets',
  async run(server, [named]) {
    const offers = await server.ask<CodeSetOffer[]>(REQUESTS.codeSets);
    const chosen = Array.isArray(named) ? offers.filter(({ id }) => named.includes(id)) : await choose(offers);
    const accepted = new Set<string>();
    const releases: string[] = [];
    for (const { id, title, licence } of chosen) {
      if (licence && !licence.accepted && !accepted.has(licence.id)) {
        if (!(await accepts(title, licence))) continue;
        accepted.add(licence.id);
      }
      releases.push(id);
    }
    if (releases.length > 0) await update(server, releases, [...accepted]);
  },
};
export default command;

async function choose(offers: readonly CodeSetOffer[]): Promise<readonly CodeSetOffer[]> {
  const items = offers.map((offer) => {
    const { title, edition, publisher, megabytes, licence, here, imported, usual } = offer;
    const more = [publisher, megabytes && `about ${megabytes} MB`, licence && !licence.accepted && 'with terms to accept'].filter(Boolean);
    const state = here ? `${edition} is here` : imported ? `here: ${imported}` : 'not on this machine';
    return {
      label: `${title} ${edition}`,
      description: more.join(' · '),
      detail: state,
      picked: !here && (usual || imported !== undefined),
      offer,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Update Code Sets',
    placeHolder: 'What to fetch from the publishers',
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return (chosen ?? []).map(({ offer }) => offer);
}

/** Shows terms until they are accepted or not; reading them in full does not answer. */
async function accepts(what: string, { title, text, link }: OfferedLicence): Promise<boolean> {
  for (;;) {
    const answer = await vscode.window.showInformationMessage(
      `${what}: ${title}`,
      { modal: true, detail: `${text}\n\n${link}` },
      'Accept',
      'Read the Terms',
    );
    if (answer !== 'Read the Terms') return answer === 'Accept';
    await vscode.env.openExternal(vscode.Uri.parse(link));
  }
}

async function update(server: Server, releases: readonly string[], accepted: readonly string[]): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title: 'Code sets', cancellable: true };
  const [outcome, stopped] = await vscode.window.withProgress(options, async (bar, token) => {
    let percent = 0;
    const listening = server.onCodeSetsProgress((progress: CodeSetsProgress) => {
      bar.report({ message: progress.message, increment: Math.max(0, progress.percent - percent) });
      percent = Math.max(percent, progress.percent);
    });
    try {
      return [
        await server.ask<CodeSetsOutcome>(REQUESTS.updateCodeSets, { releases, accepted, proxy: proxySettings() }, token),
        token.isCancellationRequested,
      ] as const;
    } finally {
      listening.dispose();
    }
  });
  if (outcome.ok) say('information', outcome.message);
  else if (stopped) remark(outcome.message);
  else say('error', outcome.message, ...(outcome.page ? [openPage(outcome.page), importNext] : []));
}

/** The way to the internet as VS Code has it, which takes it from the user's own settings only: no folder sends a download elsewhere. */
function proxySettings(): ProxySettings {
  const settings = vscode.workspace.getConfiguration('http');
  if (settings.get('proxySupport') === 'off') return { noProxy: ['*'] };
  return { proxy: settings.get('proxy', ''), noProxy: settings.get('noProxy', []) };
}

function openPage(page: string): Button {
  return { title: 'Open the Page', run: () => vscode.env.openExternal(vscode.Uri.parse(page)) };
}
