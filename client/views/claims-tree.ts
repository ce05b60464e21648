// The Claims view: encounters by the state of their claim, what needs work first.
import * as vscode from 'vscode';
import type { ClaimNode } from '../../server/lsp/protocol';
import type { Claims } from '../claims';

/** In the order in which a biller works; the icon's colour says whether to worry. */
const STATES: readonly (readonly [state: string, label: string, icon: string, color?: string])[] = [
  ['rejected', 'Rejected', 'error', 'list.errorForeground'],
  ['denied', 'Denied', 'circle-slash', 'list.errorForeground'],
  ['partial', 'Paid in part', 'warning', 'list.warningForeground'],
  ['draft', 'Draft', 'edit'],
  ['ready', 'Ready to send', 'check'],
  ['submitted', 'Submitted', 'cloud-upload'],
  ['accepted', 'Accepted', 'pass'],
  ['pending', 'Pending', 'clock'],
  ['paid', 'Paid', 'pass-filled', 'testing.iconPassed'],
  ['voided', 'Voided', 'trash'],
  ['closed', 'Closed', 'archive'],
];
const DONE = ['paid', 'voided', 'closed'];

interface StateItem {
  readonly state: (typeof STATES)[number];
  readonly claims: readonly ClaimNode[];
}

interface ClaimItem {
  readonly claim: ClaimNode;
}

type Item = StateItem | ClaimItem;

export function createClaimsTree(claims: Claims): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Item> = {
    onDidChangeTreeData: changed.event,
    async getChildren(item) {
      await claims.loaded;
      if (item) return 'claims' in item ? item.claims.map((claim) => ({ claim })) : [];
      const all = claims.all ?? [];
      const groups = STATES.map((state) => ({ state, claims: all.filter((claim) => claim.state === state[0]) }));
      return groups.filter((one) => one.claims.length > 0);
    },
    getTreeItem: (item) => ('claims' in item ? stateItem(item) : claimItem(item)),
  };
  const view = vscode.window.createTreeView('superbill.claims', { treeDataProvider: provider, showCollapseAll: true, canSelectMany: true });
  const sayTrust = () => {
    const why = 'Restricted Mode: claims are neither sent nor received until you trust this folder.';
    view.message = vscode.workspace.isTrusted ? undefined : why;
  };
  sayTrust();
  const listening = [claims.onChange(() => changed.fire(undefined)), vscode.workspace.onDidGrantWorkspaceTrust(sayTrust)];
  return vscode.Disposable.from(view, changed, ...listening);
}

function stateItem({ state: [state, label, icon, color], claims }: StateItem): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, DONE.includes(state) && state !== 'paid' ? Collapsed : Expanded);
  item.id = state;
  item.description = String(claims.length);
  item.iconPath = new vscode.ThemeIcon(icon, color ? new vscode.ThemeColor(color) : undefined);
  item.accessibilityInformation = { label: `${label}: ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}` };
  return item;
}

function claimItem({ claim }: ClaimItem): vscode.TreeItem {
  const { encounter, patient, date, payer, control, state, summary } = claim;
  const charge = claim.charge === '0.00' ? '' : claim.charge;
  const item = new vscode.TreeItem(`${encounter}  ${patient || 'no patient yet'}`, vscode.TreeItemCollapsibleState.None);
  item.id = `claim:${claim.uri}:${encounter}`;
  // The panel is narrow: what differs from claim to claim comes first.
  const news = summary.replace(`${state}: `, '');
  item.description = [news, !news && charge, !news && payer, date].filter(Boolean).join(' · ');
  item.tooltip = [
    `${encounter}: ${patient || 'no patient yet'}`,
    [date, payer, charge && `charge ${charge}`].filter(Boolean).join(' · '),
    control && `Claim ${control}`,
    summary,
  ]
    .filter(Boolean)
    .join('\n');
  item.contextValue = state;
  item.accessibilityInformation = {
    label: [`Encounter ${encounter}`, patient, date, payer, charge && `charge ${charge}`, summary || state].filter(Boolean).join(', '),
  };
  const place = new vscode.Position(claim.line, 0);
  const options = { selection: new vscode.Range(place, place) };
  item.command = { title: 'Open', command: 'vscode.open', arguments: [vscode.Uri.parse(claim.uri), options] };
  return item;
}
