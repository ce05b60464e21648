// The way to the training payer, which is built in: what lies in sent/training is its mail, and answers are made when asked for.
import path from 'node:path';
import { SENT, RESPONSES, namesIn, read } from '../ledger/folder';
import type { Workspace } from '../model/workspace';
import { readX12 } from '../syntax/x12/read';
import { answerNext, recall } from '../training-payer/answer';
import { trainingContracts } from '../training-payer/contract';
import { wantsReceipt } from '../training-payer/envelope';
import type { Exchange, ExchangeFile } from './exchange';

/** Endings of the answers, in the order in which they are filed: the last one tells that all are there. */
const ANSWERS = [
  ['835', '.835'],
  ['277ca', '.277'],
  ['999', '.999'],
  ['ta1', '.ta1'],
] as const;

export const TRAINING = 'training';

export function trainingExchange(root: string, workspace: Workspace): Exchange {
  const sentFolder = path.join(root, SENT, TRAINING),
    answersFolder = path.join(root, RESPONSES, TRAINING);
  return {
    id: TRAINING,
    // The payer finds a file when it gets its own name, not before.
    repeatable: true,
    async send() {
      // The file lies in sent/training already, which is the payer's mailbox.
    },
    async receive(known) {
      const unread = namesIn(sentFolder, '.837').filter((name) => !known.has(`${stemOf(name)}.ta1`));
      if (unread.length === 0) return [];
      const mail = namesIn(sentFolder, '.837')
        .map((name) => letter(name, read(path.join(sentFolder, name)), known))
        .sort((a, b) => a.number - b.number);
      // What was answered comes first: it stands as it was answered, whatever came in late.
      const history = mail
        .filter((one) => one.answered)
        .flatMap(({ name, text }) => [
          text,
          ...ANSWERS.flatMap(([, ending]) =>
            known.has(stemOf(name) + ending) ? [read(path.join(answersFolder, stemOf(name) + ending))] : [],
          ),
        ]);
      const contracts = trainingContracts(workspace);
      let memory = recall(history, contracts);
      const incoming: ExchangeFile[] = [];
      for (const { name, text } of mail.filter((one) => !one.answered)) {
        const next = answerNext(memory, text, contracts);
        memory = next.memory;
        for (const [kind, ending] of ANSWERS) {
          const written = next.answer[kind];
          if (written !== undefined) incoming.push({ name: stemOf(name) + ending, text: written });
        }
      }
      return incoming;
    },
  };
}

function stemOf(name: string): string {
  return name.slice(0, -'.837'.length);
}

/** A file in the mailbox; answered where its last answer is filed. */
function letter(name: string, text: string, known: ReadonlySet<string>): { name: string; text: string; number: number; answered: boolean } {
  const document = readX12(text),
    { interchanges } = document;
  const hasReceipt = interchanges.some((interchange) => wantsReceipt(document, interchange));
  return {
    name,
    text,
    number: Number(interchanges[0]?.control) || 0,
    answered: known.has(`${stemOf(name)}.ta1`) || (!hasReceipt && known.has(`${stemOf(name)}.999`)) || interchanges.length === 0,
  };
}
