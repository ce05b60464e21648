// The findings of an X12 file, kept for as long as neither the file nor what it is judged by changes.
import { type Steps, inOneGo } from '../syntax/steps';
import { prepareLoops } from '../syntax/x12/describe';
import type { Finding } from '../rules/rule';
import { checkX12Steps } from './check-x12';
import type { X12File } from './project';
import type { World } from './world';

interface Kept {
  readonly generation: number;
  readonly today: string;
  readonly settings: World['settings'];
  readonly findings: readonly Finding[];
}

const kept = new WeakMap<X12File, Kept>();

/** All findings, in the order of the text. */
export function x12Findings(document: X12File, world: World): readonly Finding[] {
  return inOneGo(x12FindingsSteps(document, world));
}

/** The same in steps of a few milliseconds. Loops come first: hover asks for them. */
export function* x12FindingsSteps(document: X12File, world: World): Steps<readonly Finding[]> {
  const { project, today, settings } = world;
  const found = kept.get(document);
  const fresh = found && found.generation === project.generation && found.today === today && found.settings.rules === settings.rules
    && found.settings.payers === settings.payers;
  if (fresh) return found.findings;
  const { generation } = project;
  yield* prepareLoops(document.x12);
  const findings = yield* checkX12Steps(document.x12, document.source, world);
  kept.set(document, { generation, today, settings, findings });
  return findings;
}
