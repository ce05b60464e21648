// A new encounter: the next id, and a snippet with what nearly every visit needs.
import { nextEncounterId } from '../features/completion-keywords';
import type { Project } from '../features/project';
import type { NewEncounter } from './protocol';

export function newEncounter({ workspace }: Project, today: string): NewEncounter {
  const id = nextEncounterId(workspace.list('encounter').map((one) => one.id.value));
  const provider = workspace.list('provider')[0]?.id.value ?? '';
  const lines = [
    `encounter ${id}`,
    '  patient    ${1}',
    `  date       \${2:${today}}`,
    '  place      ${3:11}',
    `  rendering  \${4:${provider}}`,
    '',
    '  note',
    '    ${5}',
    '',
    '  diagnoses',
    '    A  ${6}',
    '',
    '  services',
    '    ${7}',
    '',
  ];
  return { id, fileName: `${id}.encounter`, snippet: lines.join('\n') };
}
