// Superbill: Show Readable View.
import { openReadableView } from '../panels/readable-view';
import type { Command } from './command';
import { x12Target } from './x12-file';

const command: Command = {
  id: 'superbill.showReadableView',
  title: 'Show Readable View',
  async run(server, args) {
    const target = x12Target(command.title, args);
    if (target) await openReadableView(server, target.uri, target.cursor);
  },
};
export default command;
