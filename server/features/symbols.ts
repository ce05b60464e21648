// Outline of a document and search for names in all of them.
import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Definitions, Defined } from '../model/definitions';
import { formatMoney } from '../model/money';
import { slice } from '../syntax/tree';
import * as grammar from '../syntax/superbill/grammar';
import type { Entry } from '../syntax/superbill/nodes';
import type { SuperbillDocument } from './project';
import type { World } from './world';

const KINDS: ReadonlyMap<unknown, SymbolKind> = new Map<unknown, SymbolKind>([
  [grammar.PRACTICE, SymbolKind.Namespace],
  [grammar.PROVIDER, SymbolKind.Interface],
  [grammar.FACILITY, SymbolKind.Module],
  [grammar.PAYER, SymbolKind.Package],
  [grammar.FEES, SymbolKind.Array],
  [grammar.PATIENT, SymbolKind.Class],
  [grammar.ENCOUNTER, SymbolKind.Event],
  [grammar.CONTRACT, SymbolKind.File],
  [grammar.COVERAGE, SymbolKind.Property],
  [grammar.DIAGNOSES, SymbolKind.Array],
  [grammar.SERVICES, SymbolKind.Array],
  [grammar.PAYMENTS, SymbolKind.Array],
  [grammar.DIAGNOSIS, SymbolKind.Key],
  [grammar.SERVICE, SymbolKind.Method],
  [grammar.PAYMENT, SymbolKind.Number],
  [grammar.NOTE, SymbolKind.String],
]);

/** Blocks, their coverages and sections, and the lines of those. */
export function documentSymbols(document: SuperbillDocument): DocumentSymbol[] {
  return document.tree.blocks.flatMap((block) => symbol(document, block));
}

function symbol(document: SuperbillDocument, entry: Entry): DocumentSymbol[] {
  const kind = entry.spec && KINDS.get(entry.spec);
  if (!kind) return [];
  const id = entry.tokens.find((token) => token.kind === 'definition' || token.kind === 'reference');
  const line = slice(document.text, entry.line.content).replace(/\s{2,}/g, ' ');
  const named = id && entry.spec !== grammar.NOTE ? ` ${slice(document.text, id.span)}` : '';
  const detail = detailOf(document, entry);
  return [
    {
      name: (entry.keyword ? `${entry.spec?.keyword}${named}` : line) || 'line',
      kind,
      range: document.lines.range(entry.span),
      selectionRange: document.lines.range(id?.span ?? entry.line.content),
      ...(detail && { detail }),
      children: entry.entries.flatMap((one) => symbol(document, one)),
    },
  ];
}

/** The name of a party, the day of an encounter. */
function detailOf(document: SuperbillDocument, entry: Entry): string {
  if (entry.parent) return '';
  const line = entry.entries.find((one) => one.spec === grammar.NAME || one.spec === grammar.DATE);
  return line ? slice(document.text, line.line.content).replace(/^\S+\s+/, '') : '';
}

const LIMIT = 500;

/** Names and ids that hold all words of the query. */
export function workspaceSymbols(query: string, world: World): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: WorkspaceSymbol[] = [];
  for (const definitions of world.workspace.all()) {
    for (const one of definedIn(definitions)) {
      const name = nameOf(one);
      const text = `${one.id.value} ${name}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
      const document = world.project.get(one.source.uri);
      if (!document) continue;
      found.push({
        name: `${one.id.value}${name ? ` ${name}` : ''}`,
        kind: SYMBOL_KINDS[one.kind],
        containerName: one.kind,
        location: { uri: one.source.uri, range: document.lines.range(one.id.span) },
      });
      if (found.length === LIMIT) return found;
    }
  }
  return found;
}

const SYMBOL_KINDS: Record<Defined['kind'], SymbolKind> = {
  practice: SymbolKind.Namespace,
  provider: SymbolKind.Interface,
  facility: SymbolKind.Module,
  payer: SymbolKind.Package,
  patient: SymbolKind.Class,
  encounter: SymbolKind.Event,
  contract: SymbolKind.File,
};

function definedIn(definitions: Definitions): Defined[] {
  const { practices, providers, facilities, payers, patients, encounters, contracts } = definitions;
  return [...practices, ...providers, ...facilities, ...payers, ...patients, ...encounters, ...contracts];
}

function nameOf(one: Defined): string {
  if (one.kind === 'encounter') return [one.patient?.value, one.date?.value.from].filter(Boolean).join(' ');
  if (one.kind === 'contract') return one.deductible === undefined ? '' : `deductible ${formatMoney(one.deductible)}`;
  return one.name?.value.text ?? '';
}
