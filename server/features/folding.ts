// What can be folded: blocks, sections, notes, and runs of comment lines.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { entriesOf } from './locate';
import type { SuperbillDocument } from './project';

export function foldingRanges(document: SuperbillDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const entry of entriesOf(document.tree.blocks)) {
    const startLine = entry.line.number,
      endLine = document.lines.position(entry.span.end).line;
    if (endLine > startLine) ranges.push({ startLine, endLine });
  }
  const { lines } = document.tree;
  for (let at = 0; at < lines.length; at += 1) {
    const first = at;
    while (at < lines.length && lines[at].comment && lines[at].content.start === lines[at].content.end) at += 1;
    if (at - first > 1) ranges.push({ startLine: first, endLine: at - 1, kind: FoldingRangeKind.Comment });
  }
  return ranges;
}
