// The outline of an X12 file, which breadcrumbs follow too, and what folds.
import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver-types';
import { inOneGo, type Steps } from '../../syntax/steps';
import { prepareLoops } from '../../syntax/x12/describe';
import { type OutlineKind, type OutlineNode, foldingSteps, outlineSteps } from '../../syntax/x12/outline';
import type { X12File } from '../project';

const SYMBOLS: Record<OutlineKind, SymbolKind> = {
  interchange: SymbolKind.File,
  group: SymbolKind.Package,
  transaction: SymbolKind.Module,
  acknowledgement: SymbolKind.Event,
  organization: SymbolKind.Namespace,
  provider: SymbolKind.Interface,
  subscriber: SymbolKind.Class,
  patient: SymbolKind.Class,
  claim: SymbolKind.Method,
  line: SymbolKind.Field,
  error: SymbolKind.Event,
  item: SymbolKind.Property,
};

/** An editor is shown about as many: the outline of a large file is less deep, without service lines, say. The same of what folds. */
const MOST = 25_000;

/** Interchange › group › transaction › provider › patient › claim › line. */
export function documentSymbols(document: X12File): DocumentSymbol[] {
  return inOneGo(documentSymbolSteps(document));
}

/** The same in steps. */
export function* documentSymbolSteps(document: X12File, most = MOST): Steps<DocumentSymbol[]> {
  yield* prepareLoops(document.x12);
  return yield* symbols(document, yield* outlineSteps(document.x12, most));
}

function* symbols(document: X12File, nodes: readonly OutlineNode[]): Steps<DocumentSymbol[]> {
  const all: DocumentSymbol[] = [];
  for (const { name, kind, detail, span, selection, children } of nodes) {
    all.push({
      name: name || kind,
      ...(detail !== '' && { detail }),
      kind: SYMBOLS[kind],
      range: document.lines.range(span),
      selectionRange: document.lines.range(selection),
      children: children.length === 0 ? [] : yield* symbols(document, children),
    });
    yield;
  }
  return all;
}

/** Folding works by lines: a file on one line has none. */
export function foldingRanges(document: X12File): FoldingRange[] {
  return inOneGo(foldingRangeSteps(document));
}

/** The same in steps. */
export function* foldingRangeSteps(document: X12File, most = MOST): Steps<FoldingRange[]> {
  yield* prepareLoops(document.x12);
  const ranges: FoldingRange[] = [];
  for (const { start, end } of yield* foldingSteps(document.x12, most)) {
    const startLine = document.lines.position(start).line,
      endLine = document.lines.position(end).line;
    if (endLine > startLine) ranges.push({ startLine, endLine });
    yield;
  }
  return ranges;
}
