// Superbill: Resubmit Claim.
import { REQUESTS } from '../../server/lsp/protocol';
import { encounterCommand } from './command';
import { receiveNext } from './receive-responses';

export default encounterCommand({
  id: 'superbill.resubmitClaim',
  title: 'Resubmit Claim',
  request: REQUESTS.resubmit,
  sends: true,
  changes: true,
  doing: 'Sending the corrected claim…',
  done: (count) => `${count} corrected claims are sent.`,
  next: receiveNext,
});
