// Transactions without a page of their own (other kinds, old versions): their outline, a point each.
import { type OutlineNode, outline } from '../../syntax/x12/outline';
import type { X12Document } from '../../syntax/x12/read';
import { type ReportSection, MOST_CLAIMS, nameOf } from './shape';

/** Kinds that are told in full elsewhere, some of them only in versions that have a guide: their names have a blank. */
const TOLD = /^(835|837|999|997|277)|^(270|271|275|276|278|834|820) /;

/** A section for each other transaction. */
export function otherSections(document: X12Document): ReportSection[] {
  return transactionsIn(outline(document))
    .filter((node) => !TOLD.test(node.name))
    .map((node): ReportSection => {
      const points = pointsIn(node, 0);
      const more = points.length - MOST_CLAIMS;
      const isKnown = node.name.includes(' ');
      return {
        heading: isKnown ? node.name : `Transaction ${node.name}`,
        ...(!isKnown && { summary: 'It cannot be told in words: this kind or version has no guide here.', tone: 'attention' as const }),
        ...(node.detail && { facts: [['Transaction', node.detail]] }),
        points: more > 0 ? [...points.slice(0, MOST_CLAIMS), `and ${more} more`] : points,
      };
    });
}

function transactionsIn(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'transaction') return [node];
    return node.kind === 'interchange' || node.kind === 'group' ? transactionsIn(node.children) : [];
  });
}

function pointsIn(node: OutlineNode, depth: number): string[] {
  return node.children.flatMap((child) => [
    `${'– '.repeat(depth)}${nameOf(child.name)}${child.detail ? `: ${child.detail}` : ''}`,
    ...pointsIn(child, depth + 1),
  ]);
}
