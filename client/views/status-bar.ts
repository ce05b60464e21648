// The status bar item: how many claims need work. A click opens the Claims view.
import * as vscode from 'vscode';
import { type ClaimNode, REQUESTS } from '../../server/lsp/protocol';
import type { Server } from '../language-server';

export function createStatusBar(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('superbill.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Superbill';
  item.command = 'superbill.claims.focus';
  const draw = async () => {
    const claims = await server.ask<ClaimNode[]>(REQUESTS.claims);
    const count = (...states: string[]) => claims.filter((claim) => states.includes(claim.state)).length;
    const back = count('rejected', 'denied', 'partial'), ready = count('ready'), waiting = count('submitted', 'accepted', 'pending');
    const parts = [back && `${back} to fix`, ready && `${ready} ready`, waiting && `${waiting} waiting`].filter(Boolean);
    item.text = `$(${back ? 'warning' : 'checklist'}) Superbill${parts.length ? `: ${parts.join(', ')}` : ''}`;
    item.tooltip = 'Show claims';
    item.accessibilityInformation = { label: `Superbill, ${parts.join(', ') || 'no claims waiting'}. Show claims.` };
    item.show();
  };
  void draw();
  return vscode.Disposable.from(item, server.onClaimsChanged(() => void draw()));
}
