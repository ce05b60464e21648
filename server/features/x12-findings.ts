// The findings of an X12 file, kept for as long as neither the file nor what it is judged by changes.
import type { Finding } from '../rules/rule';
import { checkX12 } from './check-x12';
import type { X12File } from './project';
import type { World } from './world';

interface Kept {
  readonly generation: number;
  readonly today: string;
  readonly settings: World['settings'];
  readonly findings: readonly Finding[];
}

const kept = new WeakMap<X12File, Kept>();

/** Findings that are known already; undefined where the file must be checked first. */
export function knownFindings(document: X12File, { project, today, settings }: World): readonly Finding[] | undefined {
  const found = kept.get(document);
  const fresh = found && found.generation === project.generation && found.today === today && found.settings.rules === settings.rules
    && found.settings.payers === settings.payers;
  return fresh ? found.findings : undefined;
}

export function keepFindings(document: X12File, { project, today, settings }: World, findings: readonly Finding[]): void {
  kept.set(document, { generation: project.generation, today, settings, findings });
}

/** All findings, in the order of the text. */
export function x12Findings(document: X12File, world: World): readonly Finding[] {
  const known = knownFindings(document, world);
  if (known) return known;
  const findings = checkX12(document, world);
  keepFindings(document, world, findings);
  return findings;
}
