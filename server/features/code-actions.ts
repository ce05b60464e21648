// Quick fixes for findings, "fix all", and codes for the words of a note.
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import type { Edit, Span } from '../syntax/tree';
import { slice } from '../syntax/tree';
import * as grammar from '../syntax/superbill/grammar';
import type { Entry } from '../syntax/superbill/nodes';
import type { Finding } from '../rules/rule';
import { nextLetter } from './completion-codes';
import { diagnostic, findingsAt, findingsIn } from './diagnostics';
import { dayOf } from './hover';
import { locate } from './locate';
import type { ProjectDocument, SuperbillDocument } from './project';
import { usedCodes } from './used-codes';
import type { World } from './world';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.superbill`;
const CANDIDATES = 5;

/** `only`: kinds the editor asks for; all where undefined. */
export function codeActions(document: SuperbillDocument, span: Span, only: readonly string[] | undefined, world: World): CodeAction[] {
  const wanted = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(document, span, world), ...addDiagnosis(document, span, world));
  if (wanted(FIX_ALL) && only !== undefined) {
    const edits = safeEdits(findingsIn(document, world));
    if (edits.length > 0) actions.push({ title: 'Fix all that is safe', kind: FIX_ALL, edit: { changes: { [document.uri]: textEdits(document, edits) } } });
  }
  return actions;
}

function quickFixes(document: SuperbillDocument, span: Span, world: World): CodeAction[] {
  return findingsAt(document, span, world).flatMap((finding) => finding.fixes.flatMap((fix): CodeAction[] => {
    const edited = fix.source ? world.project.get(fix.source.uri) : document;
    return edited ? [{
      title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(document, finding, world)], ...(finding.fixes.length === 1 && { isPreferred: true }),
      edit: { changes: { [edited.uri]: textEdits(edited, fix.edits) } },
    }] : [];
  }));
}

/** The selected words of a note as a question to the diagnosis codes; nothing is added without a choice. */
function addDiagnosis(document: SuperbillDocument, span: Span, world: World): CodeAction[] {
  const words = slice(document.text, span).trim();
  if (words === '' || words.length > 100 || /[\r\n]/.test(words)) return [];
  const { entry, path } = locate(document.tree, span.start);
  if (entry?.spec !== grammar.NOTE) return [];
  const encounter = path[0];
  const section = encounter.entries.find((one) => one.spec === grammar.DIAGNOSES);
  const date = dayOf(document, span.start, world);
  const lines = section?.entries ?? [];
  const present = new Set(lines.map((one) => itemOf(one).code?.value.toUpperCase().replace('.', '')));
  const letters = new Set(lines.map((one) => itemOf(one).letter?.value ?? ''));
  if (letters.size >= MOST_DIAGNOSES) return [];
  const found = world.codes.search(words, { sets: ['icd-10-cm'], date, limit: CANDIDATES * 2, used: usedCodes(world.workspace).diagnoses })
    .filter((one) => one.billable && !present.has(one.code.replace('.', '')));
  return found.slice(0, CANDIDATES).map((one): CodeAction => ({
    title: `Add diagnosis ${one.code} ${one.title}`, kind: CodeActionKind.QuickFix,
    edit: { changes: { [document.uri]: textEdits(document, [diagnosisLine(document, encounter, section, `${nextLetter(letters)}  ${one.code}  ${one.title}`)]) } },
  }));
}

const MOST_DIAGNOSES = 12;

function itemOf(entry: Entry): { readonly letter?: { readonly value: string }; readonly code?: { readonly value: string } } {
  return entry.value ?? {};
}

/** A line behind the last diagnosis; where there is no such section, one behind the encounter's last line. */
function diagnosisLine({ text }: SuperbillDocument, encounter: Entry, section: Entry | undefined, written: string): Edit {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const end = lineEnd(text, (section ?? encounter).span.end);
  const span = { start: end, end };
  if (!section) return { span, text: `${newLine}${newLine}  diagnoses${newLine}    ${written}` };
  return { span, text: `${newLine}${' '.repeat(section.entries[0]?.line.indent ?? section.line.indent + 2)}${written}` };
}

/** The end of the line, behind a comment. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** The edits of all safe fixes that do not overlap, in order. */
export function safeEdits(findings: readonly Finding[]): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => one.safe && !one.source);
    if (fix && fix.edits.every((edit) => edits.every((other) => apart(edit.span, other.span)))) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

function apart(a: Span, b: Span): boolean {
  return a.end < b.start || b.end < a.start || (a.end === b.start && a.start !== b.start) || (b.end === a.start && a.start !== b.start);
}

/** Applies edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

export function textEdits(document: ProjectDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: document.lines.range(edit.span), newText: edit.text }));
}
