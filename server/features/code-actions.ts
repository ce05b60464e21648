// Quick fixes for findings, "fix all", and codes for the words of a note.
import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Edit, Span } from '../syntax/tree';
import { slice } from '../syntax/tree';
import { codesForWords } from './codes-for-words';
import { diagnostic, findingsAt } from './diagnostics';
import { fixAll } from './fix-all';
import { dayOf } from './locate';
import { addDiagnoses, codesInNote, roomFor } from './note/codes';
import type { ProjectDocument, SuperbillDocument } from './project';
import { usedCodes } from './used-codes';
import type { World } from './world';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.superbill`;

/** How an editor asks. */
export interface Asking {
  /** It can show a list of codes to choose from. */
  readonly canList?: boolean;
  /** It asks for the edit of what is chosen. */
  readonly later?: boolean;
}

/** `only`: kinds the editor asks for; all where undefined. */
export function codeActions(
  document: SuperbillDocument,
  span: Span,
  only: readonly string[] | undefined,
  world: World,
  { canList = false, later = false }: Asking = {},
): CodeAction[] {
  const wanted = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix))
    actions.push(...quickFixes(document, span, world, later), ...noteActions(document, span, world, canList));
  if (wanted(FIX_ALL) && only !== undefined) {
    const edits = fixAll(document, world);
    if (edits.length > 0) actions.push({ title: 'Fix all that is safe', kind: FIX_ALL, edit: workspaceEdit(document, edits) });
  }
  return actions;
}

function quickFixes(document: SuperbillDocument, span: Span, world: World, later: boolean): CodeAction[] {
  const findings = findingsAt(document, span, world);
  const actions = findings.flatMap((finding) => {
    const fixes = [...finding.fixes, ...codesForWords(document, finding, world)];
    return fixes.flatMap((fix): CodeAction[] => {
      const edited = fix.source ? world.project.get(fix.source.uri) : document;
      return edited
        ? [
            {
              title: fix.title,
              kind: CodeActionKind.QuickFix,
              diagnostics: [diagnostic(document, finding, world)],
              ...(fixes.length === 1 && { isPreferred: true }),
              edit: workspaceEdit(edited, fix.edits),
            },
          ]
        : [];
    });
  });
  // Worked out only when it is chosen: one fix makes room for another one.
  const isSafe = later && findings.some(({ fixes }) => fixes.some(({ safe }) => safe));
  if (isSafe) actions.push({ title: 'Fix all that is safe in this file', kind: CodeActionKind.QuickFix, data: { uri: document.uri } });
  return actions;
}

/** The edit of an action that was offered without it. */
export function withEdit(document: SuperbillDocument, action: CodeAction, world: World): CodeAction {
  return { ...action, edit: workspaceEdit(document, fixAll(document, world)) };
}

/**
 * Diagnoses for the selected words of a note, or for the sentence at the cursor; nothing is added without a choice. An
 * editor that can show the list gets *Find codes…*, and single codes only for what is selected.
 */
function noteActions(document: SuperbillDocument, span: Span, world: World, canList: boolean): CodeAction[] {
  const found = codesInNote(document, span, world);
  if (!found || roomFor(found.encounter) === 0) return [];
  const { candidates, leftOut, encounter } = found;
  const actions: CodeAction[] = [];
  if (canList && candidates.length + leftOut.length > 0) {
    const command = { title: FIND_CODES, command: 'superbill.findCodes', arguments: [document.uri, document.lines.range(span)] };
    actions.push({ title: FIND_CODES, kind: CodeActionKind.QuickFix, command });
  }
  if (canList && span.start === span.end) return actions;
  const offered = candidates.map(({ code, title, because }) => ({ code, title, from: because }));
  if (leftOut.length === 0) offered.push(...searchedCodes(document, span, world, offered));
  return [
    ...actions,
    ...offered.slice(0, CANDIDATES).flatMap(({ code, title, from }): CodeAction[] => {
      const edit = addDiagnoses(document, encounter, [{ code, title }]);
      const words = slice(document.text, span).trim();
      return edit
        ? [
            {
              title: `Add diagnosis ${code} ${title}${from === '' || from === words ? '' : ` (${from})`}`,
              kind: CodeActionKind.QuickFix,
              edit: workspaceEdit(document, [edit]),
            },
          ]
        : [];
    }),
  ];
}

const FIND_CODES = 'Find codes…';
const CANDIDATES = 8;
/** A few selected words are also a question to the search. */
const SEARCHED = 5;
const LONGEST_QUESTION = 100;

interface Offered {
  readonly code: string;
  readonly title: string;
  readonly from: string;
}

function searchedCodes(document: SuperbillDocument, span: Span, world: World, known: readonly Offered[]): Offered[] {
  const words = slice(document.text, span).trim();
  if (words === '' || words.length > LONGEST_QUESTION || /[\r\n]/.test(words) || known.length >= SEARCHED) return [];
  const taken = new Set(known.map((one) => one.code));
  const found = world.codes.search(words, {
    sets: ['icd-10-cm'],
    date: dayOf(document, span.start, world),
    limit: SEARCHED * 2,
    used: usedCodes(world.workspace).diagnoses,
  });
  const fresh = found.filter((one) => one.billable && !taken.has(one.code)).slice(0, SEARCHED - known.length);
  return fresh.map(({ code, title }) => ({ code, title, from: '' }));
}

function workspaceEdit(document: ProjectDocument, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [document.uri]: textEdits(document, edits) } };
}

export function textEdits(document: ProjectDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: document.lines.range(edit.span), newText: edit.text }));
}
