// The code sets that ship, opened once for all tests of a file.
import type { CodeSets } from '../../codesets/code-set';
import { openCodeSets } from '../../codesets/open';
import { starterEditions } from '../../codesets/starter';

let opened: CodeSets | undefined;

export function codeSets(): CodeSets {
  return (opened ??= openCodeSets(starterEditions()));
}
