// Superbill: Resubmit Claim.
import { REQUESTS } from '../../server/lsp/protocol';
import { encounterCommand } from './command';

export default encounterCommand('superbill.resubmitClaim', 'Resubmit Claim', REQUESTS.resubmit, 'Sending the corrected claim…');
