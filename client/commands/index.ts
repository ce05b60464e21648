// The list of commands.
import type { Command } from './command';
import explainFile from './explain-file';
import findCodes from './find-codes';
import generateClaim from './generate-claim';
import importCodeSet from './import-code-set';
import newEncounter from './new-encounter';
import receiveResponses from './receive-responses';
import resubmitClaim from './resubmit-claim';
import showClaimHistory from './show-claim-history';
import showInFile from './show-in-file';
import showReadableView from './show-readable-view';
import submitClaim from './submit-claim';
import updateCodeSets from './update-code-sets';

export const COMMANDS: readonly Command[] = [
  generateClaim,
  submitClaim,
  receiveResponses,
  resubmitClaim,
  showClaimHistory,
  newEncounter,
  showReadableView,
  showInFile,
  explainFile,
  findCodes,
  updateCodeSets,
  importCodeSet,
];
