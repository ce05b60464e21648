// Says in which code sets a code of a superbill document is to be found: depends on the line and the place in it.
import type { CodeSetId } from '../../codesets/code-set';
import * as grammar from '../syntax/superbill/grammar';
import { slice } from '../syntax/tree';
import type { Entry, Token } from '../syntax/superbill/nodes';

/** `service` stands for all sets of service codes and the charge master. */
export type TokenSet = CodeSetId | 'service';

/** The sets to look in, likeliest first; empty where the token is no code of a set. */
export function codeTokens(text: string, entry: Entry, token: Token): readonly TokenSet[] {
  switch (entry.spec) {
    case grammar.DIAGNOSIS:
      return token.kind === 'code' ? ['icd-10-cm'] : [];
    case grammar.SERVICE: {
      if (token.kind === 'modifier') return ['modifiers'];
      if (token.kind !== 'code') return [];
      return token === entry.tokens[0] ? ['service'] : wordBefore(text, entry, token) === 'place' ? ['place-of-service'] : [];
    }
    case grammar.FEE:
    case grammar.PAYER_AUTHORIZATION:
    case grammar.CONTRACT_AUTHORIZATION:
    case grammar.ALLOW:
    case grammar.BUNDLE:
    case grammar.REQUIRE_AUTHORIZATION:
      return token.kind === 'code' ? ['service'] : [];
    case grammar.DENY:
      return token.kind === 'code' ? [DENIED[entry.tokens.indexOf(token)] ?? 'rarc'] : [];
    case grammar.ADJUDICATED_LINE:
      return token.kind === 'code' ? ['carc'] : [];
    case grammar.PLACE:
      return token.kind === 'code' ? ['place-of-service'] : [];
    case grammar.FILING:
      return token.kind === 'code' ? ['filing-indicator'] : [];
    case grammar.TAXONOMY:
      return token.kind === 'code' ? ['taxonomy'] : [];
    default:
      return [];
  }
}

/** What stands at each place of `deny 97110 CO-96 N130`; remarks go on to the end. */
const DENIED: readonly (TokenSet | undefined)[] = [undefined, 'service', 'carc'];

function wordBefore(text: string, entry: Entry, token: Token): string {
  const before = entry.tokens[entry.tokens.indexOf(token) - 1];
  return before ? slice(text, before.span).toLowerCase() : '';
}
