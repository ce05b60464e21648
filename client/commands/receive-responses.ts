// Superbill: Receive Responses.
import { type Outcome, REQUESTS } from '../../server/lsp/protocol';
import { type Command, showOutcome, withProgress } from './command';

const command: Command = {
  id: 'superbill.receiveResponses', title: 'Receive Responses',
  async run(server) {
    await showOutcome(await withProgress('Fetching answers…', server.ask<Outcome>(REQUESTS.receive)));
  },
};
export default command;
