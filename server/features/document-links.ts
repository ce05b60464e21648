// Ids that stand for something in another file lead there with a click.
import type { DocumentLink } from 'vscode-languageserver-types';
import { entriesOf } from './locate';
import type { SuperbillDocument } from './project';
import { definitionAt } from './references';
import type { World } from './world';

export function documentLinks(document: SuperbillDocument, world: World): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const entry of entriesOf(document.tree.blocks)) {
    for (const token of entry.tokens) {
      if (token.kind !== 'reference') continue;
      const found = definitionAt(document, token.span.start, world);
      if (!found || found.target.source.uri === document.uri) continue;
      const {
        source: { uri },
        id,
      } = found.target;
      const line = world.project.get(uri)?.lines.position(id.span.start).line ?? 0;
      links.push({ range: document.lines.range(token.span), target: `${uri}#L${line + 1}`, tooltip: `Open ${id.value}` });
    }
  }
  return links;
}
