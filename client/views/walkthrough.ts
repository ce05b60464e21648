// Ticks the steps of the tour "From visit to payment" off by themselves, by what the user does: what was there at the start does not count.
import * as vscode from 'vscode';
import type { ClaimNode } from '../../server/lsp/protocol';
import type { Claims } from '../claims';

const OUT = ['submitted', 'accepted', 'pending'];
const ANSWERED = ['rejected', 'denied', 'partial', 'paid'];

export function trackWalkthrough(claims: Claims): vscode.Disposable {
  const ticked = new Set<string>();
  let last: ReadonlyMap<string, ClaimNode> | undefined;
  const look = (all: readonly ClaimNode[]) => {
    const before = last;
    last = new Map(all.map((claim) => [claim.encounter, claim]));
    if (!before) return;
    for (const claim of all) {
      for (const step of stepsOf(claim, before.get(claim.encounter))) {
        if (ticked.has(step)) continue;
        ticked.add(step);
        void vscode.commands.executeCommand('setContext', `superbill.${step}`, true);
      }
    }
  };
  if (claims.all) look(claims.all);
  return claims.onChange(look);
}

/** What a change of an encounter says about its author. */
function stepsOf(now: ClaimNode, before: ClaimNode | undefined): string[] {
  const steps: string[] = [];
  if (!before) steps.push('wrote');
  const isOut = [...OUT, ...ANSWERED].includes(now.state);
  if (now.state !== 'draft' && (!before || before.state === 'draft')) steps.push('clean');
  if (now.control && now.control !== before?.control) steps.push('generated');
  if (now.control && before?.control && now.control !== before.control && ANSWERED.includes(before.state)) steps.push('resubmitted');
  if (now.state === before?.state && now.control === before.control) return steps;
  if (isOut) steps.push('submitted');
  if (ANSWERED.includes(now.state)) steps.push('answered');
  if (now.state === 'paid') steps.push('paid');
  return steps;
}
