// A new encounter: its id, its file's name, and a snippet with what nearly every visit needs.
import { encounterSnippet } from '../features/block-snippets';
import { nextEncounterId } from '../model/encounter-ids';
import type { Project } from '../features/project';
import type { NewEncounter } from './protocol';

export function newEncounter({ workspace }: Project, today: string): NewEncounter {
  const id = nextEncounterId(workspace.list('encounter').map((one) => one.id.value));
  return { id, fileName: `${id}.encounter`, snippet: encounterSnippet({ workspace, today }, true) };
}
