// The Claims view: encounters by the state of their claim, what needs work first.
import * as vscode from 'vscode';
import { type ClaimNode, REQUESTS } from '../../server/lsp/protocol';
import type { Server } from '../language-server';

/** In the order in which a biller works; the icon's colour says whether to worry. */
const STATES: readonly (readonly [state: string, label: string, icon: string, color?: string])[] = [
  ['rejected', 'Rejected', 'error', 'list.errorForeground'], ['denied', 'Denied', 'circle-slash', 'list.errorForeground'],
  ['partial', 'Paid in part', 'warning', 'list.warningForeground'], ['draft', 'Draft', 'edit'], ['ready', 'Ready to send', 'check'],
  ['submitted', 'Submitted', 'cloud-upload'], ['accepted', 'Accepted', 'pass'], ['pending', 'Pending', 'clock'],
  ['paid', 'Paid', 'pass-filled', 'testing.iconPassed'], ['voided', 'Voided', 'trash'], ['closed', 'Closed', 'archive'],
];

interface StateItem {
  readonly state: (typeof STATES)[number];
  readonly claims: readonly ClaimNode[];
}

interface ClaimItem {
  readonly claim: ClaimNode;
}

type Item = StateItem | ClaimItem;

export function createClaimsTree(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let claims: ClaimNode[] = [];
  const provider: vscode.TreeDataProvider<Item> = {
    onDidChangeTreeData: changed.event,
    async getChildren(item) {
      if (item) return 'claims' in item ? item.claims.map((claim) => ({ claim })) : [];
      claims = await server.ask<ClaimNode[]>(REQUESTS.claims);
      return STATES.map((state) => ({ state, claims: claims.filter((claim) => claim.state === state[0]) })).filter((one) => one.claims.length > 0);
    },
    getTreeItem: (item) => ('claims' in item ? stateItem(item) : claimItem(item)),
  };
  const view = vscode.window.createTreeView('superbill.claims', { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(view, changed, server.onClaimsChanged(() => changed.fire(undefined)));
}

function stateItem({ state: [state, label, icon, color], claims }: StateItem): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state === 'closed' || state === 'voided' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded);
  item.id = state;
  item.description = String(claims.length);
  item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  item.accessibilityInformation = { label: `${label}: ${claims.length}` };
  return item;
}

function claimItem({ claim }: ClaimItem): vscode.TreeItem {
  const item = new vscode.TreeItem(`${claim.encounter}  ${claim.patient}`, vscode.TreeItemCollapsibleState.None);
  item.id = `claim:${claim.uri}:${claim.encounter}`;
  item.description = [claim.date, claim.payer, claim.summary].filter(Boolean).join(' · ');
  item.tooltip = `${claim.encounter}: ${claim.summary || claim.state}`;
  item.contextValue = claim.state;
  item.accessibilityInformation = { label: `Encounter ${claim.encounter}, ${claim.patient}, ${claim.date}, ${claim.payer}, ${claim.state}. ${claim.summary}` };
  const place = new vscode.Position(claim.line, 0);
  item.command = { title: 'Open', command: 'vscode.open', arguments: [vscode.Uri.parse(claim.uri), { selection: new vscode.Range(place, place) }] };
  return item;
}
