// Ticks the steps of the tour "From visit to payment" off by themselves, from what the claims show.
import * as vscode from 'vscode';
import { type ClaimNode, REQUESTS } from '../../server/lsp/protocol';
import type { Server } from '../language-server';

export function trackWalkthrough(server: Server): vscode.Disposable {
  const done = (step: string) => vscode.commands.executeCommand('setContext', `superbill.${step}`, true);
  const look = async () => {
    const claims = await server.ask<ClaimNode[]>(REQUESTS.claims);
    const states = new Set(claims.map((claim) => claim.state));
    const any = (...wanted: string[]) => wanted.some((state) => states.has(state));
    const answered = any('rejected', 'denied', 'partial', 'paid', 'accepted');
    if (claims.length > 0) await done('wrote');
    if (any('ready') || claims.some((claim) => claim.control)) await done('clean');
    if (claims.some((claim) => claim.control)) await done('generated');
    if (any('submitted') || answered) await done('submitted');
    if (answered) await done('answered');
    if (claims.some((claim) => /-([2-9]|\d\d+)$/.test(claim.control))) await done('resubmitted');
    if (any('paid')) await done('paid');
  };
  void look();
  return server.onClaimsChanged(() => void look());
}
