// The way to the training payer, which is built in: what lies in sent/training is its mail, and answers are made when asked for.
import path from 'node:path';
import { SENT, RESPONSES, namesIn, read } from '../ledger/folder';
import type { Workspace } from '../model/workspace';
import { readX12 } from '../syntax/x12/read';
import { answer } from '../training-payer/answer';
import { trainingContracts } from '../training-payer/contract';
import type { Exchange, ExchangeFile } from './exchange';

/** Endings of the answers, in the order in which they are filed: the last one tells that all are there. */
const ANSWERS = [['835', '.835'], ['277ca', '.277'], ['999', '.999'], ['ta1', '.ta1']] as const;

export function trainingExchange(root: string, workspace: Workspace): Exchange {
  const sentFolder = path.join(root, SENT, 'training'), answersFolder = path.join(root, RESPONSES, 'training');
  return {
    id: 'training',
    async send() {
      // The file lies in sent/training already, which is the payer's mailbox.
    },
    async receive(known) {
      const mail = namesIn(sentFolder, '.837').map((name) => ({ name, text: read(path.join(sentFolder, name)) }))
        .sort((a, b) => numberOf(a.text) - numberOf(b.text));
      const history: string[] = [];
      const incoming: ExchangeFile[] = [];
      const contracts = trainingContracts(workspace);
      for (const { name, text } of mail) {
        const stem = name.slice(0, -'.837'.length);
        if (known.has(`${stem}.ta1`) || known.has(`${stem}.999`)) {
          for (const [, ending] of ANSWERS) if (known.has(stem + ending)) history.push(read(path.join(answersFolder, stem + ending)));
        } else {
          const answers = answer({ file: text, contracts, history });
          for (const [kind, ending] of ANSWERS) {
            const written = answers[kind];
            if (written === undefined) continue;
            incoming.push({ name: stem + ending, text: written });
            history.push(written);
          }
        }
        history.push(text);
      }
      return incoming;
    },
  };
}

function numberOf(text: string): number {
  return Number(readX12(text).interchanges[0]?.control) || 0;
}
