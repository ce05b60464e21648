// Superbill: Explain This File.
import { openExplanation } from '../panels/explain-file';
import type { Command } from './command';
import { x12Target } from './x12-file';

const command: Command = {
  id: 'superbill.explainFile',
  title: 'Explain This File',
  async run(server, args) {
    const target = x12Target(command.title, args);
    if (target) await openExplanation(server, target.uri);
  },
};
export default command;
