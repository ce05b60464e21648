// Type hierarchy on a diagnosis code, of a claim or written in a note: the tabular list above and below it.
import { SymbolKind, type TypeHierarchyItem } from 'vscode-languageserver-types';
import type { CodeEntry } from '../../codesets/code-set';
import { slice } from '../syntax/tree';
import { codeTokens } from './code-token';
import { diagnosisInText } from './free-words';
import { dayOf, locate } from './locate';
import type { SuperbillDocument } from './project';
import type { World } from './world';

interface Data {
  readonly code: string;
  readonly date: string;
}

export function prepareHierarchy(document: SuperbillDocument, offset: number, world: World): TypeHierarchyItem[] {
  const { entry, token } = locate(document.tree, offset);
  if (!entry || !token) return [];
  const isCode = codeTokens(document.text, entry, token).includes('icd-10-cm');
  const span = isCode ? token.span : token.kind === 'note' ? diagnosisInText(document, token.span, offset) : undefined;
  if (!span) return [];
  const date = dayOf(document, offset, world);
  const found = world.codes.find('icd-10-cm', slice(document.text, span), date);
  if (found.status === 'unknown') return [];
  const range = document.lines.range(span);
  return [item(found.entry, { uri: document.uri, range, selectionRange: range }, date)];
}

export function supertypes(from: TypeHierarchyItem, world: World): TypeHierarchyItem[] {
  const { code, date } = from.data as Data;
  return world.codes
    .parents('icd-10-cm', code, date)
    .slice(0, 1)
    .map((one) => item(one, from, date));
}

export function subtypes(from: TypeHierarchyItem, world: World): TypeHierarchyItem[] {
  const { code, date } = from.data as Data;
  return world.codes.children('icd-10-cm', code, date).map((one) => item(one, from, date));
}

/** Codes have no document of their own: every item leads back to the word that was asked about. */
function item(entry: CodeEntry, place: Pick<TypeHierarchyItem, 'uri' | 'range' | 'selectionRange'>, date: string): TypeHierarchyItem {
  return {
    name: entry.code,
    detail: entry.title,
    kind: entry.billable ? SymbolKind.Constant : SymbolKind.Class,
    uri: place.uri,
    range: place.range,
    selectionRange: place.selectionRange,
    data: { code: entry.code, date } satisfies Data,
  };
}
