// Findings as the editor's diagnostics: rules of the document, and what payers answered about its claims.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Encounter } from '../model/definitions';
import type { Finding, Severity } from '../rules/rule';
import { checkDocument } from '../rules/run';
import type { ProjectDocument, SuperbillDocument, X12File } from './project';
import type { Answer, World } from './world';
import { checkX12 } from './x12/check';
import type { LocatedFinding } from './x12/located';
import { boxOfFinding } from './x12/paper-box';

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Everything that is to be said about a document. */
export function findingsIn(document: ProjectDocument, world: World): (Finding | Answer)[] {
  if (document.language === 'x12') return checkX12(document, world);
  const findings = checkDocument(document, world, world.project.memory);
  return [...findings.filter((finding) => !isSettled(finding, document, world)), ...answersTo(document, world)];
}

/** A claim that the payer has taken in was in time. A rejected one was never there: its clock still runs. */
function isSettled({ rule, span }: Finding, { definitions }: SuperbillDocument, world: World): boolean {
  if (rule !== 'payer/expired-timely-filing') return false;
  const encounter = definitions.encounters.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  const status = encounter && world.ledger.status(encounter.id.value);
  return status !== undefined && !['draft', 'ready', 'rejected'].includes(status.state);
}

/** Answers stand on files that others may move or cut off: what cannot be read takes nothing else away. */
function answersTo(document: SuperbillDocument, world: World): readonly Answer[] {
  try {
    return world.ledger.answers(document.uri);
  } catch (error) {
    world.log(`Answers of payers could not be read: ${error instanceof Error ? error.name : 'unknown reason'}`);
    return [];
  }
}

/** Everything that is to be said about a document, as the editor shows it. */
export function diagnostics(document: ProjectDocument, world: World): Diagnostic[] {
  const forms = document.language === 'superbill' ? document.definitions.encounters.filter(isForm) : [];
  const shown = (finding: Finding | Answer): Finding | Answer =>
    forms.some((form) => isLacking(finding, form)) ? { ...finding, severity: 'information' } : finding;
  return findingsIn(document, world).map((finding) => diagnostic(document, shown(finding), world));
}

/** An encounter without any code is a form that somebody begins to fill in. */
function isForm({ diagnoses, services }: Encounter): boolean {
  return !diagnoses.some((one) => one.code) && !services.some((one) => one.code);
}

/** What a form lacks is not wrong yet, and not shown in red. */
function isLacking({ rule, span }: Finding, form: Encounter): boolean {
  return rule.includes('/missing-') && form.span.start <= span.start && span.end <= form.span.end;
}

/** One finding. The paper box and the element stand at the end of the message, where a biller looks for them. */
export function diagnostic(document: ProjectDocument, finding: Finding | Answer, world: World): Diagnostic {
  const paper = document.language === 'x12' ? boxOfFinding(document.x12, finding) : finding.paper;
  const landing = [paper && `box ${paper}`, finding.transaction].filter(Boolean).join(' · ');
  const page = world.rulePage?.(finding.rule);
  return {
    range: document.lines.range(widened(document, finding)),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(page && { codeDescription: { href: page } }),
    source: ('payer' in finding && finding.payer) || 'superbill',
    message: landing ? `${finding.message} (${landing})` : finding.message,
    ...(finding.rule.includes('/unused-') && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** The same of a finding in a large file, drawn again only where it has moved. */
export function drawn(document: X12File, found: LocatedFinding, world: World): Diagnostic {
  const { start, end, drawn: before } = found;
  if (before && start < end && document.lines.isAt(before.range.start, start) && document.lines.isAt(before.range.end, end)) return before;
  return (found.drawn = diagnostic(document, found.make(), world));
}

/** An empty span is shown on the sign before it, so that there is something to see and to click on. */
function widened(document: ProjectDocument, finding: Finding): Finding['span'] {
  const { start, end } = finding.span;
  if (start < end) return finding.span;
  const before = start > 0 && !/[\r\n]/.test(document.text[start - 1]) ? start - 1 : start;
  return { start: before, end };
}

/** Findings that touch a span, with their fixes: computed anew from the text as it is now. */
export function findingsAt(document: SuperbillDocument, span: { start: number; end: number }, world: World): Finding[] {
  return findingsIn(document, world).filter((finding) => widened(document, finding).start <= span.end && span.start <= finding.span.end);
}
