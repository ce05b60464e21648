// Superbill: Generate Claim.
import { REQUESTS } from '../../server/lsp/protocol';
import { encounterCommand } from './command';

export default encounterCommand('superbill.generateClaim', 'Generate Claim', REQUESTS.generate, 'Writing the claim…');
