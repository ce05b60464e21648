// Superbill: Submit Claim.
import { REQUESTS } from '../../server/lsp/protocol';
import { encounterCommand } from './command';
import { receiveNext } from './receive-responses';

export default encounterCommand({
  id: 'superbill.submitClaim',
  title: 'Submit Claim',
  request: REQUESTS.submit,
  sends: true,
  doing: 'Sending the claim…',
  done: (count) => `${count} claims are sent.`,
  next: receiveNext,
});
