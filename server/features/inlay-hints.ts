// Small words behind what is written: a code's title where no description stands, the fee where no charge does.
import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import { formatMoney } from '../model/money';
import { resolveClaim } from '../model/resolve';
import type { Span } from '../syntax/tree';
import type { SuperbillDocument } from './project';
import type { World } from './world';

export function inlayHints(document: SuperbillDocument, span: Span, world: World): InlayHint[] {
  const hints: InlayHint[] = [];
  const add = (offset: number, label: string) =>
    hints.push({ position: document.lines.position(offset), label, kind: InlayHintKind.Type, paddingLeft: true });
  for (const encounter of document.definitions.encounters) {
    if (encounter.span.end < span.start || encounter.span.start > span.end) continue;
    const claim = resolveClaim(encounter, world.workspace);
    for (const diagnosis of claim.diagnoses) {
      if (diagnosis.description || !diagnosis.code) continue;
      const found = world.codes.find('icd-10-cm', diagnosis.code.value, claim.day ?? world.today);
      if (found.status !== 'unknown') add(diagnosis.code.span.end, found.entry.title);
    }
    for (const service of claim.services) {
      if (!service.charge && service.charged !== undefined) add(service.span.end, formatMoney(service.charged));
    }
  }
  return hints;
}
