// Puts texts into a workspace and asks it: what the tests stand on.
import type { CodeSets } from '../../codesets/code-set';
import { lowerSuperbill } from '../../server/model/lower';
import type { Source } from '../../server/model/value';
import { Workspace } from '../../server/model/workspace';
import { type CheckedDocument, type RuleWorld, NO_SETTINGS, checkDocument } from '../../server/rules/run';
import type { Finding } from '../../server/rules/rule';
import { parseSuperbill } from '../../server/syntax/superbill/parse';
import { codeSets } from './code-sets';
import { EARLIER, PRACTICE, TODAY } from './frame';

/** Reads a text as a document of the workspace. */
export function readDocument(text: string, uri = 'file:///practice/test.encounter'): CheckedDocument {
  const source: Source = { uri, text, language: 'superbill' };
  const tree = parseSuperbill(text);
  return { source, tree, definitions: lowerSuperbill(tree, source) };
}

/** A world with the documents in it. Errors inside rules are thrown, not logged: a test must see them. */
export function worldOf(documents: readonly CheckedDocument[], codes: CodeSets = codeSets()): RuleWorld {
  const workspace = new Workspace();
  for (const document of documents) workspace.set(document.definitions);
  return {
    workspace,
    codes,
    today: TODAY,
    settings: NO_SETTINGS,
    log(message) {
      throw new Error(message);
    },
  };
}

/** The findings of a text that stands beside the practice of `frame.ts` and an earlier encounter. */
export function findingsOf(text: string, beside = PRACTICE, uri?: string): Finding[] {
  const document = readDocument(text, uri);
  return checkDocument(
    document,
    worldOf([
      readDocument(beside, 'file:///practice/front-desk.practice'),
      readDocument(EARLIER, 'file:///practice/october.encounter'),
      document,
    ]),
  );
}
