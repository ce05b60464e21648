// Superbill: Generate Claim.
import { REQUESTS } from '../../server/lsp/protocol';
import { encounterCommand } from './command';

export default encounterCommand({
  id: 'superbill.generateClaim',
  title: 'Generate Claim',
  request: REQUESTS.generate,
  doing: 'Writing the claim…',
  done: (count) => `${count} claims are written.`,
});
