// Superbill: Submit Claim.
import { REQUESTS } from '../../server/lsp/protocol';
import { encounterCommand } from './command';

export default encounterCommand('superbill.submitClaim', 'Submit Claim', REQUESTS.submit, 'Sending the claim…');
