// Superbill: Receive Responses.
import * as vscode from 'vscode';
import { type Outcome, REQUESTS } from '../../server/lsp/protocol';
import { type Button, sayOutcome, withProgress } from '../say';
import { type Command, mayExchange } from './command';

const command: Command = {
  id: 'superbill.receiveResponses',
  title: 'Receive Responses',
  async run(server) {
    if (mayExchange(command.title)) await sayOutcome(await withProgress('Fetching answers…', server.ask<Outcome>(REQUESTS.receive)));
  },
};
export default command;

/** Offered after a claim has gone out. */
export const receiveNext: Button = { title: command.title, run: () => vscode.commands.executeCommand(command.id) };
