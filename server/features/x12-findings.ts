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

/** An editor shows no more problems of one file than these, the graver ones first. */
const MOST_SHOWN = 1000;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** What an editor shows of the findings, in their order, and how many there are besides. */
export function shownFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_SHOWN) return findings;
  const shown = new Set<Finding>();
  for (const severity of SEVERITIES) {
    for (const finding of findings) if (finding.severity === severity && shown.size < MOST_SHOWN) shown.add(finding);
  }
  const first = findings[0];
  const message = `${(findings.length - MOST_SHOWN).toLocaleString('en-US')} further findings are not shown: correct these first`;
  return [{ ...first, rule: 'x12/further-problems', severity: 'information', message, fixes: [] }, ...findings.filter((one) => shown.has(one))];
}
