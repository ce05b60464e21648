// The features of X12 documents: thin, on top of what server/syntax/x12 says about a place.
import { type DocumentSymbol, type FoldingRange, type Hover, type SemanticTokens, SymbolKind } from 'vscode-languageserver-types';
import type { CodeSetId } from '../../codesets/code-set';
import { encounterKey, readControl } from '../claims/control';
import type { Source } from '../model/value';
import type { Span } from '../syntax/tree';
import { type Description, type ElementDescription, describe } from '../syntax/x12/describe';
import { type OutlineKind, type OutlineNode, foldings, outline } from '../syntax/x12/outline';
import { type TokenKind, tokens } from '../syntax/x12/tokens';
import { escapeMarkdown } from './card';
import { findCard, serviceCard } from './explain';
import type { X12File } from './project';
import { type ColouredSpan, type TokenType, packTokens } from './semantic-tokens';
import type { World } from './world';

/** Names the segment, loop and element, says how it is used, and what its code means. */
export function hover(document: X12File, offset: number, world: World): Hover | undefined {
  const found = describe(document.x12, offset);
  if (!found) return undefined;
  const lines = found.element ? elementLines(found, found.element, world) : segmentLines(found);
  return { contents: { kind: 'markdown', value: lines.filter(Boolean).join('\n\n') }, range: document.lines.range(found.span) };
}

const USAGES = { R: 'required', S: 'situational', N: 'not used' } as const;

function segmentLines({ segment, loop, guide }: Description): string[] {
  return [
    `**${segment.id}** ${escapeMarkdown(segment.name)}`,
    [loop && `Loop ${loop.id} ${escapeMarkdown(loop.name)}`, segment.usage && USAGES[segment.usage], segment.max && segment.max > 1 && Number.isFinite(segment.max) && `up to ${segment.max} times`].filter(Boolean).join(' · '),
    [guide && `${guide.id}`, segment.position && `segment ${segment.position} of its transaction`].filter(Boolean).join(' · '),
  ];
}

function elementLines(found: Description, element: ElementDescription, world: World): string[] {
  const meaning = codeMeaning(element, world) ?? element.meaning;
  const length = element.min === element.max ? `${element.max}` : `${element.min}–${element.max}`;
  const others = element.codes.filter((one) => one.code !== element.value);
  return [
    `**${element.reference}** ${escapeMarkdown([element.composite, element.name].filter(Boolean).join(': '))}`,
    element.value && meaning ? `\`${element.value}\` ${escapeMarkdown(meaning)}` : '',
    [found.loop && `Loop ${found.loop.id}`, element.usage && USAGES[element.usage], element.type, `${length} characters`].filter(Boolean).join(' · '),
    others.length > 0 ? `Codes: ${others.slice(0, 12).map((one) => `\`${one.code}\`${one.meaning ? ` ${escapeMarkdown(one.meaning)}` : ''}`).join(', ')}${others.length > 12 ? ' …' : ''}` : '',
  ];
}

const LISTS: Readonly<Record<string, CodeSetId>> = {
  pos: 'place-of-service', reason: 'carc', remark_code: 'rarc', claim_status: 'claim-status', claim_status_cat: 'claim-status-category', taxonomy: 'taxonomy',
};
const QUALIFIERS: Readonly<Record<string, CodeSetId | 'service'>> = { ABK: 'icd-10-cm', ABF: 'icd-10-cm', ABJ: 'icd-10-cm', APR: 'icd-10-cm', ABN: 'icd-10-cm', HC: 'service', PXC: 'taxonomy', HE: 'rarc' };

/** What a code of an outside list means, from the code sets. */
function codeMeaning({ list, qualifier, value, name }: ElementDescription, world: World): string | undefined {
  if (value === '') return undefined;
  const set = QUALIFIERS[qualifier ?? ''] ?? LISTS[list ?? ''];
  const card = /modifier/i.test(name) ? findCard('modifiers', value, world.today, world.codes)
    : set === 'service' ? serviceCard(value, world.today, world)
    : set && findCard(set, value, world.today, world.codes);
  return card?.title.replace(/^\S+ — /, '');
}

const SYMBOLS: Record<OutlineKind, SymbolKind> = {
  interchange: SymbolKind.File, group: SymbolKind.Package, transaction: SymbolKind.Module, acknowledgement: SymbolKind.Event, organization: SymbolKind.Namespace,
  provider: SymbolKind.Interface, subscriber: SymbolKind.Class, patient: SymbolKind.Class, claim: SymbolKind.Method, line: SymbolKind.Field, error: SymbolKind.Event, item: SymbolKind.Property,
};

export function documentSymbols(document: X12File): DocumentSymbol[] {
  const symbol = (node: OutlineNode): DocumentSymbol => ({
    name: node.name || node.kind, detail: node.detail, kind: SYMBOLS[node.kind], range: document.lines.range(node.span), selectionRange: document.lines.range(node.selection),
    children: node.children.map(symbol),
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

const COLOURS: Partial<Record<TokenKind, TokenType>> = {
  segment: 'keyword', envelope: 'type', qualifier: 'property', code: 'enumMember', amount: 'number', number: 'number', date: 'number', name: 'string', reference: 'variable',
};

/** `span`: only what is shown; all where undefined. */
export function semanticTokens(document: X12File, span?: Span): SemanticTokens {
  const coloured: ColouredSpan[] = [];
  for (const token of tokens(document.x12, span)) {
    const type = COLOURS[token.kind];
    if (type) coloured.push({ span: token.span, type });
  }
  return packTokens(document, coloured);
}

/** A claim number of ours leads to its encounter. */
export function definitions(document: X12File, offset: number, world: World): { source: Source; span: Span }[] {
  const { segments } = document.x12;
  const place = segments.locate(offset);
  if (!place) return [];
  const id = segments.id(place.segment);
  if (!['CLM', 'CLP', 'TRN', 'REF'].includes(id)) return [];
  const number = segments.text(place.segment, id === 'TRN' || id === 'REF' ? 2 : 1).replace(/\.\d+$/, '');
  const key = readControl(number)?.key;
  return world.workspace.list('encounter').filter((one) => key === encounterKey(one.id.value)).map((one) => one.id);
}

