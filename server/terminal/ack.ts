// superbill ack: the TA1, 999 and 277CA that a strict receiver would send for a file of claims.
import path from 'node:path';
import { findingsIn } from '../features/diagnostics';
import { Project } from '../features/project';
import { uriOf } from '../lsp/files';
import { type Acknowledgements, acknowledge } from '../training-payer/acknowledge';
import { counted } from '../features/wording';
import { makeFolder, save, writing } from './save';
import { eachInput } from './input-files';
import { Practices } from './practices';
import { FINDINGS, FINE, type Status, type Terminal, UNUSABLE, Unusable } from './terminal';

export interface AckOptions {
  /** The folder into which the answers are written; without it they are printed. */
  readonly out?: string;
  readonly format: 'text' | 'json';
}

type Answer = Omit<Acknowledgements, 'claims'> & Acknowledgements['claims'] & { readonly file: string };

const KINDS = ['ta1', '999', '277ca'] as const;
const ENDINGS = { ta1: 'ta1', '999': '999', '277ca': '277' } as const;

export function ack(paths: readonly string[], { out, format }: AckOptions, terminal: Terminal): Status {
  if (paths.length === 0) throw new Unusable('Say which files of claims: superbill ack FILE.837');
  const practices = new Practices(terminal);
  const answers: Answer[] = [];
  const unreadable = eachInput(paths, terminal, (one) => {
    if (one.language !== 'x12') return;
    const document = new Project().set(uriOf(one.file), one.text, 'x12');
    if (document.language !== 'x12') return;
    const { claims, ...rest } = acknowledge(document.x12, findingsIn(document, practices.near(one.file).desk.world()));
    answers.push({ file: one.name, ...claims, ...rest });
  });
  if (answers.length === 0 && !unreadable) throw new Unusable('There is no file of claims among these.');
  if (out !== undefined) writing(`The folder ${out} could not be made`, () => makeFolder(out));
  const names = new Set<string>();
  for (const answer of answers) {
    const name = ownName(path.basename(answer.file).replace(/\.[^.]*$/, ''), names);
    for (const kind of KINDS) {
      const text = answer[kind];
      if (text === undefined) continue;
      if (out === undefined) {
        if (format === 'text') terminal.print(text.replaceAll('~', '~\n').trimEnd());
        continue;
      }
      const file = path.join(out, `${name}.${ENDINGS[kind]}`);
      save(file, file, text);
      if (format === 'text') terminal.print(file);
    }
  }
  if (format === 'json') terminal.print(JSON.stringify({ answers }, null, 2));
  else for (const answer of answers) terminal.say(summary(answer));
  if (unreadable) return UNUSABLE;
  return answers.some((one) => one.refused > 0 || one.turnedAway.length > 0) ? FINDINGS : FINE;
}

/** Files of different folders may have the same name; their answers go into one. */
function ownName(name: string, taken: Set<string>): string {
  let own = name;
  for (let n = 2; taken.has(own); n += 1) own = `${name}-${n}`;
  taken.add(own);
  return own;
}

/** Most parts that are named one by one; the answers name all. */
const MOST_PARTS = 5;

function summary({ file, accepted, refused, turnedAway }: Answer): string {
  const more = turnedAway.length > MOST_PARTS ? [`${turnedAway.length - MOST_PARTS} more parts`] : [];
  const parts = [...turnedAway.slice(0, MOST_PARTS), ...more].map((part) => `\n  not taken in: ${part}`);
  return `${file}: ${counted(accepted, 'claim')} accepted, ${refused} refused${parts.join('')}`;
}
