// What payers answered, as findings on the words of the encounter that caused it.
import type { CodeSets } from '../../codesets/code-set';
import type { Project } from '../features/project';
import type { Finding } from '../rules/rule';
import type { Ledger } from '../ledger/ledger';

export function answerFindings(_project: Project, _uri: string, _ledger: Ledger | undefined, _codes: CodeSets): Finding[] {
  return [];
}
