// The features of X12 documents: thin, on top of what server/syntax/x12 says about a place.
import type { Finding } from '../rules/rule';
import type { X12File } from './project';
import type { World } from './world';

export function checkX12(document: X12File, _world: World): Finding[] {
  return document.x12.problems.map((problem) => ({
    rule: `x12/${problem.kind}`, severity: 'error', span: problem.span, message: problem.message, fixes: problem.fix ? [problem.fix] : [],
  }));
}
