// The outline of an X12 file, which breadcrumbs follow too, and what folds.
import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver-types';
import { type OutlineKind, type OutlineNode, foldings, outline } from '../syntax/x12/outline';
import type { X12File } from './project';

const SYMBOLS: Record<OutlineKind, SymbolKind> = {
  interchange: SymbolKind.File, group: SymbolKind.Package, transaction: SymbolKind.Module, acknowledgement: SymbolKind.Event,
  organization: SymbolKind.Namespace, provider: SymbolKind.Interface, subscriber: SymbolKind.Class, patient: SymbolKind.Class,
  claim: SymbolKind.Method, line: SymbolKind.Field, error: SymbolKind.Event, item: SymbolKind.Property,
};

/** Interchange › group › transaction › provider › patient › claim › line. */
export function documentSymbols(document: X12File): DocumentSymbol[] {
  const symbol = (node: OutlineNode): DocumentSymbol => ({
    name: node.name || node.kind, detail: node.detail, kind: SYMBOLS[node.kind], range: document.lines.range(node.span),
    selectionRange: document.lines.range(node.selection), children: node.children.map(symbol),
  });
  return outline(document.x12).map(symbol);
}

/** Folding works by lines: a file on one line has none. */
export function foldingRanges(document: X12File): FoldingRange[] {
  return foldings(document.x12).flatMap((span) => {
    const startLine = document.lines.position(span.start).line, endLine = document.lines.position(span.end).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}
