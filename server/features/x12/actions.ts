// What the editor offers to do in X12 files: fixes of problems (counts, control numbers, separators at the end), and layout.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Edit, Span } from '../../syntax/tree';
import { textEdits } from '../code-actions';
import { diagnostic } from '../diagnostics';
import { safeEdits } from '../fix-all';
import type { X12File } from '../project';
import type { World } from '../world';
import { x12Findings } from './findings';
import { hasLines, onOneLine, oneSegmentALine } from './format';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.superbill`;
const LAY_OUT = CodeActionKind.RefactorRewrite;

/** A layout of a file this long is not sent with each place that the cursor comes to. */
const LONG = 300_000;

/** How an editor asks. */
export interface Asking {
  /** By itself, with each place of the cursor: a sign that something can be done here should mean something. */
  readonly unasked?: boolean;
  /** It asks for the edit of what is chosen. */
  readonly later?: boolean;
}

/** `only`: kinds the editor asks for; all where undefined. */
export function codeActions(
  document: X12File,
  span: Span,
  only: readonly string[] | undefined,
  world: World,
  { unasked = false, later = false }: Asking = {},
): CodeAction[] {
  const wanted = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const action = (title: string, kind: string, edits: readonly Edit[]): CodeAction[] =>
    edits.length > 0 ? [{ title, kind, edit: { changes: { [document.uri]: textEdits(document, edits) } } }] : [];
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(document, span, world));
  if (only !== undefined && wanted(FIX_ALL)) {
    actions.push(...action('Fix all that is safe', FIX_ALL, safeEdits(x12Findings(document, world))));
  }
  if (wanted(LAY_OUT) && !unasked) {
    if (document.text.length < LONG) actions.push(...action(layout(document).title, `${LAY_OUT}.x12`, layout(document).edits()));
    else if (later && !/[\r\n]/.test(document.x12.separators.segment))
      actions.push({ title: layout(document).title, kind: `${LAY_OUT}.x12`, data: { uri: document.uri } });
  }
  return actions;
}

/** The edit of an action that was offered without it. */
export function withEdit(document: X12File, action: CodeAction): CodeAction {
  return { ...action, edit: { changes: { [document.uri]: textEdits(document, layout(document).edits()) } } };
}

/** The layout that a file does not have. */
function layout(document: X12File): { readonly title: string; edits(): readonly Edit[] } {
  return hasLines(document)
    ? { title: 'Put everything on one line', edits: () => onOneLine(document) }
    : { title: 'Put each segment on a line', edits: () => oneSegmentALine(document) };
}

function quickFixes(document: X12File, span: Span, world: World): CodeAction[] {
  return x12Findings(document, world)
    .filter((finding) => finding.span.start - 1 <= span.end && span.start <= finding.span.end)
    .flatMap((finding) =>
      finding.fixes.flatMap((fix): CodeAction[] =>
        fix.source
          ? []
          : [
              {
                title: fix.title,
                kind: CodeActionKind.QuickFix,
                diagnostics: [diagnostic(document, finding, world)],
                ...(finding.fixes.length === 1 && { isPreferred: true }),
                edit: { changes: { [document.uri]: textEdits(document, fix.edits) } },
              },
            ],
      ),
    );
}
