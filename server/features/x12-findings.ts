// The findings of an X12 file, kept for as long as neither the file nor what it is judged by changes.
import { type Steps, inOneGo } from '../syntax/steps';
import type { Finding } from '../rules/rule';
import type { X12File } from './project';
import type { World } from './world';
import { checkPieces } from './x12-pieces';

interface Kept {
  readonly generation: number;
  readonly today: string;
  readonly settings: World['settings'];
  /** The work: who needs the findings while it is under way takes part in it. */
  readonly steps: Steps<readonly Finding[]>;
  findings: readonly Finding[] | undefined;
}

const kept = new WeakMap<X12File, Kept>();

/** All findings, in the order of the text. */
export function x12Findings(document: X12File, world: World): readonly Finding[] {
  return inOneGo(x12FindingsSteps(document, world));
}

/** The same in steps of a few milliseconds. */
export function* x12FindingsSteps(document: X12File, world: World): Steps<readonly Finding[]> {
  const { project: { generation }, today, settings } = world;
  let found = kept.get(document);
  const fresh = found && found.generation === generation && found.today === today && found.settings.rules === settings.rules
    && found.settings.payers === settings.payers;
  if (!found || !fresh) {
    found = { generation, today, settings, steps: checkPieces(document.x12, document.source, world, generation), findings: undefined };
    kept.set(document, found);
  }
  while (!found.findings) {
    const step = found.steps.next();
    if (step.done) found.findings = step.value;
    else yield;
  }
  return found.findings;
}
