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

/** `only`: kinds the editor asks for; all where undefined. */
export function codeActions(document: X12File, span: Span, only: readonly string[] | undefined, world: World): CodeAction[] {
  const wanted = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const action = (title: string, kind: string, edits: readonly Edit[]): CodeAction[] =>
    edits.length > 0 ? [{ title, kind, edit: { changes: { [document.uri]: textEdits(document, edits) } } }] : [];
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(document, span, world));
  if (only !== undefined && wanted(FIX_ALL)) {
    actions.push(...action('Fix all that is safe', FIX_ALL, safeEdits(x12Findings(document, world))));
  }
  if (wanted(LAY_OUT)) {
    if (hasLines(document)) actions.push(...action('Put everything on one line', `${LAY_OUT}.x12`, onOneLine(document)));
    else actions.push(...action('Put each segment on a line', `${LAY_OUT}.x12`, oneSegmentALine(document)));
  }
  return actions;
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
