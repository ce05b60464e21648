// The claims as the server last told them: asked once for all views, and told on only when something differs.
import * as vscode from 'vscode';
import { type ClaimNode, REQUESTS } from '../server/lsp/protocol';
import type { Server } from './language-server';

export interface Claims extends vscode.Disposable {
  /** Undefined until the server has answered for the first time. */
  readonly all: readonly ClaimNode[] | undefined;
  /** Settles with the first answer. */
  readonly loaded: Promise<void>;
  readonly onChange: vscode.Event<readonly ClaimNode[]>;
}

export function watchClaims(server: Server): Claims {
  const changed = new vscode.EventEmitter<readonly ClaimNode[]>();
  let all: readonly ClaimNode[] | undefined;
  let known = '',
    asking = false,
    stale = false;
  let markLoaded = () => {};
  const loaded = new Promise<void>((resolve) => {
    markLoaded = resolve;
  });
  // What comes while an answer is under way is asked for once, afterwards.
  const look = async () => {
    stale = true;
    if (asking) return;
    asking = true;
    try {
      while (stale) {
        stale = false;
        const answer = await server.ask<ClaimNode[]>(REQUESTS.claims);
        const text = JSON.stringify(answer);
        if (text === known) continue;
        known = text;
        all = answer;
        markLoaded();
        changed.fire(answer);
      }
    } catch {
      // The server is starting again or ending: it tells of its claims itself when it is back.
    } finally {
      asking = false;
    }
  };
  const listening = server.onClaimsChanged(() => void look());
  void look();
  return {
    get all() {
      return all;
    },
    loaded,
    onChange: changed.event,
    dispose: () => {
      vscode.Disposable.from(listening, changed).dispose();
    },
  };
}
