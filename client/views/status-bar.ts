// The status bar item: how many claims need work. A click opens the Claims view.
import * as vscode from 'vscode';
import type { ClaimNode } from '../../server/lsp/protocol';
import type { Claims } from '../claims';

export function createStatusBar(claims: Claims): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('superbill.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Superbill';
  item.command = 'superbill.claims.focus';
  item.text = '$(loading~spin) Superbill';
  item.tooltip = 'Superbill is starting';
  item.accessibilityInformation = { label: 'Superbill is starting', role: 'button' };
  item.show();
  const draw = (all: readonly ClaimNode[]) => {
    const count = (...states: string[]) => all.filter((claim) => states.includes(claim.state)).length;
    const back = count('rejected', 'denied', 'partial'),
      ready = count('ready'),
      waiting = count('submitted', 'accepted', 'pending');
    const parts = [back && `${back} to fix`, ready && `${ready} ready`, waiting && `${waiting} waiting`].filter(Boolean);
    item.text = `$(${back ? 'warning' : 'checklist'}) Superbill${parts.length ? `: ${parts.join(', ')}` : ''}`;
    item.tooltip = [
      'Claims',
      back && `${back} came back from the payer`,
      ready && `${ready} ready to send`,
      waiting && `${waiting} sent, waiting for the payer`,
      !vscode.workspace.isTrusted && 'Restricted Mode: nothing is sent or received',
      'Click to see them',
    ]
      .filter(Boolean)
      .join('\n');
    item.accessibilityInformation = { label: `Superbill claims: ${parts.join(', ') || 'nothing waits'}. Show claims.`, role: 'button' };
  };
  if (claims.all) draw(claims.all);
  return vscode.Disposable.from(
    item,
    claims.onChange(draw),
    vscode.workspace.onDidGrantWorkspaceTrust(() => draw(claims.all ?? [])),
  );
}
