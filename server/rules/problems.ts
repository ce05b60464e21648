// What the reader of a document could not make sense of, as findings: one rule for each kind.
import type { Problem } from '../syntax/tree';
import type { Fix, RuleContext, Subjects } from './rule';

/** Reports all problems of one kind. `cure`: what is offered where the reader has no fix of its own. */
export function reportProblems(
  kind: Problem['kind'],
  { source, tree }: Subjects['document'],
  { report }: RuleContext,
  cure?: (problem: Problem) => Fix | undefined,
): void {
  for (const problem of tree.problems) {
    if (problem.kind !== kind) continue;
    const fix = problem.fix ?? cure?.(problem);
    report({ source, span: problem.span }, problem.message, { fixes: fix ? [fix] : [] });
  }
}
